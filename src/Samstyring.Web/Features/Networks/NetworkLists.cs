using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Networks;

/// <summary>One claim on one field of a network. Two claims on a field stand side by side.</summary>
public sealed record NetworkFactItem
{
    /// <summary>Names the fact for changing it.</summary>
    public string Key => Id.Value.ToString("D");

    [JsonIgnore]
    public NetworkFactId Id { get; init; }

    public required NetworkField Field { get; init; }

    public required LocalizedText Value { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public bool IsRestricted { get; init; }
}

/// <summary>A regional digitalisation network in a list.</summary>
public sealed record NetworkItem
{
    public required string Key { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>The region as the sources name it, of before 2024.</summary>
    public required string Region { get; init; }

    /// <summary>Numbers of today's counties that the region is now; inferred.</summary>
    public IReadOnlyList<string> Counties => CountyNumbers.Split('|');

    public required IReadOnlyList<NetworkFactItem> Facts { get; init; }

    /// <summary>Fields that at least one source speaks of, out of <see cref="Fields"/>.</summary>
    public required int FieldsKnown { get; init; }

    public int Fields => NetworkFields.All.Count;

    /// <summary>Today's municipalities in its counties. No source lists the members, so the number is inferred.</summary>
    public required int MembersInferred { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public string CountyNumbers { get; init; } = "";

    [JsonIgnore]
    public OrganisationId Id { get; init; }

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";

    /// <summary>The claims on a field, the surest and oldest first.</summary>
    public IReadOnlyList<NetworkFactItem> On(NetworkField field) =>
        [.. Facts.Where(f => f.Field == field).OrderBy(f => f.Provenance.Certainty).ThenBy(f => f.Provenance.AsOf, StringComparer.Ordinal).ThenBy(f => f.Value.Nb, StringComparer.Ordinal)];
}

internal static class NetworkFields
{
    /// <summary>The nine fields in the order of a profile .</summary>
    public static readonly IReadOnlyList<NetworkField> All = Enum.GetValues<NetworkField>();
}

internal sealed class NetworkList : ListSpec<NetworkItem>
{
    public override string Name => "networks";

    public override string Path => "/nettverk";

    public override IReadOnlyList<ListFilter<NetworkItem>> Filters =>
        [ListFilters.Code<NetworkItem, NetworkField>("fact", "network-field", wanted => n => n.Facts.Any(f => f.Field == wanted))];

    public override IReadOnlyList<ListSort<NetworkItem>> Sorts =>
    [
        new("name", (rows, descending) => rows.By(descending, n => n.SortKey, n => n.Key)),
        new("members", (rows, descending) => rows.By(descending, n => n.MembersInferred, n => n.Key)),
        new("facts", (rows, descending) => rows.By(descending, n => n.FieldsKnown, n => n.Key)),
    ];

    public override IReadOnlyList<ExportField<NetworkItem>> Fields =>
    [
        new("key", n => n.Key), .. Text("name", n => n.Name), new("region", n => n.Region), new("counties", n => string.Join('|', n.Counties)),
        .. NetworkFields.All.SelectMany(Columns),
        new("fields_known", n => n.FieldsKnown), new("members_inferred", n => n.MembersInferred), .. Origin(n => n.Provenance),
    ];

    public override IQueryable<NetworkItem> From(SamstyringDb db) =>
        from n in db.Networks
        join o in db.Organisations on n.Id equals o.Id
        select new NetworkItem
        {
            Key = o.Key,
            Name = o.Name,
            Region = n.Region,
            Facts = db.NetworkFacts.Where(f => f.Network == n.Id).OrderBy(f => f.Field).ThenBy(f => f.Id)
                .Select(f => new NetworkFactItem { Id = f.Id, Field = f.Field, Value = f.Value, Provenance = f.Provenance, IsRestricted = db.Shows(f.VisibleTo, "network-fact", f.Id.Value) }).ToList(),
            FieldsKnown = db.NetworkFacts.Where(f => f.Network == n.Id).Select(f => f.Field).Distinct().Count(),
            MembersInferred = db.Memberships.Count(m => m.Body == n.Id),
            Provenance = n.Provenance,
            CountyNumbers = n.Counties,
            Id = n.Id,
            SortKey = o.SortKey,
            Folded = o.Folded,
        };

    public override Expression<Func<NetworkItem, bool>> Contains(string folded) => n => n.Folded.Contains(folded);

    private static IEnumerable<ExportField<NetworkItem>> Columns(NetworkField field) =>
        [new(Codes.Of(field) + "_nb", n => Claims(n, field, f => f.Nb)), new(Codes.Of(field) + "_en", n => Claims(n, field, f => f.En))];

    /// <summary>Several claims on a field share a cell with a bar between them; none is «ukjent».</summary>
    private static string? Claims(NetworkItem network, NetworkField field, Func<LocalizedText, string?> language) =>
        network.On(field) is { Count: > 0 } claims ? string.Join('|', claims.Select(c => language(c.Value))) : null;
}
