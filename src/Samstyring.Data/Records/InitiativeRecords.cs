using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Loading;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Governance;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Records;

/// <summary>A project or a programme: what it is for, when, and by which method.</summary>
internal sealed class InitiativeRecord() : RecordType<Initiative>("initiative", "initiatives")
{
    private static readonly string[] Kinds = [Codes.Of(InitiativeKind.Project), Codes.Of(InitiativeKind.Programme)];

    public override bool ReasonIsOptional => true;

    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<Initiative>()
        .Key("key").Key("owner", FieldKind.Body).KeyCode<InitiativeKind>("kind", Kinds).Key("method", FieldKind.Choice)
        .Localized("name", nameof(Initiative.Name), required: true).Localized("purpose", nameof(Initiative.Purpose), isLong: true).Localized("problem", nameof(Initiative.Problem), isLong: true)
        .Code<CoOperationModel>("model", nameof(Initiative.Model)).Codes<Level>("levels", nameof(Initiative.Levels))
        .Time("starts", nameof(Initiative.Starts)).Time("ends", nameof(Initiative.Ends)).Time("realised", nameof(Initiative.Realised)).Text("archive_reference", nameof(Initiative.ArchiveReference))
        .Localized("service_area", nameof(Initiative.ServiceArea)).Localized("overall_status", nameof(Initiative.Status))
        .OptionalYesNo("needs_municipal_decisions", nameof(Initiative.NeedsMunicipalDecisions)).OptionalYesNo("touches_personal_data", nameof(Initiative.TouchesPersonalData))
        .Time("privacy_assessed", nameof(Initiative.PrivacyAssessed)).Time("security_assessed", nameof(Initiative.SecurityAssessed))
        .Localized("shared_solutions", nameof(Initiative.SharedSolutions), isLong: true).Localized("other_sectors", nameof(Initiative.OtherSectors), isLong: true).Time("evaluated", nameof(Initiative.Evaluated))
        .Body("kept_by", nameof(Initiative.KeptBy)).Time("confirmed", nameof(Initiative.Confirmed)).Number("confirmed_for_months", nameof(Initiative.ConfirmedForMonths), least: 1, most: 60).All;

    internal override async Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct)
    {
        var key = values.Required("key");
        var initiative = new Initiative
        {
            Id = InitiativeId.Of(key),
            Key = key,
            Name = values.Localized("name"),
            Kind = values.Code<InitiativeKind>("kind"),
            Type = values.Required("kind"),
            Method = values["method"],
            MethodVersion = MethodPacks.Current.NewestOf(values.Required("method"))?.Version,
            Provenance = origin,
            SortKey = "",
            Folded = "",
        };
        var owner = new Participant { Id = PartId.New(), Initiative = initiative.Id, Order = 1, Organisation = values.Body("owner"), Role = ParticipantRole.Owner, Provenance = origin };
        var team = Team.Of(initiative.Id);
        return await db.AudienceMembers.AnyAsync(m => m.Audience == team, ct)
            ? new(key, initiative, owner)
            : new(key, initiative, owner, new AudienceMember { Audience = team, Organisation = values.Body("owner") });
    }

    internal override Task<RecordCard> CardOfNewAsync(SamstyringDb db, NewRecord made, DateOnly today, CancellationToken ct)
    {
        var initiative = (Initiative)made.Entity;
        var owner = ((Participant)made.With[0]).Organisation!.Value;
        return Task.FromResult(new RecordCard(initiative.Name, "/tiltak/" + initiative.Key, Stewards.OfInitiative([owner]), []));
    }

    internal override Task<Reason?> CheckAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct) => Task.FromResult(
        key is null && !Folding.IsKey(values.Required("key")) ? new Reason("field.not-a-key", "key", values["key"])
        : key is null && MethodPacks.Current.NewestOf(values.Required("method")) is null ? new Reason("field.no-such-thing", "method", values["method"])
        : Times.IsBefore(values["ends"], values["starts"]) ? new Reason("field.ends-before-start", "ends", values["ends"])
        : null);

    public override Task<IReadOnlyList<RecordChoice>> ChoicesAsync(SamstyringDb db, string field, string? key, IReadOnlyDictionary<string, string?> given, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<RecordChoice>>([.. MethodPacks.Current.Newest.Select(pack => new RecordChoice(pack.Key, pack.Name))]);

    internal override async Task<IReadOnlyList<(RecordKey Record, object Entity)>> TiedAsync(SamstyringDb db, object entity, CancellationToken ct)
    {
        var id = ((Initiative)entity).Id;
        var parts = await db.InitiativeParts.AsTracking().Where(p => p.Initiative == id && (p.VisibleTo == null || p.VisibleTo != Team.Of(id))).ToListAsync(ct);
        var matrices = await db.DecisionMatrices.AsTracking().Where(m => m.Initiative == id).ToListAsync(ct);
        var decisions = await db.GateDecisions.AsTracking().Where(d => d.Initiative == id).ToListAsync(ct);
        var snapshots = await db.GateSnapshots.AsTracking().Where(s => !s.IsOfTeam && db.GateDecisions.Any(d => d.Id == s.Decision && d.Initiative == id)).ToListAsync(ct);
        var keys = decisions.ToDictionary(d => d.Id, d => new RecordKey("gate-decision", d.Id.Value.ToString("D")));
        return
        [
            .. parts.Select(part => (new RecordKey(InitiativeParts.TypeOf(part).Name, part.Id.ToString()), (object)part)),
            .. matrices.Select(matrix => (new RecordKey("decision-matrix", matrix.Key), (object)matrix)),
            .. decisions.Select(decision => (keys[decision.Id], (object)decision)),
            .. snapshots.Select(snapshot => (keys[snapshot.Decision], (object)snapshot)),
        ];
    }

    protected override IQueryable<Initiative> Find(SamstyringDb db, string key) => db.Initiatives.Where(i => i.Key == key && i.Kind != InitiativeKind.Activity);

    protected override void Derive(Initiative entity)
    {
        Set(entity, nameof(Initiative.SortKey), NorwegianOrder.Key(entity.Name.Nb ?? entity.Key));
        Set(entity, nameof(Initiative.Folded), Folding.Fold(string.Join(' ', entity.Name.Nb, entity.Name.En)));
    }

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, Initiative entity, DateOnly today, CancellationToken ct) =>
        new(entity.Name, "/tiltak/" + entity.Key, Stewards.OfInitiative(await Names.OwnersAsync(db, entity.Id, ct)), []);

    protected override Task<Findable?> FindableAsync(SamstyringDb db, Initiative entity, CancellationToken ct) => Task.FromResult<Findable?>(FindableOf(entity));

    internal static Findable FindableOf(Initiative initiative) =>
        new("initiative", initiative.Key, initiative.Name, initiative.Purpose, "/tiltak/" + initiative.Key, 2, [initiative.Key], [initiative.Purpose, initiative.Problem]) { VisibleTo = initiative.VisibleTo };
}

/// <summary>Who gives input and who decides, in an organisation or in an initiative. A new one may begin as a copy of a template.</summary>
internal sealed class DecisionMatrixRecord() : RecordType<DecisionMatrix>("decision-matrix", "decision-matrices")
{
    public override bool ReasonIsOptional => true;

    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<DecisionMatrix>()
        .Key("key").OptionalKey("initiative").OptionalKey("organisation", FieldKind.Body)
        .Localized("name", nameof(DecisionMatrix.Name), required: true).Localized("note", nameof(DecisionMatrix.Note), isLong: true)
        .Codes<Archetype>("principles_input", nameof(DecisionMatrix.PrinciplesInput)).Codes<Archetype>("principles_decided", nameof(DecisionMatrix.PrinciplesDecided))
        .Codes<Archetype>("architecture_input", nameof(DecisionMatrix.ArchitectureInput)).Codes<Archetype>("architecture_decided", nameof(DecisionMatrix.ArchitectureDecided))
        .Codes<Archetype>("infrastructure_input", nameof(DecisionMatrix.InfrastructureInput)).Codes<Archetype>("infrastructure_decided", nameof(DecisionMatrix.InfrastructureDecided))
        .Codes<Archetype>("applications_input", nameof(DecisionMatrix.ApplicationsInput)).Codes<Archetype>("applications_decided", nameof(DecisionMatrix.ApplicationsDecided))
        .Codes<Archetype>("investments_input", nameof(DecisionMatrix.InvestmentsInput)).Codes<Archetype>("investments_decided", nameof(DecisionMatrix.InvestmentsDecided)).All;

    internal override async Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct)
    {
        var key = values.Required("key");
        var initiative = await db.Initiatives.Where(i => i.Key == values["initiative"]).Select(i => new { i.Id, i.VisibleTo }).SingleOrDefaultAsync(ct);
        return new(key, new DecisionMatrix
        {
            Id = DecisionMatrixId.Of(key),
            Key = key,
            Name = values.Localized("name"),
            Organisation = values.OptionalBody("organisation"),
            Initiative = initiative?.Id,
            Provenance = origin,
            VisibleTo = initiative?.VisibleTo,
        });
    }

    internal override async Task<Reason?> CheckAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct) =>
        key is not null ? null
        : !Folding.IsKey(values.Required("key")) ? new("field.not-a-key", "key", values["key"])
        : values["initiative"] is null == values["organisation"] is null ? new("matrix.one-owner", "organisation")
        : values["initiative"] is { } initiative && !await db.Initiatives.AnyAsync(i => i.Key == initiative && i.Kind != InitiativeKind.Activity, ct) ? new("field.no-such-thing", "initiative", initiative)
        : null;

    protected override IQueryable<DecisionMatrix> Find(SamstyringDb db, string key) => db.DecisionMatrices.Where(m => m.Key == key);

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, DecisionMatrix entity, DateOnly today, CancellationToken ct)
    {
        var initiative = await db.Initiatives.Where(i => i.Id == entity.Initiative).Select(i => i.Key).SingleOrDefaultAsync(ct);
        var body = entity.Organisation is { } organisation ? await Names.BodyAsync(db, organisation, ct) : null;
        return new(
            entity.Name, "/beslutningsrett/" + entity.Key,
            entity.Initiative is { } of ? Stewards.OfInitiative(await Names.OwnersAsync(db, of, ct)) : entity.Organisation is { } owner ? Stewards.OfBody(owner) : Stewards.OfRegistry,
            [.. initiative is null ? Array.Empty<Subject>() : [new("initiative", initiative)], .. body is null ? Array.Empty<Subject>() : [new("organisation", body.Key)]]);
    }
}
