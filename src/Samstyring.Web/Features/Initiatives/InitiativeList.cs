using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Samstyring.Data;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Initiatives;

/// <summary>A project or a programme in the shared overview .</summary>
public sealed record InitiativeItem
{
    public required string Key { get; init; }

    public required LocalizedText Name { get; init; }

    public required InitiativeKind Kind { get; init; }

    /// <summary>The first owner; null where none is stated.</summary>
    public required string? Owner { get; init; }

    public required LocalizedText OwnerName { get; init; }

    public required string? Starts { get; init; }

    public required string? Ends { get; init; }

    /// <summary>The last gate that was passed; null before the first.</summary>
    public required string? Passed { get; init; }

    public required string? Method { get; init; }

    public required bool? NeedsMunicipalDecisions { get; init; }

    /// <summary>When somebody last said that the entry is right .</summary>
    public required string? Confirmed { get; init; }

    public required int? ConfirmedForMonths { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>Whether it is kept from the public.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>The last phase that was over when it was registered.</summary>
    [JsonIgnore]
    public string? DonePhase { get; init; }

    [JsonIgnore]
    public int? MethodVersion { get; init; }

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

internal sealed class InitiativeList : ListSpec<InitiativeItem>
{
    public override string Name => "initiatives";

    public override string Path => "/tiltak";

    public override IReadOnlyList<ListFilter<InitiativeItem>> Filters =>
    [
        ListFilters.Fixed<InitiativeItem>("kind", "initiative-kind", [Codes.Of(InitiativeKind.Project), Codes.Of(InitiativeKind.Programme)], value => Codes.TryParse<InitiativeKind>(value, out var kind) ? i => i.Kind == kind : i => false),
        ListFilters.Fixed<InitiativeItem>("municipal", "initiatives.municipal", ["yes", "no", "unknown"], value => value switch
        {
            "yes" => i => i.NeedsMunicipalDecisions == true,
            "no" => i => i.NeedsMunicipalDecisions == false,
            _ => i => i.NeedsMunicipalDecisions == null,
        }),
    ];

    public override IReadOnlyList<ListSort<InitiativeItem>> Sorts =>
    [
        new("name", (rows, descending) => rows.By(descending, i => i.SortKey, i => i.Key)),
        new("starts", (rows, descending) => rows.By(descending, i => i.Starts ?? "", i => i.Key)),
        new("ends", (rows, descending) => rows.By(descending, i => i.Ends ?? "", i => i.Key)),
    ];

    public override IReadOnlyList<ExportField<InitiativeItem>> Fields =>
    [
        new("key", i => i.Key), .. Text("name", i => i.Name), new("kind", i => Codes.Of(i.Kind)), new("owner", i => i.Owner), new("owner_name", i => i.OwnerName.Nb), new("starts", i => i.Starts), new("ends", i => i.Ends),
        new("passed", i => i.Passed), new("method", i => i.Method), new("needs_municipal_decisions", i => i.NeedsMunicipalDecisions), new("confirmed", i => i.Confirmed), .. Origin(i => i.Provenance),
    ];

    public override IQueryable<InitiativeItem> From(SamstyringDb db) =>
        from i in db.Initiatives
        where i.Kind != InitiativeKind.Activity
        let owner = db.Set<Participant>().Where(p => p.Initiative == i.Id && p.Role == ParticipantRole.Owner && p.IsWithdrawn != true).OrderBy(p => p.Order).Select(p => p.Organisation).FirstOrDefault()
        join o in db.Organisations on owner equals o.Id into owners
        from o in owners.DefaultIfEmpty()
        select new InitiativeItem
        {
            Key = i.Key,
            Name = i.Name,
            Kind = i.Kind,
            Owner = o == null ? null : o.Key,
            OwnerName = o == null ? LocalizedText.Unknown : o.Name,
            Starts = i.Starts,
            Ends = i.Ends,
            Passed = db.GateDecisions.Where(d => d.Initiative == i.Id && d.Outcome == GateOutcome.Proceed).OrderByDescending(d => d.At).Select(d => d.Gate).FirstOrDefault(),
            DonePhase = db.Set<PhasePlan>().Where(p => p.Initiative == i.Id && p.State == PhaseState.Done && p.IsWithdrawn != true).OrderByDescending(p => p.Order).Select(p => p.Phase).FirstOrDefault(),
            Method = i.Method,
            MethodVersion = i.MethodVersion,
            NeedsMunicipalDecisions = i.NeedsMunicipalDecisions,
            Confirmed = i.Confirmed,
            ConfirmedForMonths = i.ConfirmedForMonths,
            Provenance = i.Provenance,
            IsRestricted = db.Shows(i.VisibleTo, "initiative", i.Key),
            SortKey = i.SortKey,
            Folded = i.Folded,
        };

    /// <summary>A gate that was passed before the initiative was registered here is passed; which one it is, the method says.</summary>
    public override Task<IReadOnlyList<InitiativeItem>> CompleteAsync(SamstyringDb db, IReadOnlyList<InitiativeItem> rows, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<InitiativeItem>>([.. rows.Select(row => row.Passed is null && row.DonePhase is { } phase ? row with { Passed = MethodPacks.Current.Find(row.Method, row.MethodVersion)?.PhaseOf(phase)?.Gate } : row)]);

    public override Expression<Func<InitiativeItem, bool>> Contains(string folded) => i => i.Folded.Contains(folded);
}
