using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Samstyring.Data;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Networks;

/// <summary>One member of a network and one solution that is for it.</summary>
public sealed record NetworkAdoptionItem
{
    /// <summary>The key of the solution.</summary>
    public required string Solution { get; init; }

    public required LocalizedText SolutionName { get; init; }

    /// <summary>Whether the solution is made up.</summary>
    public required bool IsExample { get; init; }

    /// <summary>The number of the municipality.</summary>
    public required string Municipality { get; init; }

    public required LocalizedText Name { get; init; }

    public required string County { get; init; }

    /// <summary>What counts; null where nobody has said anything.</summary>
    public required AdoptionStep? Step { get; init; }

    public required string? Since { get; init; }

    /// <summary>What the municipality says itself.</summary>
    public required AdoptionStep? OwnStep { get; init; }

    /// <summary>What the owner of the solution says.</summary>
    public required AdoptionStep? ClaimedStep { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>Whether the solution or the membership is kept from the public.</summary>
    public bool IsRestricted { get; init; }

    [JsonIgnore]
    public string SolutionSortKey { get; init; } = "";

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string SolutionFolded { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

/// <summary>The members of a network and the solutions that are for them: the matrix as rows.</summary>
internal sealed class NetworkAdoptionList(OrganisationId network, string key) : ListSpec<NetworkAdoptionItem>
{
    private const string NothingSaid = "unknown";

    public override string Name => "adoption";

    public override string Path => $"/nettverk/{key}/losninger";

    public override string Api => $"/api/v1/networks/{key}/adoption";

    public override IReadOnlyList<ListFilter<NetworkAdoptionItem>> Filters =>
    [
        new("county", "municipality.county", ListFilters.CountiesAsync, county => row => row.County == county),
        ListFilters.Fixed<NetworkAdoptionItem>("step", "adoption-step", [.. Codes.All<AdoptionStep>(), NothingSaid], value => Codes.TryParse<AdoptionStep>(value, out var step) ? row => row.Step == step : row => row.Step == null),
    ];

    public override IReadOnlyList<ListSort<NetworkAdoptionItem>> Sorts =>
    [
        new("solution", (rows, descending) => descending
            ? rows.OrderByDescending(r => r.SolutionSortKey).ThenByDescending(r => r.Solution).ThenByDescending(r => r.Municipality)
            : rows.OrderBy(r => r.SolutionSortKey).ThenBy(r => r.Solution).ThenBy(r => r.Municipality)),
        new("municipality", (rows, descending) => descending
            ? rows.OrderByDescending(r => r.SortKey).ThenByDescending(r => r.Municipality).ThenByDescending(r => r.Solution)
            : rows.OrderBy(r => r.SortKey).ThenBy(r => r.Municipality).ThenBy(r => r.Solution)),
    ];

    public override IReadOnlyList<ExportField<NetworkAdoptionItem>> Fields =>
    [
        new("solution", r => r.Solution), .. Text("solution_name", r => r.SolutionName), new("is_example", r => r.IsExample), new("municipality_number", r => r.Municipality), new("name", r => r.Name.Nb), new("county", r => r.County),
        new("step", r => Code(r.Step)), new("since", r => r.Since), new("own_step", r => Code(r.OwnStep)), new("claimed_step", r => Code(r.ClaimedStep)), .. Origin(r => r.Provenance),
    ];

    public override IQueryable<NetworkAdoptionItem> From(SamstyringDb db) =>
        from s in db.Solutions
        from t in db.Memberships
        where t.Body == network
        join m in db.Municipalities on t.Member equals m.Id
        join o in db.Organisations on m.Id equals o.Id
        join c in db.Organisations on m.County equals c.Id
        where (s.EligibleCounties == null || s.EligibleCounties!.Contains(c.Key)) && (s.EligibleFrom == null || m.Population2026 >= s.EligibleFrom) && (s.EligibleBelow == null || m.Population2026 < s.EligibleBelow)
        join a in db.AdoptionRecords on new { Solution = s.Id, Municipality = m.Id } equals new { a.Solution, a.Municipality } into said
        from a in said.DefaultIfEmpty()
        select new NetworkAdoptionItem
        {
            Solution = s.Key,
            SolutionName = s.Name,
            IsExample = s.IsExample,
            Municipality = m.Number,
            Name = o.Name,
            County = c.Key,
            Step = a == null ? null : (AdoptionStep?)a.Standing,
            Since = a == null ? null : a.StandingSince,
            OwnStep = a == null ? null : a.Step,
            ClaimedStep = a == null ? null : a.ClaimedStep,
            Provenance = s.Provenance,
            IsRestricted = db.Shows(s.VisibleTo, "solution", s.Key) | db.Shows(t.VisibleTo, "membership", key, m.Number),
            SolutionSortKey = s.SortKey,
            SortKey = t.SortKey,
            SolutionFolded = s.Folded,
            Folded = o.Folded,
        };

    public override Expression<Func<NetworkAdoptionItem, bool>> Contains(string folded) => r => r.SolutionFolded.Contains(folded) || r.Folded.Contains(folded);

    private static string? Code(AdoptionStep? step) => step is { } known ? Codes.Of(known) : null;
}
