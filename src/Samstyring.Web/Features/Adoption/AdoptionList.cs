using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Samstyring.Data;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Adoption;

/// <summary>How far one municipality has come with a solution: what it says itself, and what the owner of the solution says.</summary>
public sealed record AdoptionItem
{
    /// <summary>The number of the municipality.</summary>
    public required string Municipality { get; init; }

    public required LocalizedText Name { get; init; }

    public required string County { get; init; }

    public required LocalizedText CountyName { get; init; }

    /// <summary>On 1 January 2026.</summary>
    public required int Inhabitants { get; init; }

    /// <summary>What counts: the municipality's own word, else the owner's; null where nobody has said anything.</summary>
    public required AdoptionStep? Step { get; init; }

    public required string? Since { get; init; }

    /// <summary>What the municipality says; null where it has said nothing.</summary>
    public required AdoptionStep? OwnStep { get; init; }

    /// <summary>What the owner of the solution says.</summary>
    public required AdoptionStep? ClaimedStep { get; init; }

    public required string? ClaimSource { get; init; }

    /// <summary>Why the municipality says something else than the owner.</summary>
    public required string? AnswerReason { get; init; }

    public required string? PlannedInUse { get; init; }

    /// <summary>What it is to be written on with <c>If-Match</c>; 0 where nothing is said.</summary>
    public required int Version { get; init; }

    public bool IsDisputed => OwnStep is not null && ClaimedStep is not null && OwnStep != ClaimedStep;

    public bool IsUnconfirmed => OwnStep is null && ClaimedStep is not null;

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

/// <summary>All municipalities that a solution is for.</summary>
internal sealed class AdoptionList(Solution solution) : ListSpec<AdoptionItem>
{
    private const string Unknown = "unknown";

    public override string Name => "adoption";

    public override string Path => $"/losninger/{solution.Key}/kommuner";

    public override string Api => $"/api/v1/solutions/{solution.Key}/adoption";

    public override IReadOnlyList<ListFilter<AdoptionItem>> Filters =>
    [
        ListFilters.Fixed<AdoptionItem>("step", "adoption-step", [.. Codes.All<AdoptionStep>(), Unknown], value => Codes.TryParse<AdoptionStep>(value, out var step) ? a => a.Step == step : a => a.Step == null),
        new("county", "municipality.county", ListFilters.CountiesAsync, value => a => a.County == value),
        ListFilters.Fixed<AdoptionItem>("said", "adoption.said", ["own", "owner-only", "disputed"], value => value switch
        {
            "own" => a => a.OwnStep != null,
            "owner-only" => a => a.OwnStep == null && a.ClaimedStep != null,
            _ => a => a.OwnStep != null && a.ClaimedStep != null && a.OwnStep != a.ClaimedStep,
        }),
    ];

    public override IReadOnlyList<ListSort<AdoptionItem>> Sorts =>
    [
        new("name", (rows, descending) => rows.By(descending, a => a.SortKey, a => a.Municipality)),
        new("inhabitants", (rows, descending) => rows.By(descending, a => a.Inhabitants, a => a.Municipality)),
        new("since", (rows, descending) => rows.By(descending, a => a.Since ?? "", a => a.Municipality)),
    ];

    public override IReadOnlyList<ExportField<AdoptionItem>> Fields =>
    [
        new("municipality_number", a => a.Municipality), new("name", a => a.Name.Nb), new("county", a => a.CountyName.Nb), new("inhabitants", a => a.Inhabitants), new("step", a => a.Step is { } step ? Codes.Of(step) : null), new("since", a => a.Since),
        new("own_step", a => a.OwnStep is { } step ? Codes.Of(step) : null), new("claimed_step", a => a.ClaimedStep is { } step ? Codes.Of(step) : null), new("claim_source", a => a.ClaimSource), new("answer", a => a.AnswerReason), new("planned_in_use", a => a.PlannedInUse),
    ];

    public override IQueryable<AdoptionItem> From(SamstyringDb db)
    {
        var (from, below) = (solution.EligibleFrom ?? 0, solution.EligibleBelow ?? int.MaxValue);
        string[]? counties = solution.EligibleCounties?.Split('|');
        return
            from m in db.Municipalities
            where m.Population2026 >= @from && m.Population2026 < below
            join o in db.Organisations on m.Id equals o.Id
            join c in db.Organisations on m.County equals c.Id
            where counties == null || counties.Contains(c.Key)
            join a in db.AdoptionRecords.Where(a => a.Solution == solution.Id) on m.Id equals a.Municipality into said
            from a in said.DefaultIfEmpty()
            select new AdoptionItem
            {
                Municipality = m.Number,
                Name = o.Name,
                County = c.Key,
                CountyName = c.Name,
                Inhabitants = m.Population2026,
                Step = a == null ? null : (AdoptionStep?)a.Standing,
                Since = a == null ? null : a.StandingSince,
                OwnStep = a == null ? null : a.Step,
                ClaimedStep = a == null ? null : a.ClaimedStep,
                ClaimSource = a == null ? null : a.ClaimSource,
                AnswerReason = a == null ? null : a.AnswerReason,
                PlannedInUse = a == null ? null : a.PlannedInUse,
                Version = a == null ? 0 : a.Version,
                SortKey = o.SortKey,
                Folded = o.Folded,
            };
    }

    public override Expression<Func<AdoptionItem, bool>> Contains(string folded) => a => a.Folded.Contains(folded);
}
