namespace Samstyring.Domain.Kernel;

/// <summary>
/// A text in up to three languages, as the API gives it: <c>{ "nb": …, "nn": …, "en": … }</c>. Empty in all of them means
/// «ukjent», which is not the same as an empty string.
/// </summary>
public sealed record LocalizedText(string? Nb, string? Nn = null, string? En = null)
{
    public static LocalizedText Unknown => new(Nb: null);

    public bool IsUnknown => Nb is null && Nn is null && En is null;

    /// <summary>The text in a language, else in the nearest one: nn ↔ nb, then en.</summary>
    /// <param name="language">nb, nn or en.</param>
    /// <returns>The text and the language that it is really in; null where it is unknown.</returns>
    public (string Text, string Language)? In(string language)
    {
        foreach (var candidate in Order(language))
        {
            if (candidate.Text is { } text)
            {
                return (text, candidate.Language);
            }
        }

        return null;
    }

    public override string ToString() => Nb ?? Nn ?? En ?? "";

    private IEnumerable<(string? Text, string Language)> Order(string language) => language switch
    {
        "en" => [(En, "en"), (Nb, "nb"), (Nn, "nn")],
        "nn" => [(Nn, "nn"), (Nb, "nb"), (En, "en")],
        _ => [(Nb, "nb"), (Nn, "nn"), (En, "en")],
    };
}
