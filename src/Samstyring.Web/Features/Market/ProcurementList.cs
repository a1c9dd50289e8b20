using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Samstyring.Data;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Market;

/// <summary>When a municipality is to procure. For public bodies only.</summary>
public sealed record ProcurementItem
{
    public string Key => Part.ToString();

    /// <summary>The number of the municipality.</summary>
    public required string Municipality { get; init; }

    public required LocalizedText Name { get; init; }

    public required string County { get; init; }

    public required LocalizedText Text { get; init; }

    public required string? Starts { get; init; }

    public required string? Ends { get; init; }

    /// <summary>The vendor whose agreement it replaces or prolongs.</summary>
    public BodyRef? Vendor { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public PartId Part { get; init; }

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

/// <summary>The plans to procure of a solution, in time order. Whoever shows it tells that the solution was read: all rows are for all public bodies.</summary>
internal sealed class ProcurementList(string solution) : ListSpec<ProcurementItem>
{
    public override string Name => "procurements";

    public override string Path => $"/losninger/{solution}/anskaffelser";

    public override string Api => $"/api/v1/solutions/{solution}/procurements";

    public override IReadOnlyList<ListSort<ProcurementItem>> Sorts =>
    [
        new("starts", (rows, descending) => rows.By(descending, p => p.Starts ?? "", p => p.Part)),
        new("name", (rows, descending) => rows.By(descending, p => p.SortKey, p => p.Part)),
    ];

    public override IReadOnlyList<ExportField<ProcurementItem>> Fields =>
    [
        new("municipality_number", p => p.Municipality), new("name", p => p.Name.Nb), new("county", p => p.County), .. Text("text", p => p.Text), new("starts", p => p.Starts), new("ends", p => p.Ends), new("vendor", p => p.Vendor?.Key), .. Origin(p => p.Provenance),
    ];

    public override IQueryable<ProcurementItem> From(SamstyringDb db) =>
        from p in db.Set<ProcurementPlan>()
        where p.IsWithdrawn != true
        join s in db.Solutions on p.Solution equals s.Id
        where s.Key == solution
        join m in db.Municipalities on p.Organisation equals (OrganisationId?)m.Id
        join o in db.Organisations on m.Id equals o.Id
        join c in db.Organisations on m.County equals c.Id
        join v in db.Organisations on p.Vendor equals (OrganisationId?)v.Id into vendors
        from vendor in vendors.DefaultIfEmpty()
        select new ProcurementItem
        {
            Municipality = m.Number,
            Name = o.Name,
            County = c.Key,
            Text = p.Text,
            Starts = p.Starts,
            Ends = p.Ends,
            Vendor = vendor == null ? null : new BodyRef { Key = vendor.Key, Name = vendor.Name },
            Provenance = p.Provenance,
            Part = p.Id,
            SortKey = o.SortKey,
            Folded = o.Folded,
        };

    public override Expression<Func<ProcurementItem, bool>> Contains(string folded) => p => p.Folded.Contains(folded);
}
