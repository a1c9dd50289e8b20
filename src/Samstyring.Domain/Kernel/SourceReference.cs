using System.Text.RegularExpressions;

namespace Samstyring.Domain.Kernel;

/// <summary>A place in a source: the document's key, and where in it.</summary>
/// <param name="Document">The key of the document or data set.</param>
/// <param name="Section">Chapter, table or heading, as the source writes it; empty for a whole data set.</param>
/// <param name="Pages">A page or a range (<c>16-17</c>); null where the source has none.</param>
/// <param name="Lines">Lines of the text as extracted (<c>332-338</c>); null where unknown.</param>
public sealed partial record SourceReference(string Document, string Section, string? Pages, string? Lines)
{
    /// <summary>Reads «003 §3.4 Tabell 3 p.21 l.435; 002 …». Text that is no reference becomes a document key.</summary>
    public static IReadOnlyList<SourceReference> ParseAll(string source) =>
        [.. source.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    private static SourceReference Parse(string reference)
    {
        var document = reference.Split(' ', 2)[0];
        var place = reference[document.Length..].Trim();
        var pages = Pattern(PagePattern(), ref place);
        var lines = Pattern(LinePattern(), ref place);
        return new(document, place.Trim(), pages, lines);
    }

    private static string? Pattern(Regex pattern, ref string place)
    {
        if (pattern.Match(place) is not { Success: true } match)
        {
            return null;
        }

        place = place.Remove(match.Index, match.Length);
        return match.Groups["place"].Value;
    }

    [GeneratedRegex(@"(?<=^|\s)p\.(?<place>\d+(ff|-\d+)?)\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex PagePattern();

    [GeneratedRegex(@"(?<=^|\s)l\.(?<place>\d+([-,]\s?\d+)*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex LinePattern();
}
