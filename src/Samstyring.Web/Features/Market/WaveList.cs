using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Samstyring.Data;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Market;

/// <summary>A wave of municipalities that take a solution in use together .</summary>
public sealed record WaveItem
{
    public string Key => Part.ToString();

    public required LocalizedText Name { get; init; }

    /// <summary>The vendor or the support that carries it.</summary>
    public BodyRef? Carrier { get; init; }

    public required string? Starts { get; init; }

    public required string? Ends { get; init; }

    /// <summary>Municipalities that there is room for; null is unknown.</summary>
    public required int? Room { get; init; }

    /// <summary>Municipalities that take part.</summary>
    public required int Members { get; init; }

    /// <summary>Those of them that have it in use.</summary>
    public required int InUse { get; init; }

    public required Provenance Provenance { get; init; }

    public bool IsRestricted { get; init; }

    [JsonIgnore]
    public PartId Part { get; init; }

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

/// <summary>The waves of a solution.</summary>
internal sealed class WaveList(string solution) : ListSpec<WaveItem>
{
    public override string Name => "waves";

    public override string Path => $"/losninger/{solution}/bolger";

    public override string Api => $"/api/v1/solutions/{solution}/waves";

    public override IReadOnlyList<ListSort<WaveItem>> Sorts =>
    [
        new("starts", (rows, descending) => rows.By(descending, w => w.Starts ?? "", w => w.Part)),
        new("members", (rows, descending) => rows.By(descending, w => w.Members, w => w.Part)),
    ];

    public override IReadOnlyList<ExportField<WaveItem>> Fields =>
    [
        new("key", w => w.Key), .. Text("name", w => w.Name), new("carrier", w => w.Carrier?.Key), new("starts", w => w.Starts), new("ends", w => w.Ends), new("room", w => w.Room), new("members", w => w.Members), new("in_use", w => w.InUse), .. Origin(w => w.Provenance),
    ];

    public override IQueryable<WaveItem> From(SamstyringDb db) =>
        from w in db.Set<AdoptionWave>()
        where w.IsWithdrawn != true
        join s in db.Solutions on w.Solution equals s.Id
        where s.Key == solution
        join o in db.Organisations on w.Organisation equals (OrganisationId?)o.Id into carriers
        from carrier in carriers.DefaultIfEmpty()
        select new WaveItem
        {
            Name = w.Name,
            Carrier = carrier == null ? null : new BodyRef { Key = carrier.Key, Name = carrier.Name },
            Starts = w.Starts,
            Ends = w.Ends,
            Room = w.Count,
            Members = db.AdoptionRecords.Count(a => a.Solution == w.Solution && a.Wave == w.Id),
            InUse = db.AdoptionRecords.Count(a => a.Solution == w.Solution && a.Wave == w.Id && (a.Standing == AdoptionStep.InUse || a.Standing == AdoptionStep.BenefitsConfirmed)),
            Provenance = w.Provenance,
            IsRestricted = db.Shows(w.VisibleTo, "adoption-wave", w.Id.Value),
            Part = w.Id,
            Folded = carrier == null ? "" : carrier.Folded,
        };

    /// <summary>Waves are found by who carries them.</summary>
    public override Expression<Func<WaveItem, bool>> Contains(string folded) => w => w.Folded.Contains(folded);
}
