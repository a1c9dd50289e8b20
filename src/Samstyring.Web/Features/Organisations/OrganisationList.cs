using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Organisations;

/// <summary>A body: a ministry, an agency, a network, a municipality, a county, a company.</summary>
public sealed record OrganisationItem
{
    /// <summary>As in the sources; the number of a municipality (four digits) or a county (two).</summary>
    public required string Key { get; init; }

    public required LocalizedText Name { get; init; }

    [JsonPropertyName("short")]
    public required string? ShortName { get; init; }

    public required OrganisationKind Kind { get; init; }

    public required Level Level { get; init; }

    /// <summary>The key of the body it belongs to.</summary>
    public string? Parent => ParentBody?.Key;

    /// <summary>Whether it stands for several bodies.</summary>
    public required bool IsCollective { get; init; }

    /// <summary>How many bodies a source says that it stands for.</summary>
    public required int? StatedCount { get; init; }

    public required string? ValidFrom { get; init; }

    public required string? ValidTo { get; init; }

    /// <summary>The key of the body that came after it.</summary>
    public required string? Successor { get; init; }

    /// <summary>What the sources call an unclassified body.</summary>
    public required string? SuggestedKind { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public OrganisationId Id { get; init; }

    [JsonIgnore]
    public BodyRef? ParentBody { get; init; }

    /// <summary>One of the ten networks that have a page of their own.</summary>
    [JsonIgnore]
    public bool IsRegionalNetwork { get; init; }

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

internal sealed class OrganisationList : ListSpec<OrganisationItem>
{
    public override string Name => "organisations";

    public override string Path => "/organisasjoner";

    public override bool CountIsRemembered => true;

    public override IReadOnlyList<ListFilter<OrganisationItem>> Filters =>
    [
        ListFilters.Code<OrganisationItem, OrganisationKind>("kind", "organisation-kind", kind => o => o.Kind == kind),
        ListFilters.Code<OrganisationItem, Level>("level", "level", level => o => o.Level == level),
        ListFilters.Fixed<OrganisationItem>("collective", "organisation.collective", ["yes", "no"], value => value == "yes" ? o => o.IsCollective : o => !o.IsCollective),
    ];

    public override IReadOnlyList<ListSort<OrganisationItem>> Sorts =>
    [
        new("name", (rows, descending) => rows.By(descending, o => o.SortKey, o => o.Key)),
        new("kind", (rows, descending) => descending
            ? rows.OrderByDescending(o => o.Kind).ThenByDescending(o => o.SortKey).ThenByDescending(o => o.Key)
            : rows.OrderBy(o => o.Kind).ThenBy(o => o.SortKey).ThenBy(o => o.Key)),
    ];

    public override IReadOnlyList<ExportField<OrganisationItem>> Fields =>
    [
        new("key", o => o.Key), .. Text("name", o => o.Name), new("short", o => o.ShortName), new("kind", o => Codes.Of(o.Kind)), new("level", o => Codes.Of(o.Level)), new("parent", o => o.Parent),
        new("is_collective", o => o.IsCollective), new("stated_count", o => o.StatedCount), new("valid_from", o => o.ValidFrom), new("valid_to", o => o.ValidTo), new("successor", o => o.Successor),
        new("suggested_kind", o => o.SuggestedKind), .. Text("note", o => o.Note), .. Origin(o => o.Provenance),
    ];

    /// <summary>A left join for the parent: a subquery with a body in it would number all organisations for each page.</summary>
    public override IQueryable<OrganisationItem> From(SamstyringDb db) =>
        from o in db.Organisations
        join p in db.Organisations on o.Parent equals (OrganisationId?)p.Id into parents
        from parent in parents.DefaultIfEmpty()
        select new OrganisationItem
        {
            Id = o.Id,
            Key = o.Key,
            Name = o.Name,
            ShortName = o.ShortName,
            Kind = o.Kind,
            Level = o.Level,
            ParentBody = parent == null ? null : new BodyRef { Key = parent.Key, Name = parent.Name },
            IsCollective = o.IsCollective,
            StatedCount = o.StatedCount,
            ValidFrom = o.ValidFrom,
            ValidTo = o.ValidTo,
            Successor = db.Organisations.Where(s => s.Id == o.Successor).Select(s => s.Key).FirstOrDefault(),
            SuggestedKind = o.SuggestedKind,
            Note = o.Note,
            Provenance = o.Provenance,
            IsRegionalNetwork = db.Networks.Any(n => n.Id == o.Id),
            SortKey = o.SortKey,
            Folded = o.Folded,
        };

    public override Expression<Func<OrganisationItem, bool>> Contains(string folded) => o => o.Folded.Contains(folded);
}
