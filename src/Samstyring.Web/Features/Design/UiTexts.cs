using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Samstyring.Web.Features.Design;

/// <summary>
/// The texts of the screens, by key. They stand beside the pages that use them, in <c>Texts.nb.json</c>, <c>Texts.nn.json</c> and
/// <c>Texts.en.json</c> of each feature. A text that is missing in nynorsk is given in bokmål.
/// </summary>
public sealed class UiTexts
{
    private readonly Dictionary<string, FrozenDictionary<string, string>> _byLanguage;

    public UiTexts()
    {
        var bokmaal = Read("nb");
        _byLanguage = new(StringComparer.Ordinal)
        {
            ["nb"] = bokmaal.ToFrozenDictionary(StringComparer.Ordinal),
            ["en"] = Read("en").ToFrozenDictionary(StringComparer.Ordinal),
            ["nn"] = bokmaal.Concat(Read("nn")).GroupBy(t => t.Key, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal),
        };
    }

    /// <summary>All keys of a language: for the test that no key is missing.</summary>
    public IReadOnlyCollection<string> Keys(string language) => _byLanguage[language].Keys;

    /// <summary>A key without a text shows itself: the tests fail on it, and a reader sees where it is.</summary>
    public string Find(string language, string key) => _byLanguage[language].GetValueOrDefault(key, key);

    public bool Has(string language, string key) => _byLanguage[language].ContainsKey(key);

    private static Dictionary<string, string> Read(string language)
    {
        var assembly = Assembly.GetExecutingAssembly();
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach (var file in assembly.GetManifestResourceNames().Where(name => name.EndsWith($"Texts.{language}.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(file)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                texts.Add(key, text);
            }
        }

        return texts;
    }
}
