using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Instruments;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Instruments;

/// <summary>A guideline for architecture that an initiative does not follow .</summary>
public sealed record DeviationItem
{
    public string Key => Part.ToString();

    public required string Initiative { get; init; }

    public required LocalizedText InitiativeName { get; init; }

    public required Guideline Guideline { get; init; }

    /// <summary>What is done otherwise.</summary>
    public required LocalizedText Text { get; init; }

    public required LocalizedText Reason { get; init; }

    /// <summary>The body that deviates.</summary>
    public BodyRef? Organisation { get; init; }

    /// <summary>The vendor whose product it is in.</summary>
    public BodyRef? Vendor { get; init; }

    public required string? Reported { get; init; }

    /// <summary>Unknown where nobody has.</summary>
    public required LocalizedText ApprovedBy { get; init; }

    public required string? ApprovedOn { get; init; }

    /// <summary>When it is to be over.</summary>
    public required string? Ends { get; init; }

    /// <summary>As it is today.</summary>
    public DeviationState State { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>Whether it is kept from the public.</summary>
    public bool IsRestricted { get; init; }

    [JsonIgnore]
    public PartId Part { get; init; }

    [JsonIgnore]
    public string OrganisationKey { get; init; } = "";

    [JsonIgnore]
    public string VendorKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

/// <summary>All deviations, by organisation and vendor and by whether somebody has approved them.</summary>
internal sealed class DeviationList(TimeProvider clock) : ListSpec<DeviationItem>
{
    public override string Name => "deviations";

    public override string Path => "/avvik";

    public override IReadOnlyList<ListFilter<DeviationItem>> Filters =>
    [
        new("organisation", "deviations.organisation", OrganisationsAsync, value => d => d.OrganisationKey == value),
        new("vendor", "deviations.vendor", VendorsAsync, value => d => d.VendorKey == value),
        ListFilters.Code<DeviationItem, DeviationState>("state", "deviation-state", value => d => d.State == value),
    ];

    public override IReadOnlyList<ListSort<DeviationItem>> Sorts =>
    [
        new("guideline", (rows, descending) => rows.By(descending, d => d.Guideline, d => d.Part)),
        new("reported", (rows, descending) => rows.By(descending, d => d.Reported ?? "", d => d.Part)),
        new("ends", (rows, descending) => rows.By(descending, d => d.Ends ?? "", d => d.Part)),
    ];

    public override IReadOnlyList<ExportField<DeviationItem>> Fields =>
    [
        new("key", d => d.Key), new("initiative", d => d.Initiative), new("guideline", d => Codes.Of(d.Guideline)), .. Text("text", d => d.Text), .. Text("reason", d => d.Reason),
        new("organisation", d => d.Organisation?.Key), new("vendor", d => d.Vendor?.Key), new("reported", d => d.Reported), .. Text("approved_by", d => d.ApprovedBy), new("approved_on", d => d.ApprovedOn), new("ends", d => d.Ends),
        new("state", d => Codes.Of(d.State)), .. Origin(d => d.Provenance),
    ];

    public override IQueryable<DeviationItem> From(SamstyringDb db)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (month, year) = (today[..7], today[..4]);
        // Times are years, months or days: as texts they stand in order, and only the year and the month of today are before today without being over.
#pragma warning disable CA1309, CA1310, MA0001 // The database compares by code point; no other form is translated.
        return
            from d in db.Set<Deviation>()
            where d.IsWithdrawn != true
            join i in db.Initiatives on d.Initiative equals i.Id
            join o in db.Organisations on d.Organisation equals (OrganisationId?)o.Id into bodies
            from body in bodies.DefaultIfEmpty()
            join v in db.Organisations on d.Vendor equals (OrganisationId?)v.Id into vendors
            from vendor in vendors.DefaultIfEmpty()
            select new DeviationItem
            {
                Initiative = i.Key,
                InitiativeName = i.Name,
                Guideline = d.Guideline,
                Text = d.Text,
                Reason = d.Note,
                Organisation = body == null ? null : new BodyRef { Key = body.Key, Name = body.Name },
                Vendor = vendor == null ? null : new BodyRef { Key = vendor.Key, Name = vendor.Name },
                Reported = d.Starts,
                ApprovedBy = d.Name,
                ApprovedOn = d.SignedOn,
                Ends = d.Ends,
                State = d.Ends != null && string.Compare(d.Ends, today) < 0 && d.Ends != month && d.Ends != year ? DeviationState.Expired
                    : d.SignedOn != null && string.Compare(d.SignedOn, today) <= 0 && (d.Name.Nb != null || d.Name.Nn != null || d.Name.En != null) ? DeviationState.Approved
                    : DeviationState.NotApproved,
                Provenance = d.Provenance,
                IsRestricted = db.Shows(d.VisibleTo, "deviation", d.Id.Value),
                Part = d.Id,
                OrganisationKey = body == null ? "" : body.Key,
                VendorKey = vendor == null ? "" : vendor.Key,
                Folded = i.Folded + " " + (body == null ? "" : body.Folded) + " " + (vendor == null ? "" : vendor.Folded),
            };
#pragma warning restore CA1309, CA1310, MA0001
    }

    /// <summary>Deviations are found by the initiative, the body and the vendor that they belong to.</summary>
    public override Expression<Func<DeviationItem, bool>> Contains(string folded) => d => d.Folded.Contains(folded);

    private static async Task<IReadOnlyList<FilterOption>> OrganisationsAsync(SamstyringDb db, CancellationToken ct) =>
    [
        .. await db.Organisations.Where(o => db.Set<Deviation>().Any(d => d.Organisation == o.Id && d.IsWithdrawn != true)).OrderBy(o => o.SortKey).ThenBy(o => o.Key).Select(o => new FilterOption(o.Key, o.Name)).ToListAsync(ct),
    ];

    private static async Task<IReadOnlyList<FilterOption>> VendorsAsync(SamstyringDb db, CancellationToken ct) =>
    [
        .. await db.Organisations.Where(o => db.Set<Deviation>().Any(d => d.Vendor == o.Id && d.IsWithdrawn != true)).OrderBy(o => o.SortKey).ThenBy(o => o.Key).Select(o => new FilterOption(o.Key, o.Name)).ToListAsync(ct),
    ];
}
