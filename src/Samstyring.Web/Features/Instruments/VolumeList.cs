using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Samstyring.Data;
using Samstyring.Domain.Instruments;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Instruments;

/// <summary>How many cases a municipality has, and what it thinks of its manual routine .</summary>
public sealed record VolumeItem
{
    public string Key => Part.ToString();

    /// <summary>The number of the municipality.</summary>
    public required string Municipality { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>On 1 January 2026; null where the body is no municipality of today.</summary>
    public int? Inhabitants { get; init; }

    /// <summary>Cases a year.</summary>
    public required int? Count { get; init; }

    /// <summary>What the cases are of: a year as a rule.</summary>
    public required string? Year { get; init; }

    public required RoutineChoice? Choice { get; init; }

    public required LocalizedText Reason { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>Whether it is kept from the public.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>Cases for each 1,000 inhabitants, with one decimal.</summary>
    public decimal? PerThousand => Count is { } count && Inhabitants is { } inhabitants and > 0 ? Math.Round(count * 1000m / inhabitants, 1, MidpointRounding.AwayFromZero) : null;

    [JsonIgnore]
    public PartId Part { get; init; }

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

/// <summary>What municipalities say of their cases in an initiative.</summary>
internal sealed class VolumeList(string initiative) : ListSpec<VolumeItem>
{
    public override string Name => "volumes";

    public override string Path => $"/tiltak/{initiative}/tjenestevolum";

    public override string Api => $"/api/v1/initiatives/{initiative}/volumes";

    public override IReadOnlyList<ListFilter<VolumeItem>> Filters => [ListFilters.Code<VolumeItem, RoutineChoice>("choice", "routine-choice", choice => v => v.Choice == choice)];

    public override IReadOnlyList<ListSort<VolumeItem>> Sorts =>
    [
        new("name", (rows, descending) => rows.By(descending, v => v.SortKey, v => v.Part)),
        new("count", (rows, descending) => rows.By(descending, v => v.Count ?? -1, v => v.Part)),
        new("inhabitants", (rows, descending) => rows.By(descending, v => v.Inhabitants ?? -1, v => v.Part)),
    ];

    public override IReadOnlyList<ExportField<VolumeItem>> Fields =>
    [
        new("municipality_number", v => v.Municipality), new("name", v => v.Name.Nb), new("inhabitants", v => v.Inhabitants), new("count", v => v.Count), new("year", v => v.Year), new("per_thousand", v => v.PerThousand),
        new("choice", v => v.Choice is { } choice ? Codes.Of(choice) : null), .. Text("reason", v => v.Reason), .. Origin(v => v.Provenance),
    ];

    public override IQueryable<VolumeItem> From(SamstyringDb db) =>
        from v in db.Set<ServiceVolume>()
        where v.IsWithdrawn != true
        join i in db.Initiatives on v.Initiative equals i.Id
        where i.Key == initiative
        join o in db.Organisations on v.Organisation equals (OrganisationId?)o.Id
        join m in db.Municipalities on o.Id equals m.Id into municipalities
        from municipality in municipalities.DefaultIfEmpty()
        select new VolumeItem
        {
            Municipality = o.Key,
            Name = o.Name,
            Inhabitants = municipality == null ? null : municipality.Population2026,
            Count = v.Count,
            Year = v.Starts,
            Choice = v.Choice,
            Reason = v.Note,
            Provenance = v.Provenance,
            IsRestricted = db.Shows(v.VisibleTo, "service-volume", v.Id.Value),
            Part = v.Id,
            SortKey = o.SortKey,
            Folded = o.Folded,
        };

    public override Expression<Func<VolumeItem, bool>> Contains(string folded) => v => v.Folded.Contains(folded);
}
