using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Actors;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Governance;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Instruments;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Records;

/// <summary>A kind of part of an initiative: whoever owns the initiative answers for it.</summary>
/// <param name="anchor">Where the initiative's page shows it: <c>/avtaler</c>, <c>#milepæler</c>.</param>
/// <param name="team">Whether only the team sees it, always.</param>
internal sealed class PartRecord<T>(string name, string plural, string anchor, Func<FieldsOf<T>, FieldsOf<T>> fields, Func<T, LocalizedText>? title = null, bool team = false, Func<InitiativeId, RecordValues, PartId>? id = null, bool ofBody = false)
    : PartRecordOf<T>(name, plural, anchor, "initiative", fields, title, ofBody)
    where T : InitiativePart
{
    internal override Part Make(PartId id, string owner, int order, Provenance origin, AudienceId? visibleTo)
    {
        var part = MakePart(id, order, origin, team ? Team.Of(InitiativeId.Of(owner)) : visibleTo);
        Set(part, nameof(InitiativePart.Initiative), InitiativeId.Of(owner));
        return part;
    }

    protected override PartId IdOf(string owner, RecordValues values) => id?.Invoke(InitiativeId.Of(owner), values) ?? PartId.New();

    protected override async Task<PartOwner?> OwnerAsync(SamstyringDb db, string key, CancellationToken ct) =>
        await db.Initiatives.Where(i => i.Key == key && i.Kind != InitiativeKind.Activity).Select(i => new { i.Id, i.Name, i.VisibleTo }).SingleOrDefaultAsync(ct) is { } found
            ? new(key, found.Name, "/tiltak/" + key, found.VisibleTo, await Names.OwnersAsync(db, found.Id, ct)) : null;

    protected override Task<string> OwnerKeyAsync(SamstyringDb db, T part, CancellationToken ct) => db.Initiatives.Where(i => i.Id == part.Initiative).Select(i => i.Key).SingleAsync(ct);

    protected override async Task<int> LastOrderAsync(SamstyringDb db, string owner, CancellationToken ct)
    {
        var initiative = InitiativeId.Of(owner);
        return await db.Set<T>().Where(p => p.Initiative == initiative).MaxAsync(p => (int?)p.Order, ct) ?? 0;
    }

    protected override Task<Reason?> CheckBesideAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct) => InitiativeParts.CheckAsync(db, this, key, values, ct);

    protected override Task<IReadOnlyList<RecordChoice>> ChoicesOfAsync(SamstyringDb db, string field, string owner, CancellationToken ct) => InitiativeParts.ChoicesAsync(db, field, InitiativeId.Of(owner), ct);
}

/// <summary>All kinds of parts of initiatives.</summary>
public static class InitiativeParts
{
    private static readonly PartRecord[] Kinds =
    [
        new PartRecord<Participant>("participant", "participants", "#deltakere", f => f.Code<ParticipantRole>("role", nameof(Participant.Role), required: true).Body("organisation", nameof(InitiativePart.Organisation))
            .Localized("name", nameof(Participant.Name)).Number("count", nameof(Participant.Count)).Localized("text", nameof(Participant.Text)), p => p.Name),
        new PartRecord<AffectedArea>("affected-area", "affected-areas", "#berorte", f => f.Body("organisation", nameof(InitiativePart.Organisation)).Localized("name", nameof(AffectedArea.Name)).Number("count", nameof(AffectedArea.Count))
            .OptionalYesNo("must_decide", nameof(AffectedArea.MustDecide)), a => a.Name),
        new PartRecord<Commitment>("commitment", "commitments", "#forpliktelser", f => f.Body("organisation", nameof(InitiativePart.Organisation), required: true).Localized("name", nameof(Commitment.Name))
            .Codes<CommitmentTo>("covers", nameof(Commitment.Covers)).Time("signed_on", nameof(Commitment.SignedOn)), c => c.Name),
        new PartRecord<Dependency>("dependency", "dependencies", "#avhengigheter", f => f.Choice("other", nameof(Dependency.Other), required: true).Localized("text", nameof(Dependency.Text), required: true).Number("days", nameof(Dependency.Days), most: 3650), d => d.Text),
        new PartRecord<PhasePlan>("phase-plan", "phase-plans", "#faser", f => f.Choice("phase", nameof(PhasePlan.Phase), required: true).Code<PhaseState>("state", nameof(PhasePlan.State), required: true)
            .Time("starts", nameof(PhasePlan.Starts)).Time("ends", nameof(PhasePlan.Ends)).Number("cost", nameof(PhasePlan.Cost), most: 2_000_000_000).Number("count", nameof(PhasePlan.Count), most: 100_000)),
        new PartRecord<KeyEvent>("key-event", "key-events", "#tidslinje", f => f.Code<EventKind>("kind", nameof(KeyEvent.Kind), required: true).Time("starts", nameof(KeyEvent.Starts), required: true).Body("organisation", nameof(InitiativePart.Organisation))
            .Localized("text", nameof(KeyEvent.Text), required: true), e => e.Text),
        new PartRecord<GateAnswer>("gate-answer", "gate-answers", "/porter", f => f.Choice("item", nameof(GateAnswer.Item), required: true).Code<Answer>("answer", nameof(GateAnswer.Answer), required: true)
            .Localized("text", nameof(GateAnswer.Text)).Body("organisation", nameof(InitiativePart.Organisation)).Time("signed_on", nameof(GateAnswer.SignedOn)),
            id: (initiative, values) => GateAnswer.IdOf(initiative, values.Required("item"))),
        new PartRecord<GateCondition>("gate-condition", "gate-conditions", "/porter#vilkar", f => f.Localized("text", nameof(GateCondition.Text), required: true).Body("organisation", nameof(InitiativePart.Organisation), required: true)
            .Time("ends", nameof(GateCondition.Ends)).Time("signed_on", nameof(GateCondition.SignedOn)).Localized("outcome", nameof(GateCondition.Outcome)), c => c.Text),
        new PartRecord<ActorEntry>("actor", "actors", "/aktorer", f => f.Body("organisation", nameof(InitiativePart.Organisation)).Localized("name", nameof(ActorEntry.Name)).Code<Sector>("sector", nameof(ActorEntry.Sector))
            .Localized("problem", nameof(ActorEntry.Problem), isLong: true), a => a.Name),
        new PartRecord<ActorAssessment>("actor-assessment", "actor-assessments", "/aktorer", f => f.Choice("actor", nameof(ActorAssessment.Actor), required: true).Code<Rank>("importance", nameof(ActorAssessment.Importance))
            .Code<Rank>("replaceability", nameof(ActorAssessment.Replaceability)).Code<Strategy>("strategy", nameof(ActorAssessment.Strategy)).Code<Position>("position", nameof(ActorAssessment.Position)).OptionalYesNo("can_block", nameof(ActorAssessment.CanBlock))
            .Localized("text", nameof(ActorAssessment.Text)).Localized("channel", nameof(ActorAssessment.Channel)).Localized("plan", nameof(ActorAssessment.Plan), isLong: true), team: true),
        new PartRecord<ActorTie>("actor-tie", "actor-ties", "/aktorer#nettverk", f => f.Choice("actor", nameof(ActorTie.Actor), required: true).Choice("other_actor", nameof(ActorTie.OtherActor), required: true)
            .Code<TieKind>("kind", nameof(ActorTie.Kind), required: true).Number("strength", nameof(ActorTie.Strength), least: 1, most: 100), team: true),
        new PartRecord<ActorRejection>("actor-rejection", "actor-rejections", "/aktorer#forslag", f => f.Body("organisation", nameof(InitiativePart.Organisation), required: true), team: true),
        new PartRecord<PublishedPlacement>("published-placement", "published-placements", "/publisert-kart", f => f.Body("organisation", nameof(InitiativePart.Organisation)).Localized("name", nameof(PublishedPlacement.Name), required: true)
            .Code<Rank>("importance", nameof(PublishedPlacement.Importance)).Code<Rank>("replaceability", nameof(PublishedPlacement.Replaceability)).Code<ActorCategory>("category", nameof(PublishedPlacement.Kind)).Localized("text", nameof(PublishedPlacement.Text)), p => p.Name),
        new PartRecord<ChannelStrength>("channel-strength", "channel-strengths", "/kanaler#styrke", f => f.Code<ChannelRelation>("kind", nameof(ChannelStrength.Kind), required: true).Number("strength", nameof(ChannelStrength.Strength), least: 1, most: 100)),
        new PartRecord<Agreement>("agreement", "agreements", "/styring#avtaler", f => f.Localized("name", nameof(Agreement.Name), required: true).Code<AgreementKind>("kind", nameof(Agreement.Kind), required: true)
            .Time("starts", nameof(Agreement.Starts)).Time("ends", nameof(Agreement.Ends)).Time("money_ends", nameof(Agreement.MoneyEnds)).Time("signed_on", nameof(Agreement.SignedOn))
            .Codes<Coverage>("covers", nameof(Agreement.Covers)).Codes<Coverage>("lacks", nameof(Agreement.Lacks)), a => a.Name),
        new PartRecord<AgreementParty>("agreement-party", "agreement-parties", "/styring#avtaler", f => f.Choice("agreement", nameof(AgreementParty.Agreement), required: true).Body("organisation", nameof(InitiativePart.Organisation))
            .Localized("name", nameof(AgreementParty.Name)).Time("signed_on", nameof(AgreementParty.SignedOn)), p => p.Name),
        new PartRecord<CoOperationRule>("co-operation-rule", "co-operation-rules", "/styring#regler", f => f.Code<CoOperationRuleKind>("kind", nameof(CoOperationRule.Kind), required: true).Localized("text", nameof(CoOperationRule.Text), required: true)
            .Number("days", nameof(CoOperationRule.Days), least: 1, most: 3650), r => r.Text),
        new PartRecord<Disagreement>("disagreement", "disagreements", "/styring#uenigheter", f => f.Localized("text", nameof(Disagreement.Text), required: true).Localized("parties", nameof(Disagreement.Parties), required: true)
            .Body("organisation", nameof(InitiativePart.Organisation)).Code<DisagreementState>("state", nameof(Disagreement.State), required: true).Time("starts", nameof(Disagreement.Starts), required: true).Localized("outcome", nameof(Disagreement.Outcome)), d => d.Text),
        new PartRecord<ForumDecision>("forum-decision", "forum-decisions", "/styring#beslutninger", f => f.Body("organisation", nameof(InitiativePart.Organisation)).Time("starts", nameof(ForumDecision.Starts), required: true)
            .Localized("text", nameof(ForumDecision.Text), required: true).Localized("outcome", nameof(ForumDecision.Outcome)), d => d.Text),
        new PartRecord<DecisionPath>("decision-path", "decision-paths", "/styring#veien", f => f.Body("organisation", nameof(InitiativePart.Organisation), required: true).Code<PathState>("state", nameof(DecisionPath.State), required: true)
            .Localized("text", nameof(DecisionPath.Text)).Localized("name", nameof(DecisionPath.Name)).Time("ends", nameof(DecisionPath.Ends))),
        new PartRecord<InstrumentAssessment>("instrument", "instruments", "/virkemidler", f => f.Code<Instrument>("instrument", nameof(InstrumentAssessment.Instrument), required: true).Choice("phase", nameof(InstrumentAssessment.Phase))
            .Code<InstrumentChoice>("choice", nameof(InstrumentAssessment.Choice), required: true).Body("organisation", nameof(InitiativePart.Organisation)).Localized("name", nameof(InstrumentAssessment.Name))
            .Localized("text", nameof(InstrumentAssessment.Text)).Time("starts", nameof(InstrumentAssessment.Starts)).Time("ends", nameof(InstrumentAssessment.Ends))),
        new PartRecord<LadderStep>("ladder-step", "ladder-steps", "/virkemidler#trappen", f => f.Code<LegalStep>("step", nameof(LadderStep.Step), required: true).Code<LegalState>("state", nameof(LadderStep.State), required: true)
            .Localized("text", nameof(LadderStep.Text)).Time("starts", nameof(LadderStep.Starts)).Time("effect", nameof(LadderStep.Effect))),
        new PartRecord<LegalAssessment>("legal-assessment", "legal-assessments", "/virkemidler#vilkar", f => f.Code<LegalPrecondition>("precondition", nameof(LegalAssessment.Precondition), required: true).Code<Fulfilment>("fulfilment", nameof(LegalAssessment.Fulfilment))
            .Time("signed_on", nameof(LegalAssessment.SignedOn))),
        new PartRecord<ServiceVolume>("service-volume", "service-volumes", "/tjenestevolum", f => f.Number("count", nameof(ServiceVolume.Count)).Time("year", nameof(ServiceVolume.Starts)).Code<RoutineChoice>("choice", nameof(ServiceVolume.Choice)),
            id: (initiative, values) => ServiceVolume.IdOf(initiative, values.Body("organisation")), ofBody: true),
        new PartRecord<Conformity>("conformity", "conformities", "/virkemidler#arkitektur", f => f.Code<Guideline>("guideline", nameof(Conformity.Guideline), required: true).Code<Conforming>("conforming", nameof(Conformity.Conforming))),
        new PartRecord<Deviation>("deviation", "deviations", "/virkemidler#arkitektur", f => f.Code<Guideline>("guideline", nameof(Deviation.Guideline), required: true).Localized("text", nameof(Deviation.Text), required: true)
            .Body("organisation", nameof(InitiativePart.Organisation), required: true).Body("vendor", nameof(Deviation.Vendor)).Time("starts", nameof(Deviation.Starts)).Localized("name", nameof(Deviation.Name)).Time("signed_on", nameof(Deviation.SignedOn))
            .Time("ends", nameof(Deviation.Ends)), d => d.Text),
    ];

    public static IReadOnlyList<RecordType> All => Kinds;

    internal static IReadOnlyList<PartRecord> Parts => Kinds;

    public static RecordType TypeOf(InitiativePart part) => Kinds.First(kind => kind.EntityType == part.GetType());

    /// <summary>What a part is, where below its initiative it is shown, and what it is called.</summary>
    public static (string Type, string Place, LocalizedText Title) Describe(InitiativePart part) => (PartRecord)TypeOf(part) is var kind ? (kind.Name, kind.Place, kind.TitleOf(part)) : default;

    /// <summary>Initiatives that a list of choices holds.</summary>
    private const int MostChoices = 1_000;

    /// <summary>What a field may name: a phase or an item of the initiative's method, another of its parts, or another initiative.</summary>
    internal static async Task<IReadOnlyList<RecordChoice>> ChoicesAsync(SamstyringDb db, string field, InitiativeId initiative, CancellationToken ct)
    {
        switch (field)
        {
            case "other":
                var others = await db.Initiatives.Where(i => i.Kind != InitiativeKind.Activity && i.Id != initiative).OrderBy(i => i.SortKey).ThenBy(i => i.Key).Take(MostChoices)
                    .Select(i => new { Restricted = db.Shows(i.VisibleTo, "initiative", i.Key), Choice = new RecordChoice(i.Key, i.Name) }).ToListAsync(ct);
                return others.ConvertAll(other => other.Choice);
            case "agreement":
                return [.. (await db.Set<Agreement>().Where(a => a.Initiative == initiative).OrderBy(a => a.Order).Select(a => new { a.Id, a.Name, Restricted = db.Shows(a.VisibleTo, "agreement", a.Id.Value) }).ToListAsync(ct)).Select(a => new RecordChoice(a.Id.ToString(), a.Name))];
            case "actor" or "other_actor":
                var actors = await (from a in db.Set<ActorEntry>()
                                    where a.Initiative == initiative
                                    join o in db.Organisations on a.Organisation equals o.Id into bodies
                                    from body in bodies.DefaultIfEmpty()
                                    orderby a.Order
                                    select new { a.Id, a.Name, Restricted = db.Shows(a.VisibleTo, "actor", a.Id.Value), Body = body == null ? null : body.Name.Nb, En = body == null ? null : body.Name.En }).ToListAsync(ct);
                return [.. actors.Select(a => new RecordChoice(a.Id.ToString(), a.Name.IsUnknown ? new(a.Body, Nn: null, a.En) : a.Name))];
            case "phase" or "item":
                var method = await db.Initiatives.Where(i => i.Id == initiative).Select(i => new { i.Method, i.MethodVersion }).SingleOrDefaultAsync(ct);
                if (MethodPacks.Current.Find(method?.Method, method?.MethodVersion) is not { } pack)
                {
                    return [];
                }

                return field == "phase"
                    ? [.. pack.Phases.Select(phase => new RecordChoice(phase.Key, phase.Name))]
                    : [.. pack.Phases.SelectMany(phase => phase.AllItems).Where(item => item.Kind is not ItemKind.Group).Select(item => new RecordChoice(item.Id, item.Text))];
            default:
                return [];
        }
    }

    /// <summary>What is wrong with a part beside the others: twice the same, or a circle.</summary>
    internal static async Task<Reason?> CheckAsync(SamstyringDb db, RecordType type, string? key, RecordValues values, CancellationToken ct)
    {
        var self = key is null ? default : new PartId(Guid.Parse(key));
        switch (type.Name)
        {
            case "agreement-party" when values["agreement"] is { } agreement && values.OptionalBody("organisation") is { } party:
                var of = new PartId(Guid.Parse(agreement));
                return await db.Set<AgreementParty>().AnyAsync(p => p.Agreement == of && p.Organisation == party && p.Id != self && p.IsWithdrawn != true, ct) ? new("party.twice", "organisation", values["organisation"]) : null;
            case "actor-assessment" when values["actor"] is { } actor:
                var assessed = new PartId(Guid.Parse(actor));
                return await db.Set<ActorAssessment>().AnyAsync(a => a.Actor == assessed && a.Id != self && a.IsWithdrawn != true, ct) ? new("actor.assessed-twice", "actor") : null;
            case "phase-plan" when values["state"] == Codes.Of(PhaseState.Done) && !await IsPassedAsync(db, self, values, ct):
                return new("phase.not-passed", "state");
            case "service-volume" when key is null && values.Body("organisation") is var counted && !await db.Municipalities.AnyAsync(m => m.Id == counted, ct):
                return new("field.not-a-municipality", "organisation", values["organisation"]);
            case "service-volume" when values["choice"] == Codes.Of(RoutineChoice.ManualIsEnough) && values.Localized("note").IsUnknown:
                return new("volume.no-reason", "note_nb");
            case "actor-tie" when string.Equals(values["actor"], values["other_actor"], StringComparison.Ordinal):
                return new("tie.to-itself", "other_actor");
            case "dependency" when values["other"] is { } other:
                var from = key is null ? InitiativeId.Of(values.Required("initiative")) : await db.Set<Dependency>().Where(d => d.Id == self).Select(d => d.Initiative).SingleAsync(ct);
                return await LeadsBackAsync(db, InitiativeId.Of(other), from, self, ct) ? new("dependency.cycle", "other", other) : null;
            case "participant" or "affected-area" or "actor" or "agreement-party" when values["organisation"] is null && values["name_nb"] is null:
                return new("part.body-or-name", "organisation");
            default:
                return null;
        }
    }

    /// <summary>A phase is over when its gate is passed, and not because somebody says so.</summary>
    private static async Task<bool> IsPassedAsync(SamstyringDb db, PartId self, RecordValues values, CancellationToken ct)
    {
        var initiative = self == default ? InitiativeId.Of(values.Required("initiative")) : await db.InitiativeParts.Where(p => p.Id == self).Select(p => p.Initiative).SingleAsync(ct);
        if (self != default && await db.Set<PhasePlan>().AnyAsync(p => p.Id == self && p.State == PhaseState.Done, ct))
        {
            return true;
        }

        var method = await db.Initiatives.Where(i => i.Id == initiative).Select(i => new { i.Method, i.MethodVersion }).SingleAsync(ct);
        return MethodPacks.Current.Find(method.Method, method.MethodVersion)?.PhaseOf(values["phase"] ?? "")?.Gate is { } gate
            && await db.GateDecisions.AnyAsync(d => d.Initiative == initiative && d.Gate == gate && d.Outcome == GateOutcome.Proceed, ct);
    }

    /// <summary>Whether one initiative waits, through others, for another.</summary>
    private static async Task<bool> LeadsBackAsync(SamstyringDb db, InitiativeId from, InitiativeId to, PartId except, CancellationToken ct)
    {
        var edges = (await db.Set<Dependency>().Where(d => d.Id != except && d.IsWithdrawn != true).Select(d => new { d.Initiative, d.Other }).ToListAsync(ct)).ToLookup(d => d.Initiative, d => d.Other);
        HashSet<InitiativeId> seen = [from];
        Queue<InitiativeId> next = new(seen);
        while (next.TryDequeue(out var at))
        {
            if (at == to)
            {
                return true;
            }

            foreach (var other in edges[at].Where(seen.Add))
            {
                next.Enqueue(other);
            }
        }

        return false;
    }
}
