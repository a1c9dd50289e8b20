using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Samstyring.Data;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Adoption;

/// <summary>A common solution in the overview.</summary>
public sealed record SolutionItem
{
    public required string Key { get; init; }

    public required LocalizedText Name { get; init; }

    public required string Owner { get; init; }

    public required LocalizedText OwnerName { get; init; }

    public required Level OwnerLevel { get; init; }

    public required SolutionState? State { get; init; }

    public required string? Available { get; init; }

    public required string? DecideBy { get; init; }

    public required string? Mandatory { get; init; }

    /// <summary>Municipalities that have it in use, by what they or its owner say. A published figure is an observation, and is not here.</summary>
    public required int InUse { get; init; }

    /// <summary>Municipalities of which somebody has said how far they have come.</summary>
    public required int Known { get; init; }

    public required bool IsExample { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>Whether it is kept from the public.</summary>
    public bool IsRestricted { get; init; }

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

internal sealed class SolutionList : ListSpec<SolutionItem>
{
    public override string Name => "solutions";

    public override string Path => "/losninger";

    public override IReadOnlyList<ListFilter<SolutionItem>> Filters =>
    [
        ListFilters.Code<SolutionItem, SolutionState>("state", "solution-state", state => s => s.State == state),
        ListFilters.Code<SolutionItem, Level>("level", "level", level => s => s.OwnerLevel == level),
    ];

    public override IReadOnlyList<ListSort<SolutionItem>> Sorts =>
    [
        new("name", (rows, descending) => rows.By(descending, s => s.SortKey, s => s.Key)),
        new("available", (rows, descending) => rows.By(descending, s => s.Available ?? "", s => s.Key)),
        new("in-use", (rows, descending) => rows.By(descending, s => s.InUse, s => s.Key)),
    ];

    public override IReadOnlyList<ExportField<SolutionItem>> Fields =>
    [
        new("key", s => s.Key), .. Text("name", s => s.Name), new("owner", s => s.Owner), new("owner_name", s => s.OwnerName.Nb), new("state", s => s.State is { } state ? Codes.Of(state) : null), new("available", s => s.Available),
        new("decide_by", s => s.DecideBy), new("mandatory", s => s.Mandatory), new("in_use", s => s.InUse), new("known", s => s.Known), new("is_example", s => s.IsExample), .. Origin(s => s.Provenance),
    ];

    public override IQueryable<SolutionItem> From(SamstyringDb db) =>
        from s in db.Solutions
        join o in db.Organisations on s.Owner equals o.Id
        select new SolutionItem
        {
            Key = s.Key,
            Name = s.Name,
            Owner = o.Key,
            OwnerName = o.Name,
            OwnerLevel = o.Level,
            State = s.State,
            Available = s.Available,
            DecideBy = s.DecideBy,
            Mandatory = s.Mandatory,
            InUse = db.AdoptionRecords.Count(a => a.Solution == s.Id && (a.Standing == AdoptionStep.InUse || a.Standing == AdoptionStep.BenefitsConfirmed)),
            Known = db.AdoptionRecords.Count(a => a.Solution == s.Id),
            IsExample = s.IsExample,
            Provenance = s.Provenance,
            IsRestricted = db.Shows(s.VisibleTo, "solution", s.Key),
            SortKey = s.SortKey,
            Folded = s.Folded,
        };

    public override Expression<Func<SolutionItem, bool>> Contains(string folded) => s => s.Folded.Contains(folded);
}
