using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Knowledge;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Organisations;

/// <summary>Reads what a body is part of, in eight queries whatever the body.</summary>
public sealed class BodyRoleReader(SamstyringDb db)
{
    /// <summary>Rows of each kind that one page holds.</summary>
    public const int Most = 100;

    /// <summary>Other keys that lead to bodies: a body has a few, and so they are read beside it.</summary>
    public static IQueryable<AliasItem> Aliases(SamstyringDb db) =>
        db.OrganisationAliases.Select(a => new AliasItem { Alias = a.Alias, Note = a.Note, Provenance = a.Provenance, Organisation = a.Organisation });

    /// <param name="key">The body's own key, not an alias.</param>
    /// <param name="network">The network whose region the body lies in: its seats and its region's are the body's too.</param>
    /// <param name="aliases">What <see cref="Aliases"/> gave.</param>
    public async Task<BodyRoles> ReadAsync(string key, string? network, IReadOnlyList<AliasItem> aliases, CancellationToken ct)
    {
        var id = OrganisationId.Of(key);
        return new(
            aliases,
            await RelativesAsync(id, ct),
            await LifeEventsAsync(id, key, ct),
            await SeatsAsync(id, network is null ? null : OrganisationId.Of(network), ct),
            await MembershipsAsync(id, ct),
            await CouncilProjectsAsync(id, ct),
            await CoOperationsAsync(id, ct),
            await DecisionMandates.ReadAsync(db, id, ct),
            await NotesAsync(id, key, ct));
    }

    private async Task<IReadOnlyList<RelativeItem>> RelativesAsync(OrganisationId id, CancellationToken ct) =>
        await (from r in db.Organisations
               let successor = db.Organisations.Where(o => o.Id == id).Select(o => o.Successor).FirstOrDefault()
               where r.Parent == id || r.Successor == id || r.Id == successor || r.Id == db.Organisations.Where(o => o.Id == id).Select(o => o.Parent).FirstOrDefault()
               orderby r.SortKey, r.Key
               select new RelativeItem
               {
                   Key = r.Key,
                   Name = r.Name,
                   Kind = r.Kind,
                   Relation = r.Parent == id ? Relation.Child : r.Successor == id ? Relation.Predecessor : r.Id == successor ? Relation.Successor : Relation.Parent,
                   IsRegionalNetwork = db.Networks.Any(n => n.Id == r.Id),
               }).Take(Most).ToListAsync(ct);

    private async Task<IReadOnlyList<LifeEventOfBody>> LifeEventsAsync(OrganisationId id, string key, CancellationToken ct)
    {
        var letters = LetterItem.From(db).Where(l => l.Body == id);
        return await db.LifeEvents
            .Where(e => db.LifeEventActors.Where(a => a.Organisation == id).Select(a => a.LifeEvent).Union(db.LifeEventLetters.Where(l => l.Organisation == id).Select(l => l.LifeEvent)).Contains(e.Id))
            .OrderBy(e => e.Order).Take(Most).AsSingleQuery()
            .Select(e => new LifeEventOfBody
            {
                LifeEvent = e.Key,
                LifeEventName = e.Name,
                Slug = e.Slug,
                Roles = db.LifeEventActors.Where(a => a.LifeEvent == e.Id && a.Organisation == id).Join(db.LifeEvents, a => a.LifeEvent, own => own.Id, (a, own) => new { a, own.Key }).OrderBy(x => x.a.Order)
                    .Select(x => new RoleItem { Role = x.a.Role, Note = x.a.Note, Provenance = x.a.Provenance, IsRestricted = db.Shows(x.a.VisibleTo, "life-event-role", x.Key, key, Codes.Of(x.a.Role)) }).ToList(),
                Letters = letters.Where(l => l.LifeEvent == e.Id).OrderBy(l => l.Year).ThenBy(l => l.Order).ToList(),
            }).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<SeatItem>> SeatsAsync(OrganisationId id, OrganisationId? network, CancellationToken ct) =>
        await (from s in db.ForumSeats
               join f in db.Organisations on s.Forum equals f.Id
               join h in db.Organisations on s.Holder equals (OrganisationId?)h.Id into holders
               from holder in holders.DefaultIfEmpty()
               where s.Forum == id || s.Holder == id || (network != null && (s.Holder == network
                   || (db.Networks.Any(n => n.Id == network && n.Region == s.Region) && !db.Municipalities.Any(m => m.Id == s.Holder))))
               orderby f.SortKey, f.Key, s.Region, s.Id
               select new SeatItem
               {
                   Id = s.Id,
                   Forum = f.Key,
                   ForumName = f.Name,
                   HolderBody = holder == null ? null : new BodyRef { Key = holder.Key, Name = holder.Name },
                   Region = s.Region,
                   Seat = s.Seat,
                   Relation = s.Holder == id ? SeatRelation.Holder : s.Forum == id ? SeatRelation.Forum : SeatRelation.Region,
                   Note = s.Note,
                   Provenance = s.Provenance,
                   IsRestricted = db.Shows(s.VisibleTo, "forum-seat", s.Id.Value),
                   ForumIsNetwork = db.Networks.Any(n => n.Id == f.Id),
                   HolderIsNetwork = db.Networks.Any(n => n.Id == s.Holder),
               }).Take(Most).ToListAsync(ct);

    private async Task<IReadOnlyList<MembershipItem>> MembershipsAsync(OrganisationId id, CancellationToken ct) =>
        await (from m in db.Memberships.Where(m => m.Member == id).Concat(db.Memberships.Where(m => m.Body == id && m.Member != id))
               join b in db.Organisations on m.Body equals b.Id
               join o in db.Organisations on m.Member equals o.Id
               orderby b.SortKey, b.Key, m.SortKey, o.Key
               select new MembershipItem
               {
                   Body = b.Key,
                   BodyName = b.Name,
                   Member = o.Key,
                   MemberName = o.Name,
                   ValidFrom = m.ValidFrom,
                   ValidTo = m.ValidTo,
                   Provenance = m.Provenance,
                   IsRestricted = db.Shows(m.VisibleTo, "membership", b.Key, o.Key),
                   IsMember = m.Body == id,
                   BodyIsNetwork = db.Networks.Any(n => n.Id == m.Body),
               }).Take(Most).ToListAsync(ct);

    private async Task<IReadOnlyList<CouncilProjectOfBody>> CouncilProjectsAsync(OrganisationId id, CancellationToken ct) =>
        await (from p in db.CouncilProjects
               let own = db.CouncilProjectOrganisations.Any(l => l.Project == p.Number && l.Organisation == id)
               where own || p.Ministry == id
               orderby p.Number
               select new CouncilProjectOfBody
               {
                   Number = p.Number,
                   Year = p.Year,
                   Name = p.Name,
                   OrganisationText = p.OrganisationText,
                   AsOrganisation = own,
                   AsMinistry = p.Ministry == id,
                   Provenance = p.Provenance,
               }).Take(Most).ToListAsync(ct);

    private async Task<IReadOnlyList<CoOperationItem>> CoOperationsAsync(OrganisationId id, CancellationToken ct) =>
        await db.CoOperations.Where(c => c.Organisation == id || db.Memberships.Any(m => m.Member == id && m.Body == c.Organisation)).OrderBy(c => c.Key).Take(Most)
            .Select(c => new CoOperationItem { Key = c.Key, Name = c.Name, Kind = c.Kind, StatedCount = c.StatedCount, Note = c.Note, Provenance = c.Provenance, IsRestricted = db.Shows(c.VisibleTo, "co-operation", c.Key) }).ToListAsync(ct);

    /// <summary>Notes speak of a body by its key or by the key that the source uses for it.</summary>
    private async Task<IReadOnlyList<SourceNote>> NotesAsync(OrganisationId id, string key, CancellationToken ct)
    {
        var subject = "organisation:" + key;
        return await db.SourceNotes
            .Where(n => db.SourceNoteSubjects.Any(s => s.Note == n.Key
                && (s.Subject == subject || db.OrganisationAliases.Any(a => a.Organisation == id && s.Subject == "organisation:" + a.Alias))))
            .OrderBy(n => n.Key).Take(Most).ToListAsync(ct);
    }
}
