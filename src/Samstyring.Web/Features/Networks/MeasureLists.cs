using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Networks;

/// <summary>One of the measures that the KS report recommends. Nobody has reported what became of it.</summary>
public sealed record MeasureItem
{
    public string Key => Number.ToString(CultureInfo.InvariantCulture);

    public required LocalizedText Summary { get; init; }

    public required LocalizedText Theme { get; init; }

    public required LocalizedText TargetGroup { get; init; }

    public required int YearFrom { get; init; }

    /// <summary>The last year, inclusive.</summary>
    public required int YearTo { get; init; }

    public required LocalizedText Responsible { get; init; }

    /// <summary>The chapter of the report: «§8.3».</summary>
    public required string Section { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public int Number { get; init; }

    [JsonIgnore]
    public string Folded { get; init; } = "";

    /// <summary>«2022», or «2022–2023».</summary>
    public string Years() => YearFrom == YearTo
        ? YearFrom.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{YearFrom}–{YearTo}");
}

internal sealed class MeasureList : ListSpec<MeasureItem>
{
    public override string Name => "measures";

    public override string Path => "/anbefalte-tiltak";

    public override IReadOnlyList<ListFilter<MeasureItem>> Filters =>
    [
        new("targetGroup", "measure.target-group", (db, ct) => TextsAsync(db.RecommendedMeasures.Select(m => m.TargetGroup), ct), value => m => m.TargetGroup.Nb == value),
        new("responsible", "measure.responsible", (db, ct) => TextsAsync(db.RecommendedMeasures.Select(m => m.Responsible), ct), value => m => m.Responsible.Nb == value),
        new("year", "measure.year", YearsAsync, value => During(int.Parse(value, CultureInfo.InvariantCulture))),
    ];

    public override IReadOnlyList<ListSort<MeasureItem>> Sorts =>
    [
        new("number", (rows, descending) => rows.By(descending, m => m.Number, m => m.Number)),
        new("year", (rows, descending) => rows.By(descending, m => (m.YearFrom * 10_000) + m.YearTo, m => m.Number)),
    ];

    public override IReadOnlyList<ExportField<MeasureItem>> Fields =>
    [
        new("key", m => m.Key), .. Text("summary", m => m.Summary), .. Text("theme", m => m.Theme), .. Text("target_group", m => m.TargetGroup),
        new("year_from", m => m.YearFrom), new("year_to", m => m.YearTo), .. Text("responsible", m => m.Responsible), new("section", m => m.Section), .. Origin(m => m.Provenance),
    ];

    public override IQueryable<MeasureItem> From(SamstyringDb db) => db.RecommendedMeasures.Select(m => new MeasureItem
    {
        Summary = m.Summary,
        Theme = m.Theme,
        TargetGroup = m.TargetGroup,
        YearFrom = m.YearFrom,
        YearTo = m.YearTo,
        Responsible = m.Responsible,
        Section = m.Section,
        Provenance = m.Provenance,
        Number = m.Number,
        Folded = m.Folded,
    });

    public override Expression<Func<MeasureItem, bool>> Contains(string folded) => m => m.Folded.Contains(folded);

    private static Expression<Func<MeasureItem, bool>> During(int year) => m => m.YearFrom <= year && m.YearTo >= year;

    /// <summary>The texts that the measures have, each once. The bokmål text is the value.</summary>
    private static async Task<IReadOnlyList<FilterOption>> TextsAsync(IQueryable<LocalizedText> texts, CancellationToken ct) =>
        [.. (await texts.ToListAsync(ct)).DistinctBy(t => t.Nb, StringComparer.Ordinal).Where(t => t.Nb is not null).OrderBy(t => NorwegianOrder.Key(t.Nb!), StringComparer.Ordinal).Select(t => new FilterOption(t.Nb!, t))];

    private static async Task<IReadOnlyList<FilterOption>> YearsAsync(SamstyringDb db, CancellationToken ct)
    {
        var years = await db.RecommendedMeasures.Select(m => new { m.YearFrom, m.YearTo }).Distinct().ToListAsync(ct);
        return
        [
            .. years.SelectMany(y => Enumerable.Range(y.YearFrom, y.YearTo - y.YearFrom + 1)).Distinct().Order()
                .Select(y => y.ToString(CultureInfo.InvariantCulture)).Select(y => new FilterOption(y, new(y, y, y))),
        ];
    }
}
