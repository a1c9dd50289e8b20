using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Governance;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Governance;

/// <summary>An agreement between parties of an initiative .</summary>
public sealed record AgreementItem
{
    public string Key => Part.ToString();

    public required string Initiative { get; init; }

    public required LocalizedText InitiativeName { get; init; }

    public required LocalizedText Name { get; init; }

    public required AgreementKind Kind { get; init; }

    public required string? Starts { get; init; }

    public required string? Ends { get; init; }

    /// <summary>When the money that it stands on ends.</summary>
    public required string? MoneyEnds { get; init; }

    public required string? SignedOn { get; init; }

    /// <summary>What it speaks of.</summary>
    public required IReadOnlyList<Coverage> Covers { get; init; }

    /// <summary>What a source says that it does not speak of; what is in neither list is unknown.</summary>
    public required IReadOnlyList<Coverage> Lacks { get; init; }

    public IReadOnlyList<PartyItem> Parties { get; init; } = [];

    public required Provenance Provenance { get; init; }

    /// <summary>Whether it is kept from the public.</summary>
    public bool IsRestricted { get; init; }

    [JsonIgnore]
    public PartId Part { get; init; }

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

/// <param name="Organisation">Null where the party is no body of the registry.</param>
public sealed record PartyItem(string? Organisation, LocalizedText Name, string? SignedOn);

internal sealed class AgreementList : ListSpec<AgreementItem>
{
    public override string Name => "agreements";

    public override string Path => "/avtaler";

    public override IReadOnlyList<ListFilter<AgreementItem>> Filters => [new("initiative", "agreements.initiative", InitiativesAsync, value => a => a.Initiative == value)];

    public override IReadOnlyList<ListSort<AgreementItem>> Sorts =>
    [
        new("name", (rows, descending) => rows.By(descending, a => a.Name.Nb ?? a.Name.En ?? "", a => a.Part)),
        new("ends", (rows, descending) => rows.By(descending, a => a.Ends ?? "", a => a.Part)),
    ];

    public override IReadOnlyList<ExportField<AgreementItem>> Fields =>
    [
        new("key", a => a.Key), new("initiative", a => a.Initiative), .. Text("name", a => a.Name), new("kind", a => Codes.Of(a.Kind)), new("starts", a => a.Starts), new("ends", a => a.Ends), new("money_ends", a => a.MoneyEnds),
        new("signed_on", a => a.SignedOn), new("covers", a => string.Join('|', a.Covers.Select(Codes.Of))), new("lacks", a => string.Join('|', a.Lacks.Select(Codes.Of))),
        new("parties", a => string.Join('|', a.Parties.Select(party => party.Organisation ?? party.Name.ToString()))), .. Origin(a => a.Provenance),
    ];

    public override IQueryable<AgreementItem> From(SamstyringDb db) =>
        from a in db.Set<Agreement>()
        where a.IsWithdrawn != true
        join i in db.Initiatives on a.Initiative equals i.Id
        select new AgreementItem
        {
            Initiative = i.Key,
            InitiativeName = i.Name,
            Name = a.Name,
            Kind = a.Kind,
            Starts = a.Starts,
            Ends = a.Ends,
            MoneyEnds = a.MoneyEnds,
            SignedOn = a.SignedOn,
            Covers = a.Covers,
            Lacks = a.Lacks,
            Provenance = a.Provenance,
            IsRestricted = db.Shows(a.VisibleTo, "agreement", a.Id.Value),
            Part = a.Id,
            Folded = i.Folded,
        };

    /// <summary>Agreements are found by the initiative that they belong to.</summary>
    public override Expression<Func<AgreementItem, bool>> Contains(string folded) => a => a.Folded.Contains(folded);

    public override async Task<IReadOnlyList<AgreementItem>> CompleteAsync(SamstyringDb db, IReadOnlyList<AgreementItem> rows, CancellationToken ct)
    {
        PartId[] agreements = [.. rows.Select(row => row.Part)];
        var parties = await (
            from p in db.Set<AgreementParty>()
            where agreements.Contains(p.Agreement) && p.IsWithdrawn != true
            join o in db.Organisations on p.Organisation equals (OrganisationId?)o.Id into bodies
            from body in bodies.DefaultIfEmpty()
            orderby p.Order, p.Id
            select new { p.Agreement, Key = body == null ? null : body.Key, p.Name, IsRestricted = db.Shows(p.VisibleTo, "agreement-party", p.Id.Value), Nb = body == null ? null : body.Name.Nb, En = body == null ? null : body.Name.En, p.SignedOn }).ToListAsync(ct);
        var of = parties.ToLookup(party => party.Agreement, party => new PartyItem(party.Key, party.Name.IsUnknown ? new(party.Nb, Nn: null, party.En) : party.Name, party.SignedOn));
        return [.. rows.Select(row => row with { Parties = [.. of[row.Part]] })];
    }

    private static async Task<IReadOnlyList<FilterOption>> InitiativesAsync(SamstyringDb db, CancellationToken ct) =>
    [
        .. await db.Initiatives.Where(i => db.Set<Agreement>().Any(a => a.Initiative == i.Id && a.IsWithdrawn != true)).OrderBy(i => i.SortKey).ThenBy(i => i.Key).Select(i => new FilterOption(i.Key, i.Name)).ToListAsync(ct),
    ];
}
