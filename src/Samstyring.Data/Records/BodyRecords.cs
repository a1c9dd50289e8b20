using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Loading;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Records;

/// <summary>A body: what it is called, what it is part of, and how long it lasted.</summary>
internal sealed class OrganisationRecord() : RecordType<Organisation>("organisation", "organisations")
{
    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<Organisation>()
        .Key("key")
        .Localized("name", nameof(Organisation.Name), required: true).Text("short", nameof(Organisation.ShortName))
        .Code<OrganisationKind>("kind", nameof(Organisation.Kind), required: true).Code<Level>("level", nameof(Organisation.Level), required: true)
        .Body("parent", nameof(Organisation.Parent)).YesNo("is_collective", nameof(Organisation.IsCollective)).Number("stated_count", nameof(Organisation.StatedCount))
        .Time("valid_from", nameof(Organisation.ValidFrom)).Time("valid_to", nameof(Organisation.ValidTo)).Body("successor", nameof(Organisation.Successor))
        .Localized("note", nameof(Organisation.Note), isLong: true).All;

    internal override async Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct)
    {
        var key = values.Required("key");
        await Task.CompletedTask;
        return new(key, new Organisation
        {
            Id = OrganisationId.Of(key),
            Key = key,
            Name = values.Localized("name"),
            Kind = values.Code<OrganisationKind>("kind"),
            Level = values.Code<Level>("level"),
            Note = values.Localized("note"),
            Provenance = origin,
            SortKey = "",
            Folded = "",
        });
    }

    /// <summary>Keys are small letters, digits and hyphens, and no municipality's number.</summary>
    internal static Reason? KeyError(string? written) =>
        written is not null && (written.Length < 2 || !Folding.IsKey(written) || written.All(char.IsAsciiDigit))
            ? new("field.not-a-key", "key", written)
            : null;

    /// <summary>No body is part of itself, however far up.</summary>
    internal override async Task<Reason?> CheckAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct)
    {
        if (KeyError(values["key"]) is { } wrong)
        {
            return wrong;
        }

        var parents = await db.Organisations.Where(o => o.Parent != null).Select(o => new { o.Id, o.Parent }).ToDictionaryAsync(o => o.Id, o => o.Parent, ct);
        var self = OrganisationId.Of(key ?? values.Required("key"));
        var seen = new HashSet<OrganisationId> { self };
        for (var above = values.OptionalBody("parent"); above is { } id; above = parents.GetValueOrDefault(id))
        {
            if (!seen.Add(id))
            {
                return new("field.cycle", "parent", values["parent"]);
            }
        }

        return values["successor"] is { } next && OrganisationId.Of(next) == self ? new("field.cycle", "successor", next) : null;
    }

    internal override async Task DeriveOthersAsync(SamstyringDb db, object entity, CancellationToken ct)
    {
        var organisation = (Organisation)entity;
        await db.Memberships.Where(m => m.Member == organisation.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.SortKey, organisation.SortKey), ct);
    }

    protected override IQueryable<Organisation> Find(SamstyringDb db, string key) => db.Organisations.Where(o => o.Key == key);

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, Organisation entity, DateOnly today, CancellationToken ct)
    {
        await Task.CompletedTask;
        return new(entity.Name, await Names.PathAsync(db, entity.Id, entity.Key, ct), Stewards.OfBody(entity.Id), []);
    }

    protected override void Derive(Organisation entity)
    {
        Set(entity, nameof(Organisation.SortKey), NorwegianOrder.Key(entity.Name.Nb ?? entity.Key));
        Set(entity, nameof(Organisation.Folded), Folding.Fold(string.Join(' ', entity.Key, entity.Name.Nb, entity.Name.Nn, entity.Name.En, entity.ShortName)));
    }

    protected override async Task<Findable?> FindableAsync(SamstyringDb db, Organisation entity, CancellationToken ct)
    {
        var path = await Names.PathAsync(db, entity.Id, entity.Key, ct);
        var (type, rank) = path.Split('/')[1] switch
        {
            "kommuner" => ("municipality", 2),
            "nettverk" => ("network", 3),
            _ => entity.Kind is OrganisationKind.County ? ("county", 3) : ("organisation", 4),
        };
        return new(type, entity.Key, entity.Name, entity.Note, path, rank, [entity.ShortName, entity.Key], [entity.Note]) { KeepsOldWords = true };
    }
}

/// <summary>What is known of a municipality beside its being a body.</summary>
internal sealed class MunicipalityRecord() : RecordType<Municipality>("municipality", "municipalities")
{
    public override bool CanBeAdded => false;

    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<Municipality>()
        .Text("name_parallel", nameof(Municipality.ParallelNames)).OneOf("language_form", nameof(Municipality.LanguageForm), ["bokmal", "nynorsk", "noytral"], required: true)
        .OrganisationNumber("org_number", nameof(Municipality.OrganisationNumber)).All;

    internal override Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct) => throw new NotSupportedException("Municipalities come with the data.");

    internal override Provenance OriginOf(object entity, RecordField field) => field.Name switch
    {
        "org_number" => MunicipalityOrigins.OrganisationNumber(((Municipality)entity).OrganisationNumberCertainty),
        "language_form" => MunicipalityOrigins.LanguageForm,
        _ => MunicipalityOrigins.Names,
    };

    protected override IQueryable<Municipality> Find(SamstyringDb db, string key) => db.Municipalities.Where(m => m.Number == key);

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, Municipality entity, DateOnly today, CancellationToken ct) => new(
        await Names.OfAsync(db, entity.Id, ct), $"/kommuner/{entity.Number}/fakta",
        Stewards.OfMunicipality(entity.Id, await Names.MandatedAsync(db, entity.Id, DecisionMandate.OwnFacts, today, ct)), [new("organisation", entity.Number)]);

    protected override async Task<Findable?> FindableAsync(SamstyringDb db, Municipality entity, CancellationToken ct)
    {
        var county = await Names.OfAsync(db, entity.County, ct);
        return new("municipality", entity.Number, await Names.OfAsync(db, entity.Id, ct), county, "/kommuner/" + entity.Number, 2,
            [entity.Number, entity.OrganisationNumber, .. entity.ParallelNames?.Split([" – ", " - "], StringSplitOptions.None) ?? []], [county])
        { KeepsOldWords = true };
    }
}

/// <summary>What is known of a county beside its being a body. Its inhabitants are those of its municipalities.</summary>
internal sealed class CountyRecord() : RecordType<County>("county", "counties")
{
    public override bool CanBeAdded => false;

    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<County>().Text("name_parallel", nameof(County.ParallelNames)).All;

    internal override Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct) => throw new NotSupportedException("Counties come with the data.");

    internal override Provenance OriginOf(object entity, RecordField field) => MunicipalityOrigins.Names;

    protected override IQueryable<County> Find(SamstyringDb db, string key) => db.Counties.Where(c => c.Number == key);

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, County entity, DateOnly today, CancellationToken ct) =>
        new(await Names.OfAsync(db, entity.Id, ct), "/organisasjoner/" + entity.Number, Stewards.OfBody(entity.Id), [new("organisation", entity.Number)]);

    protected override async Task<Findable?> FindableAsync(SamstyringDb db, County entity, CancellationToken ct) => new(
        "county", entity.Number, await Names.OfAsync(db, entity.Id, ct), LocalizedText.Unknown, "/organisasjoner/" + entity.Number, 3,
        [entity.Number, .. entity.ParallelNames?.Split([" – ", " - "], StringSplitOptions.None) ?? []], [])
    { KeepsOldWords = true };
}

/// <summary>One body takes part in another, from one time to another.</summary>
internal sealed class MembershipRecord() : RecordType<Membership>("membership", "memberships")
{
    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<Membership>()
        .Key("body", FieldKind.Body).Key("member", FieldKind.Body)
        .Time("valid_from", nameof(Membership.ValidFrom)).Time("valid_to", nameof(Membership.ValidTo)).All;

    internal override async Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct)
    {
        var member = values.Body("member");
        return new(RecordTypes.Tied(values.Required("body"), values.Required("member")), new Membership
        {
            Id = MembershipId.Of($"{values["body"]}/{values["member"]}"),
            Member = member,
            Body = values.Body("body"),
            SortKey = await db.Organisations.Where(o => o.Id == member).Select(o => o.SortKey).SingleAsync(ct),
            Provenance = origin,
        });
    }

    internal override Task<Reason?> CheckAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct) => Task.FromResult(
        key is null && string.Equals(values["body"], values["member"], StringComparison.Ordinal) ? new Reason("field.cycle", "member", values["member"]) : null);

    protected override IQueryable<Membership>? Find(SamstyringDb db, string key)
    {
        var id = MembershipId.Of(key.Replace(RecordTypes.Tie, '/'));
        return key.Contains('/', StringComparison.Ordinal) ? null : db.Memberships.Where(m => m.Id == id);
    }

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, Membership entity, DateOnly today, CancellationToken ct)
    {
        var (body, member) = (await Names.BodyAsync(db, entity.Body, ct), await Names.BodyAsync(db, entity.Member, ct));
        return new(Names.Tied(member.Name, body.Name), await Names.PathAsync(db, entity.Body, body.Key, ct), Stewards.OfMembership(entity.Body, entity.Member), [new("organisation", body.Key), new("organisation", member.Key)]);
    }
}

internal sealed class CoOperationRecord() : RecordType<CoOperation>("co-operation", "co-operations")
{
    private static readonly string[] Kinds = ["project", "public_private", "it_cooperation", "state_agencies", "shared_it_company", "network"];

    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<CoOperation>()
        .Key("key")
        .Localized("name", nameof(CoOperation.Name), required: true).OneOf("kind", nameof(CoOperation.Kind), Kinds, required: true).Body("org_key", nameof(CoOperation.Organisation))
        .Number("stated_count", nameof(CoOperation.StatedCount)).Localized("note", nameof(CoOperation.Note), isLong: true).All;

    internal override Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct) => Task.FromResult(new NewRecord(values.Required("key"), new CoOperation
    {
        Key = values.Required("key"),
        Name = values.Localized("name"),
        Kind = values.Required("kind"),
        Organisation = values.OptionalBody("org_key"),
        Note = values.Localized("note"),
        Provenance = origin,
    }));

    internal override Task<Reason?> CheckAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct) => Task.FromResult(
        values["key"] is { } written && !Folding.IsKey(written) ? new Reason("field.not-a-key", "key", written) : null);

    protected override IQueryable<CoOperation> Find(SamstyringDb db, string key) => db.CoOperations.Where(c => c.Key == key);

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, CoOperation entity, DateOnly today, CancellationToken ct)
    {
        var body = entity.Organisation is { } id ? await Names.BodyAsync(db, id, ct) : null;
        return new(entity.Name, body is null ? "/organisasjoner" : await Names.PathAsync(db, entity.Organisation!.Value, body.Key, ct), Stewards.OfCoOperation(entity.Organisation), body is null ? [] : [new("organisation", body.Key)]);
    }
}

/// <summary>A municipality lets a co-operation decide on a subject.</summary>
internal sealed class MandateRecord() : RecordType<DecisionMandate>("mandate", "mandates")
{
    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<DecisionMandate>()
        .Key("municipality", FieldKind.Body).Key("body", FieldKind.Body)
        .Localized("subject", nameof(DecisionMandate.Subject), required: true)
        .Time("valid_from", nameof(DecisionMandate.ValidFrom)).Time("valid_to", nameof(DecisionMandate.ValidTo)).Localized("note", nameof(DecisionMandate.Note), isLong: true).All;

    internal override Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct)
    {
        var id = DecisionMandateId.Of($"{values["municipality"]}/{values["body"]}/{values["subject_nb"]}");
        return Task.FromResult(new NewRecord(id.Value.ToString("D"), new DecisionMandate
        {
            Id = id,
            Municipality = values.Body("municipality"),
            Body = values.Body("body"),
            Subject = values.Localized("subject"),
            Folded = "",
            Note = values.Localized("note"),
            Provenance = origin,
        }));
    }

    internal override async Task<Reason?> CheckAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct) =>
        key is null && !await db.Municipalities.AnyAsync(m => m.Id == values.Body("municipality"), ct) ? new Reason("field.not-a-municipality", "municipality", values["municipality"]) : null;

    protected override IQueryable<DecisionMandate>? Find(SamstyringDb db, string key)
    {
        var id = Guid.TryParseExact(key, "D", out var guid) ? new DecisionMandateId(guid) : default;
        return id == default ? null : db.DecisionMandates.Where(m => m.Id == id);
    }

    protected override void Derive(DecisionMandate entity) => Set(entity, nameof(DecisionMandate.Folded), Folding.Fold(entity.Subject.Nb ?? ""));

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, DecisionMandate entity, DateOnly today, CancellationToken ct)
    {
        var (municipality, body) = (await Names.BodyAsync(db, entity.Municipality, ct), await Names.BodyAsync(db, entity.Body, ct));
        return new(Names.Tied(body.Name, municipality.Name, entity.Subject), $"/kommuner/{municipality.Key}/fakta#fullmakter", Stewards.OfMandate(entity.Municipality), [new("organisation", municipality.Key), new("organisation", body.Key)]);
    }
}

/// <summary>How a municipality decides on a subject (R-006).</summary>
internal sealed class DecisionModelRecord() : RecordType<DecisionModel>("decision-model", "decision-models")
{
    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<DecisionModel>()
        .Key("municipality", FieldKind.Body)
        .Localized("subject", nameof(DecisionModel.Subject), required: true).Code<DecisionModelKind>("model", nameof(DecisionModel.Model), required: true)
        .Localized("decided_by", nameof(DecisionModel.DecidedBy), isLong: true).Localized("note", nameof(DecisionModel.Note), isLong: true).All;

    internal override Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct)
    {
        var id = DecisionModelId.Of($"{values["municipality"]}/{values["subject_nb"]}");
        return Task.FromResult(new NewRecord(id.Value.ToString("D"), new DecisionModel
        {
            Id = id,
            Municipality = values.Body("municipality"),
            Subject = values.Localized("subject"),
            Model = values.Code<DecisionModelKind>("model"),
            DecidedBy = values.Localized("decided_by"),
            Note = values.Localized("note"),
            Provenance = origin,
        }));
    }

    internal override async Task<Reason?> CheckAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct) =>
        key is null && !await db.Municipalities.AnyAsync(m => m.Id == values.Body("municipality"), ct) ? new Reason("field.not-a-municipality", "municipality", values["municipality"]) : null;

    protected override IQueryable<DecisionModel>? Find(SamstyringDb db, string key)
    {
        var id = Guid.TryParseExact(key, "D", out var guid) ? new DecisionModelId(guid) : default;
        return id == default ? null : db.DecisionModels.Where(m => m.Id == id);
    }

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, DecisionModel entity, DateOnly today, CancellationToken ct)
    {
        var municipality = await Names.BodyAsync(db, entity.Municipality, ct);
        return new(Names.Tied(municipality.Name, entity.Subject), $"/kommuner/{municipality.Key}/fakta#beslutning",
            Stewards.OfDecision(entity.Municipality, await Names.MandatedAsync(db, entity.Municipality, entity.Subject.Nb ?? "", today, ct)), [new("organisation", municipality.Key)]);
    }
}
