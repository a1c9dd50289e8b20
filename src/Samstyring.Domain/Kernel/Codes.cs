using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Samstyring.Domain.Kernel;

/// <summary>The code of an enum value in files, addresses, databases and the API: <c>starting_together</c>.</summary>
public static partial class Codes
{
    private static readonly ConcurrentDictionary<Type, Dictionary<string, Enum>> Known = new();

    public static string Of<T>(T value)
        where T : struct, Enum => Of((Enum)value);

    public static string Of(Enum value) => Boundary().Replace(value.ToString(), "_").ToLowerInvariant();

    public static bool TryParse<T>(string code, out T value)
        where T : struct, Enum
    {
        var found = ByCode(typeof(T)).TryGetValue(code, out var named);
        value = found ? (T)named! : default;
        return found;
    }

    public static IReadOnlyCollection<string> All<T>()
        where T : struct, Enum => ByCode(typeof(T)).Keys;

    private static Dictionary<string, Enum> ByCode(Type type) => Known.GetOrAdd(
        type,
        static t => Enum.GetValues(t).Cast<Enum>().ToDictionary(Of, StringComparer.Ordinal));

    [GeneratedRegex("(?<=[a-z])(?=[A-Z0-9])", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Boundary();
}
