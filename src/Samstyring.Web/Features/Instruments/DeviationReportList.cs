using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Instruments;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Instruments;

/// <summary>The deviations of a body, with what they are out of .</summary>
public sealed record DeviationReportItem
{
    public required string Key { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>A body that deviates and sells is in the report twice.</summary>
    public required DeviationGroup Group { get; init; }

    public required int Deviations { get; init; }

    public int Approved { get; init; }

    public int NotApproved { get; init; }

    public int Expired { get; init; }

    /// <summary>How many of the guidelines the deviations are from.</summary>
    public int Guidelines { get; init; }

    public int OfGuidelines => Enum.GetValues<Guideline>().Length;

    /// <summary>Initiatives with such a deviation.</summary>
    public int Initiatives { get; init; }

    /// <summary>Initiatives that the body takes part in or deviates in.</summary>
    public int OfInitiatives { get; init; }

    [JsonIgnore]
    public OrganisationId Id { get; init; }

    [JsonIgnore]
    public bool IsVendor { get; init; }

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

/// <summary>Deviations counted for each agency, municipality and vendor. A body without a registered deviation is not in it: that is not the same as having none.</summary>
internal sealed class DeviationReportList(TimeProvider clock) : ListSpec<DeviationReportItem>
{
    public override string Name => "deviation-report";

    public override string Path => "/avvik/rapport";

    public override IReadOnlyList<ListFilter<DeviationReportItem>> Filters => [ListFilters.Code<DeviationReportItem, DeviationGroup>("group", "deviation-group", value => row => row.Group == value)];

    public override IReadOnlyList<ListSort<DeviationReportItem>> Sorts =>
    [
        new("group", (rows, descending) => descending
            ? rows.OrderByDescending(r => r.Group).ThenByDescending(r => r.SortKey).ThenByDescending(r => r.Key).ThenByDescending(r => r.IsVendor)
            : rows.OrderBy(r => r.Group).ThenBy(r => r.SortKey).ThenBy(r => r.Key).ThenBy(r => r.IsVendor)),
        new("name", (rows, descending) => descending ? rows.OrderByDescending(r => r.SortKey).ThenByDescending(r => r.Key).ThenByDescending(r => r.IsVendor) : rows.OrderBy(r => r.SortKey).ThenBy(r => r.Key).ThenBy(r => r.IsVendor)),
        new("deviations", (rows, descending) => descending ? rows.OrderByDescending(r => r.Deviations).ThenByDescending(r => r.Key).ThenByDescending(r => r.IsVendor) : rows.OrderBy(r => r.Deviations).ThenBy(r => r.Key).ThenBy(r => r.IsVendor)),
    ];

    public override IReadOnlyList<ExportField<DeviationReportItem>> Fields =>
    [
        new("group", r => Codes.Of(r.Group)), new("key", r => r.Key), .. Text("name", r => r.Name), new("deviations", r => r.Deviations), new("approved", r => r.Approved), new("not_approved", r => r.NotApproved), new("expired", r => r.Expired),
        new("guidelines", r => r.Guidelines), new("of_guidelines", r => r.OfGuidelines), new("initiatives", r => r.Initiatives), new("of_initiatives", r => r.OfInitiatives),
    ];

    public override IQueryable<DeviationReportItem> From(SamstyringDb db)
    {
        var deviations = Counted(db);
        var bodies = deviations.Where(d => d.Organisation != null).Select(d => new { Body = d.Organisation, IsVendor = false }).Union(deviations.Where(d => d.Vendor != null).Select(d => new { Body = d.Vendor, IsVendor = true }));
        return
            from b in bodies
            join o in db.Organisations on b.Body equals (OrganisationId?)o.Id
            select new DeviationReportItem
            {
                Key = o.Key,
                Name = o.Name,
                Group = b.IsVendor ? DeviationGroup.Vendor : o.Level == Level.State ? DeviationGroup.Agency : o.Level == Level.Municipality ? DeviationGroup.Municipality : DeviationGroup.Other,
                Deviations = b.IsVendor ? deviations.Count(d => d.Vendor == o.Id) : deviations.Count(d => d.Organisation == o.Id),
                Id = o.Id,
                IsVendor = b.IsVendor,
                SortKey = o.SortKey,
                Folded = o.Folded,
            };
    }

    public override Expression<Func<DeviationReportItem, bool>> Contains(string folded) => row => row.Folded.Contains(folded);

    public override async Task<IReadOnlyList<DeviationReportItem>> CompleteAsync(SamstyringDb db, IReadOnlyList<DeviationReportItem> rows, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        List<OrganisationId?> bodies = [.. rows.Select(row => (OrganisationId?)row.Id).Distinct()];
        var deviations = await Counted(db).Where(d => bodies.Contains(d.Organisation) || bodies.Contains(d.Vendor)).ToListAsync(ct);
        var participants = await db.Set<Participant>().Where(p => p.IsWithdrawn != true && bodies.Contains(p.Organisation)).Select(p => new { p.Organisation, p.Initiative }).Distinct().ToListAsync(ct);
        var takesPartIn = participants.ToLookup(p => p.Organisation, p => p.Initiative);
        return [.. rows.Select(row => Complete(row, [.. deviations.Where(d => (row.IsVendor ? d.Vendor : d.Organisation) == row.Id)], takesPartIn[row.Id], today))];
    }

    private static DeviationReportItem Complete(DeviationReportItem row, IReadOnlyList<Deviation> deviations, IEnumerable<InitiativeId> takesPartIn, DateOnly today)
    {
        var states = deviations.ToLookup(d => d.StateOn(today));
        var initiatives = deviations.Select(d => d.Initiative).Distinct().ToList();
        return row with
        {
            Approved = states[DeviationState.Approved].Count(),
            NotApproved = states[DeviationState.NotApproved].Count(),
            Expired = states[DeviationState.Expired].Count(),
            Guidelines = deviations.Select(d => d.Guideline).Distinct().Count(),
            Initiatives = initiatives.Count,
            OfInitiatives = initiatives.Union(takesPartIn).Count(),
        };
    }

    /// <summary>What was withdrawn counts nowhere, and nothing of an initiative that the reader may not see.</summary>
    private static IQueryable<Deviation> Counted(SamstyringDb db) => db.Set<Deviation>().Where(d => d.IsWithdrawn != true && db.Initiatives.Any(i => i.Id == d.Initiative));
}
