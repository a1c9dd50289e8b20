using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Knowledge;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Networks;

/// <summary>A body that became this network, and what the sources say of it.</summary>
public sealed record Predecessor(string Key, LocalizedText Name, int? StatedCount, LocalizedText Note, Provenance Provenance);

/// <summary>A municipality that the county puts in the network.</summary>
public sealed record NetworkMember(string Key, LocalizedText Name, Provenance Provenance, bool IsRestricted);

/// <summary>How far the network is with one theme.</summary>
public sealed record NetworkTheme(int Number, LocalizedText Name, ThemeState? State, Provenance Provenance, bool IsRestricted);

/// <summary>All that is known of one network, read in a fixed number of queries.</summary>
public sealed class NetworkPicture(SamstyringDb db)
{
    /// <summary>Members that a profile names; the list of municipalities has the rest.</summary>
    public const int MostMembers = 80;

    private const int Most = 100;

    /// <param name="Measures">All recommended measures: each of them is for all the networks.</param>
    public sealed record Picture(
        NetworkItem Network, LocalizedText Note, Provenance NoteProvenance, IReadOnlyList<BodyRef> Counties, IReadOnlyList<NetworkMember> Members, IReadOnlyList<SeatItem> Seats,
        IReadOnlyList<NetworkTheme> Themes, IReadOnlyList<MeasureItem> Measures, IReadOnlyList<Predecessor> Predecessors, IReadOnlyList<DecisionMandateItem> Mandates,
        IReadOnlyList<SourceNote> Notes)
    {
        /// <summary>Fields that no source speaks of, in the order of the profile.</summary>
        public IReadOnlyList<NetworkField> Missing { get; } = [.. NetworkFields.All.Where(field => Network.Facts.All(f => f.Field != field))];

        /// <summary>Measures that the networks themselves are to carry out, alone or with help.</summary>
        public IEnumerable<MeasureItem> OwnMeasures => Measures.Where(m => m.Responsible.Nb?.StartsWith("Nettverkene", StringComparison.Ordinal) is true);
    }

    public async Task<Picture?> ReadAsync(string key, CancellationToken ct)
    {
        if (await new NetworkList().From(db).SingleOrDefaultAsync(n => n.Key == key, ct) is not { } network)
        {
            return null;
        }

        var (id, counties, subjects) = (network.Id, network.Counties, new[] { "network:" + key, "organisation:" + key });
        var organisation = await db.Organisations.Where(o => o.Id == id).Select(o => new { o.Note, o.Provenance }).SingleAsync(ct);
        return new(
            network, organisation.Note, organisation.Provenance,
            await db.Organisations.Where(o => o.Kind == OrganisationKind.County && counties.Contains(o.Key)).OrderBy(o => o.SortKey).Select(o => new BodyRef { Key = o.Key, Name = o.Name }).ToListAsync(ct),
            await Members(id, key).Take(MostMembers).ToListAsync(ct),
            Seats.Ordered(await Seats.Of(db, s => s.Holder == id || s.Forum == id || s.Region == network.Region).Take(Seats.Most).ToListAsync(ct)),
            await Themes(id, key).Take(Most).ToListAsync(ct),
            await new MeasureList().From(db).OrderBy(m => m.Number).Take(Most).ToListAsync(ct),
            await db.Organisations.Where(o => o.Successor == id).OrderBy(o => o.SortKey).Select(o => new Predecessor(o.Key, o.Name, o.StatedCount, o.Note, o.Provenance)).ToListAsync(ct),
            await DecisionMandates.ReadAsync(db, id, ct),
            await db.SourceNotes.Where(n => db.SourceNoteSubjects.Any(s => s.Note == n.Key && subjects.Contains(s.Subject))).OrderBy(n => n.Key).Take(Most).ToListAsync(ct));
    }

    private IQueryable<NetworkMember> Members(OrganisationId network, string key) =>
        from m in db.Memberships
        join o in db.Organisations on m.Member equals o.Id
        where m.Body == network
        orderby m.SortKey, o.Key
        select new NetworkMember(o.Key, o.Name, m.Provenance, db.Shows(m.VisibleTo, "membership", key, o.Key));

    private IQueryable<NetworkTheme> Themes(OrganisationId network, string key) =>
        from c in db.ThemeCells
        join t in db.Themes on c.Theme equals t.Number
        where c.Network == network
        orderby t.Number
        select new NetworkTheme(t.Number, t.Name, c.State, c.Provenance, db.Shows(c.VisibleTo, "theme-cell", NumberKey.Write(t.Number), key));
}
