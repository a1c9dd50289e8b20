using System.Globalization;
using System.Text;

namespace Samstyring.Domain.Kernel;

/// <summary>
/// How texts are compared when people search: case, accents and the ways of writing æ, ø and å make no difference
/// («Ålesund», «Aalesund» and «alesund» are the same; so are «Tráante» and «traante»).
/// </summary>
public static class Folding
{
    /// <summary>Whether a text can stand as a key in an address: lower-case letters a–z, digits and hyphens.</summary>
    public static bool IsKey(string text) => text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Lower-case letters a–z, digits and single spaces.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in Whole(text).Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            _ = character switch
            {
                (>= 'a' and <= 'z') or (>= '0' and <= '9') => folded.Append(character),
                'æ' => folded.Append("ae"),
                'ø' => folded.Append("oe"),
                'đ' => folded.Append('d'),
                'ŋ' => folded.Append('n'),
                'ŧ' => folded.Append('t'),
                _ when CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark => folded,
                _ when folded.Length > 0 && folded[^1] != ' ' => folded.Append(' '),
                _ => folded,
            };
        }

        return folded.Replace("aa", "a").Replace("ae", "a").Replace("oe", "o").ToString().TrimEnd();
    }

    /// <summary>The text with half characters (lone surrogates), which cannot be normalized, replaced.</summary>
    private static string Whole(string text) =>
        text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;

    /// <summary>The distinct folded words of a text.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        [.. Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
