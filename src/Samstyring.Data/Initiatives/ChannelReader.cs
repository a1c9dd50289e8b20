using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Actors;
using Samstyring.Domain.Governance;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Data.Initiatives;

/// <summary>A body through which municipalities can be spoken to.</summary>
/// <param name="IsRegionalNetwork">Whether it is one of the networks that have pages of their own.</param>
/// <param name="IsInvolved">Whether it is a participant or an actor of the initiative.</param>
public sealed record ChannelBody(OrganisationId Id, string Key, LocalizedText Name, OrganisationKind Kind, bool IsRegionalNetwork, bool IsInvolved);

/// <summary>How a municipality decides on a subject, where a source says so.</summary>
public sealed record DecisionModelFact(OrganisationId Municipality, LocalizedText Subject, DecisionModelKind Model, LocalizedText DecidedBy, Provenance Provenance);

/// <summary>Which bodies reach the municipalities that an initiative touches, as far as the viewer may see.</summary>
/// <param name="Links">Those to municipalities of <paramref name="Parts"/>; a body may be tied to one in several ways.</param>
/// <param name="Channels">Every body of a link, by name.</param>
/// <param name="Silent">Vendors of the initiative of which no customer is known.</param>
public sealed record ChannelFacts(
    Initiative Initiative, MunicipalParts Parts, IReadOnlyList<ChannelLink> Links, IReadOnlyList<ChannelBody> Channels, IReadOnlyList<StrengthOfRelation> Strengths, ILookup<OrganisationId, DecisionModelFact> Models,
    IReadOnlyList<ChannelBody> Silent);

/// <summary>Reads who reaches whom, in a fixed number of queries.</summary>
public static class ChannelReader
{
    private sealed record Municipal(OrganisationId Id, string Key, OrganisationId County);

    private sealed record Known(OrganisationId Id, string Key, LocalizedText Name, OrganisationKind Kind, int? Count, bool IsRegionalNetwork);

    private sealed record Member(OrganisationId Body, OrganisationId Municipality, OrganisationKind Kind, string? CoOperation, string? From, string? To, Provenance Provenance, AudienceId? VisibleTo, string BodyKey, string Number);

    /// <returns>Null where the viewer has no such initiative.</returns>
    public static async Task<ChannelFacts?> ReadAsync(SamstyringDb db, string key, DateOnly today, CancellationToken ct)
    {
        if (await db.Initiatives.SingleOrDefaultAsync(i => i.Key == key && i.Kind != InitiativeKind.Activity, ct) is not { } initiative)
        {
            return null;
        }

        var id = initiative.Id;
        var parts = (await db.InitiativeParts.Where(p => p.Initiative == id && p.IsWithdrawn != true
                && (p is AffectedArea || p is Participant || p is ActorEntry || p is Agreement || p is AgreementParty || p is ChannelStrength))
            .OrderBy(p => p.Order).ThenBy(p => p.Id).ToListAsync(ct)).ToLookup(p => p.GetType());
        var municipalities = await db.Municipalities.Select(m => new Municipal(m.Id, m.Number, m.County)).ToListAsync(ct);
        var members = await MembersAsync(db, today, ct);
        var mandates = await MandatesAsync(db, today, ct);
        var models = await db.DecisionModels.OrderBy(m => m.Id).ToListAsync(ct);
        var bodies = await BodiesAsync(db, [.. parts.SelectMany(kind => kind).Select(p => p.Organisation).OfType<OrganisationId>(), .. members.Select(m => m.Body), .. mandates.Select(m => m.Body)], ct);

        var standing = new BodiesOfMunicipalities(municipalities, members, bodies);
        var involved = parts[typeof(Participant)].Concat(parts[typeof(ActorEntry)]).Select(p => p.Organisation).OfType<OrganisationId>().ToHashSet();
        var suppliers = parts[typeof(Participant)].Cast<Participant>().Where(p => p.Role is ParticipantRole.Supplier).Select(p => p.Organisation).OfType<OrganisationId>()
            .Concat(bodies.Values.Where(b => b.Kind is OrganisationKind.Vendor && involved.Contains(b.Id)).Select(b => b.Id)).ToHashSet();
        var touched = MunicipalParts.From([.. parts[typeof(AffectedArea)].Cast<AffectedArea>()], [.. municipalities.Select(m => m.Id)], standing.Of);
        TellWhatIsShown(db, touched, members, mandates, models);
        List<ChannelLink> links =
        [
            .. mandates.Select(m => new ChannelLink(m.Body, m.Municipality, ChannelRelation.Mandate, m.Provenance)),
            .. members.Select(m => new ChannelLink(m.Body, m.Municipality, ChannelLink.RelationTo(m.Kind, m.CoOperation), m.Provenance)),
            .. ByAgreement(parts, suppliers, standing, today),
            .. await MembersOfKsAsync(db, municipalities, ct),
        ];
        links = [.. links.Where(link => touched.Of.ContainsKey(link.Municipality)).DistinctBy(link => (link.Channel, link.Municipality, link.Relation))];
        ChannelBody Body(OrganisationId body) => new(body, bodies[body].Key, bodies[body].Name, bodies[body].Kind, bodies[body].IsRegionalNetwork, involved.Contains(body));
        List<OrganisationId> order = [.. bodies.Keys];
        var linked = links.Select(link => link.Channel).ToHashSet();
        return new(
            initiative, touched, links, [.. order.Where(linked.Contains).Select(Body)], ChannelStrengths.Of(parts[typeof(ChannelStrength)].Cast<ChannelStrength>()),
            models.Select(m => new DecisionModelFact(m.Municipality, m.Subject, m.Model, m.DecidedBy, m.Provenance)).ToLookup(m => m.Municipality), [.. order.Where(body => bodies[body].Kind is OrganisationKind.Vendor && suppliers.Contains(body) && !linked.Contains(body)).Select(Body)]);
    }

    /// <summary>Those that hold today, in bodies that still are: the forerunner of a network reaches nobody.</summary>
    private static async Task<IReadOnlyList<Member>> MembersAsync(SamstyringDb db, DateOnly today, CancellationToken ct)
    {
        var rows = await (
            from m in db.Memberships
            join body in db.Organisations on m.Body equals body.Id
            join municipality in db.Municipalities on m.Member equals municipality.Id
            join c in db.CoOperations on m.Body equals c.Organisation into ofBody
            from coOperation in ofBody.DefaultIfEmpty()
            where body.Successor == null
            orderby body.Key, municipality.Number, coOperation == null ? "" : coOperation.Key
            select new { m.Body, m.Member, body.Kind, CoOperation = coOperation == null ? null : coOperation.Kind, m.ValidFrom, m.ValidTo, m.Provenance, m.VisibleTo, body.Key, municipality.Number }).ToListAsync(ct);
        return [.. rows.Select(m => new Member(m.Body, m.Member, m.Kind, m.CoOperation, m.ValidFrom, m.ValidTo, m.Provenance, m.VisibleTo, m.Key, m.Number)).Where(m => !(AsOf.First(m.From) > today) && !(AsOf.Last(m.To) < today))];
    }

    /// <summary>A mandate to keep the municipality's own facts lets nobody speak for it.</summary>
    private static async Task<IReadOnlyList<DecisionMandate>> MandatesAsync(SamstyringDb db, DateOnly today, CancellationToken ct)
    {
        var ownFacts = Folding.Fold(DecisionMandate.OwnFacts);
        return [.. (await db.DecisionMandates.Where(m => m.Folded != ownFacts).OrderBy(m => m.Id).ToListAsync(ct)).Where(m => m.Holds(today))];
    }

    /// <summary>What is read of municipalities that the initiative does not touch is not shown.</summary>
    private static void TellWhatIsShown(SamstyringDb db, MunicipalParts touched, IEnumerable<Member> members, IEnumerable<DecisionMandate> mandates, IEnumerable<DecisionModel> models)
    {
        foreach (var member in members.Where(m => touched.Of.ContainsKey(m.Municipality)))
        {
            db.Shows(member.VisibleTo, "membership", member.BodyKey, member.Number);
        }

        foreach (var mandate in mandates.Where(m => touched.Of.ContainsKey(m.Municipality)))
        {
            db.Shows(mandate.VisibleTo, "mandate", mandate.Id.Value);
        }

        foreach (var model in models.Where(m => touched.Of.ContainsKey(m.Municipality)))
        {
            db.Shows(model.VisibleTo, "decision-model", model.Id.Value);
        }
    }

    private static async Task<IEnumerable<ChannelLink>> MembersOfKsAsync(SamstyringDb db, IReadOnlyList<Municipal> municipalities, CancellationToken ct) =>
        await db.Organisations.Where(o => o.Kind == OrganisationKind.Ks && o.Parent == null).OrderBy(o => o.Key).Select(o => new { o.Id, o.Provenance }).FirstOrDefaultAsync(ct) is { } ks
            ? municipalities.Select(m => new ChannelLink(ks.Id, m.Id, ChannelRelation.Ks, ks.Provenance))
            : [];

    /// <summary>Who has an agreement with a vendor is its customer.</summary>
    private static IEnumerable<ChannelLink> ByAgreement(ILookup<Type, InitiativePart> parts, HashSet<OrganisationId> suppliers, BodiesOfMunicipalities standing, DateOnly today)
    {
        var over = parts[typeof(Agreement)].Cast<Agreement>().Where(a => AsOf.Last(a.Ends) < today).Select(a => a.Id).ToHashSet();
        return
            from parties in parts[typeof(AgreementParty)].Cast<AgreementParty>().Where(p => !over.Contains(p.Agreement)).GroupBy(p => p.Agreement)
            from vendor in parties
            where vendor.Organisation is { } body && suppliers.Contains(body)
            from customer in parties
            where customer.Organisation is not null && customer.Organisation != vendor.Organisation
            from municipality in standing.Of(customer.Organisation!.Value).Municipalities
            select new ChannelLink(vendor.Organisation!.Value, municipality, ChannelRelation.Vendor, vendor.Provenance);
    }

    /// <summary>By name.</summary>
    private static async Task<IReadOnlyDictionary<OrganisationId, Known>> BodiesAsync(SamstyringDb db, IReadOnlyCollection<OrganisationId> named, CancellationToken ct)
    {
        var ids = named.Distinct().ToList();
        var rows = await db.Organisations.Where(o => ids.Contains(o.Id) || (o.Kind == OrganisationKind.Ks && o.Parent == null)).OrderBy(o => o.SortKey).ThenBy(o => o.Key)
            .Select(o => new { o.Id, o.Key, o.Name, o.Kind, o.StatedCount, IsRegionalNetwork = db.Networks.Any(n => n.Id == o.Id) }).ToListAsync(ct);
        return new OrderedDictionary<OrganisationId, Known>(rows.Select(o => KeyValuePair.Create(o.Id, new Known(o.Id, o.Key, o.Name, o.Kind, o.StatedCount, o.IsRegionalNetwork))));
    }

    /// <summary>Which municipalities a body stands for.</summary>
    private sealed class BodiesOfMunicipalities(IReadOnlyList<Municipal> municipalities, IReadOnlyList<Member> members, IReadOnlyDictionary<OrganisationId, Known> bodies)
    {
        private readonly HashSet<OrganisationId> _municipalities = [.. municipalities.Select(m => m.Id)];

        private readonly ILookup<OrganisationId, OrganisationId> _ofCounty = municipalities.ToLookup(m => m.County, m => m.Id);

        private readonly ILookup<OrganisationId, OrganisationId> _members = members.ToLookup(m => m.Body, m => m.Municipality);

        public AreaBody Of(OrganisationId body) =>
            _municipalities.Contains(body) ? new([body], 1)
            : bodies.GetValueOrDefault(body) is { Kind: OrganisationKind.Ks } ? new(_municipalities, _municipalities.Count)
            : _ofCounty.Contains(body) ? new([.. _ofCounty[body]], _ofCounty[body].Count())
            : new([.. _members[body].Distinct()], bodies.GetValueOrDefault(body)?.Count);
    }
}
