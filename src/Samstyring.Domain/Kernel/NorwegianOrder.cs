using System.Globalization;

namespace Samstyring.Domain.Kernel;

/// <summary>Orders names as Norwegian does: æ, ø, å last, and «aa» as «å».</summary>
public static class NorwegianOrder
{
    private static readonly CompareInfo Norwegian = CultureInfo.GetCultureInfo("nb-NO").CompareInfo;

    /// <summary>A key in lower-case hexadecimal. Keys in byte order are names in Norwegian order, on every database.</summary>
    public static string Key(string name) =>
        Convert.ToHexStringLower(Norwegian.GetSortKey(name, CompareOptions.IgnoreCase).KeyData);
}
