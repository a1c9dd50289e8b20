using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Web.Features.Design;

/// <summary>A municipality lets a body decide for it on a subject: since when, and on what ground.</summary>
public sealed record DecisionMandateItem
{
    /// <summary>Names the mandate for changing it.</summary>
    public string Key => Id.Value.ToString("D");

    [JsonIgnore]
    public DecisionMandateId Id { get; init; }

    /// <summary>The number of the municipality that decided so.</summary>
    public required string Municipality { get; init; }

    public required LocalizedText MunicipalityName { get; init; }

    /// <summary>The key of the body that decides.</summary>
    public required string Body { get; init; }

    public required LocalizedText BodyName { get; init; }

    public required LocalizedText Subject { get; init; }

    public required string? ValidFrom { get; init; }

    public required string? ValidTo { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public bool BodyIsNetwork { get; init; }

    [JsonIgnore]
    public bool IsRestricted { get; init; }
}

/// <summary>The mandates on a page: those a municipality gave, or those a body has.</summary>
/// <param name="Of">The key of the municipality or the body.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Given">Whether it is the municipality that gave them.</param>
public sealed record MandateTable(string Of, string Name, bool Given, IReadOnlyList<DecisionMandateItem> Mandates)
{
    public static MandateTable GivenBy(string municipality, string name, IReadOnlyList<DecisionMandateItem> mandates) => new(municipality, name, Given: true, [.. mandates.Where(m => m.Municipality == municipality)]);

    public static MandateTable HeldBy(string body, string name, IReadOnlyList<DecisionMandateItem> mandates) => new(body, name, Given: false, [.. mandates.Where(m => m.Body == body)]);
}

/// <summary>Reads the mandates that a body gave or has, in one query.</summary>
public static class DecisionMandates
{
    /// <summary>Mandates that one page holds.</summary>
    private const int Most = 100;

    public static async Task<IReadOnlyList<DecisionMandateItem>> ReadAsync(SamstyringDb db, OrganisationId body, CancellationToken ct) =>
        await (
            from m in db.DecisionMandates.Where(m => m.Municipality == body).Concat(db.DecisionMandates.Where(m => m.Body == body && m.Municipality != body))
            join municipality in db.Organisations on m.Municipality equals municipality.Id
            join o in db.Organisations on m.Body equals o.Id
            orderby m.Folded, o.SortKey, municipality.SortKey, m.Id
            select new DecisionMandateItem
            {
                Id = m.Id,
                Municipality = municipality.Key,
                MunicipalityName = municipality.Name,
                Body = o.Key,
                BodyName = o.Name,
                Subject = m.Subject,
                ValidFrom = m.ValidFrom,
                ValidTo = m.ValidTo,
                Note = m.Note,
                Provenance = m.Provenance,
                BodyIsNetwork = db.Networks.Any(n => n.Id == m.Body),
                IsRestricted = db.Shows(m.VisibleTo, "mandate", m.Id.Value),
            }).Take(Most).ToListAsync(ct);
}
