using System.Globalization;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Knowledge;

namespace Samstyring.Benchmarks;

/// <summary>Where everything that is made up says that it comes from.</summary>
internal static class GeneratedSource
{
    private const string Key = "gen-kilde";

    public static SourceDocument Document { get; } = new()
    {
        Key = Key,
        Title = new("Generert for måling", En: "Generated for measuring"),
        Publisher = "Samstyring",
        SenderKind = SenderKind.OpenData,
        Note = LocalizedText.Unknown,
        Provenance = Origin(0),
        Folded = "generert for maling",
    };

    /// <summary>A place of its own for each row, as in the registry, so that each has a source card of its own.</summary>
    public static Provenance Origin(int i) => new(
        string.Create(CultureInfo.InvariantCulture, $"{Key} §{(i % 9) + 1}.{(i % 7) + 1} p.{(i % 300) + 1} l.{i + 1}"), "2026-01-01", i % 10 < 8 ? Certainty.Stated : Certainty.Inferred);
}
