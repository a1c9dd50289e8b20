using System.Text.RegularExpressions;

namespace Samstyring.Architecture.Tests;

/// <summary>Finds the texts that source asks for: <c>Ui["key"]</c>, <c>Ui.Count("key", …)</c>, <c>Ui.Code("group", …)</c> and the names of filters.</summary>
internal static partial class TextKeys
{
    public enum Form { Exact, Pattern, Count, Group }

    /// <param name="Key">The key, a pattern that keys match, or the part before the last dot.</param>
    public sealed record Asked(Form Form, string Key);

    public static IEnumerable<Asked> In(string source) =>
        Indexers().Matches(source).SelectMany(m => Literals(FirstArgument(source, m.Index + m.Length), Form.Exact))
            .Concat(Counts().Matches(source).SelectMany(m => Literals(FirstArgument(source, m.Index + m.Length), Form.Count)))
            .Concat(Codes().Matches(source).Select(m => new Asked(Form.Group, m.Groups["key"].Value)))
            .Concat(CodeFilters().Matches(source).SelectMany(m => new[] { new Asked(Form.Exact, m.Groups["key"].Value), new Asked(Form.Group, m.Groups["key"].Value) }))
            .Concat(FixedFilters().Matches(source).SelectMany(m => Word().Matches(m.Groups["values"].Value)
                .Select(value => new Asked(Form.Exact, $"{m.Groups["key"].Value}.{value.Value}")).Append(new(Form.Exact, m.Groups["key"].Value))));

    /// <summary>The text up to the comma or bracket that ends an argument.</summary>
    private static string FirstArgument(string source, int from)
    {
        var (depth, quoted) = (0, false);
        for (var i = from; i < source.Length; i++)
        {
            quoted ^= source[i] == '"' && source[i - 1] != '\\';
            if (quoted)
            {
                continue;
            }

            if (depth == 0 && source[i] is ',' or ']' or ')')
            {
                return source[from..i];
            }

            depth += source[i] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
        }

        return source[from..];
    }

    private static IEnumerable<Asked> Literals(string argument, Form form) =>
        from literal in StringLiterals().Matches(argument)
        let text = literal.Groups["text"].Value
        let interpolated = literal.Groups["dollar"].Value.Length > 0
        let continues = literal.Groups["before"].Value.Length > 0
        let continued = literal.Groups["plus"].Value.Length > 0
        select interpolated || continues || continued
            ? new Asked(Form.Pattern, (continues ? "" : "^") + string.Join(".+", Holes().Split(text).Select(Regex.Escape)) + (continued ? "" : "$"))
            : new Asked(form, text);

    [GeneratedRegex(@"\b[Uu]i\[")]
    private static partial Regex Indexers();

    [GeneratedRegex(@"\b[Uu]i\.Count\(")]
    private static partial Regex Counts();

    [GeneratedRegex(@"\b[Uu]i\.Code\(""(?<key>[^""]+)""")]
    private static partial Regex Codes();

    [GeneratedRegex(@"ListFilters\.Code<[\w, ]+>\(\s*""[^""]+"",\s*""(?<key>[^""]+)""")]
    private static partial Regex CodeFilters();

    [GeneratedRegex(@"ListFilters\.Fixed<[\w, ]+>\(\s*""[^""]+"",\s*""(?<key>[^""]+)"",\s*\[(?<values>[^\]]*)\]")]
    private static partial Regex FixedFilters();

    [GeneratedRegex(@"(?<="")[^"", ]+(?="")")]
    private static partial Regex Word();

    /// <summary>String literals that are not compared with something.</summary>
    [GeneratedRegex(@"(?<!(==|is|or|!=)\s*)(?<before>\+\s*)?(?<dollar>\$?)(?<!\w)""(?<text>[^""]*)""(?<plus>\s*\+)?")]
    private static partial Regex StringLiterals();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Holes();
}
