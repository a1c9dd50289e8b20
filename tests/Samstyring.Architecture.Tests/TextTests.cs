using System.Text.Json;
using System.Text.RegularExpressions;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;

namespace Samstyring.Architecture.Tests;

public sealed partial class TextTests
{
    private static readonly UiTexts Texts = new();

    [Fact]
    public void Bokmaal_and_english_have_the_same_keys() => Assert.Equal(Texts.Keys("nb").Order(), Texts.Keys("en").Order());

    [Fact]
    public void Nynorsk_has_no_key_that_bokmaal_has_not() =>
        Assert.Empty(SourceTree.TextFiles.Where(path => path.EndsWith("/Texts.nn.json", StringComparison.Ordinal))
            .SelectMany(path => JsonSerializer.Deserialize<Dictionary<string, string>>(SourceTree.Read(path))!.Keys).Except(Texts.Keys("nb")));

    [Fact]
    public void No_text_is_empty() => Assert.All(Texts.Keys("nb"), key => Assert.All(new[] { "nb", "nn", "en" }, language => Assert.NotEqual("", Texts.Find(language, key).Trim())));

    [Fact]
    public void A_text_has_the_same_places_to_fill_in_in_every_language() =>
        Assert.All(Texts.Keys("nb"), key => Assert.All(new[] { "nn", "en" }, language => Assert.Equal(Places("nb", key), Places(language, key))));

    [Fact]
    public void Every_text_that_the_source_asks_for_exists()
    {
        var asked = SourceTree.Code.Where(path => path.StartsWith("src/Samstyring.Web/", StringComparison.Ordinal))
            .SelectMany(path => TextKeys.In(SourceTree.Read(path)).Select(key => (Path: path, Key: key))).ToList();

        Assert.InRange(asked.Count, 200, 100_000);
        Offenders.None(asked.Where(text => !Exists(text.Key)).Select(text => $"{text.Path}: {text.Key.Form} {text.Key.Key}"));
    }

    private static bool Exists(TextKeys.Asked key) => key switch
    {
        { Form: TextKeys.Form.Exact } => Texts.Has("nb", key.Key),
        { Form: TextKeys.Form.Pattern } => Texts.Keys("nb").Any(known => Regex.IsMatch(known, key.Key)),
        { Form: TextKeys.Form.Count } => Texts.Has("nb", key.Key + ".one") && Texts.Has("nb", key.Key + ".many"),
        _ => Enums.Any(type => Enum.GetValues(type).Cast<Enum>().All(value => Texts.Has("nb", $"{key.Key}.{Codes.Of(value)}"))),
    };

    private static readonly Type[] Enums = [.. typeof(Codes).Assembly.GetExportedTypes().Where(type => type.IsEnum)];

    private static IEnumerable<string> Places(string language, string key) => Place().Matches(Texts.Find(language, key)).Select(place => place.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
