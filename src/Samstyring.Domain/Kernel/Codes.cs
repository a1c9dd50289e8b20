using System.Text;

namespace Samstyring.Domain.Kernel;

/// <summary>The code of an enum value in files, addresses, databases and the API: <c>starting_together</c>.</summary>
public static class Codes
{
    public static string Of<T>(T value)
        where T : struct, Enum => Cache<T>.Codes.GetValueOrDefault(value) ?? Of((Enum)value);

    public static string Of(Enum value)
    {
        var name = value.ToString();
        var code = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterLower(name[i - 1]) && (char.IsAsciiLetterUpper(name[i]) || char.IsAsciiDigit(name[i])))
            {
                code.Append('_');
            }

            code.Append(char.ToLowerInvariant(name[i]));
        }

        return code.ToString();
    }

    /// <summary>The name of a type or a property in texts and in the chain: <c>AffiliationBegan</c> is <c>affiliation-began</c>.</summary>
    public static string Kebab(string name) =>
        string.Concat(name.Select((letter, i) => char.IsAsciiLetterUpper(letter) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    public static bool TryParse<T>(string code, out T value)
        where T : struct, Enum => Cache<T>.Values.TryGetValue(code, out value);

    public static IReadOnlyCollection<string> All<T>()
        where T : struct, Enum => Cache<T>.Values.Keys;

    /// <summary>Every row of every list needs codes: each is worked out once.</summary>
    private static class Cache<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Codes = Enum.GetValues<T>().ToDictionary(value => value, value => Of((Enum)value));

        public static readonly Dictionary<string, T> Values = Codes.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
