using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Records;

/// <summary>Who sees the parts of a kind.</summary>
internal enum PartAudience { AsSolution = 1, PublicSector, OwnBody, OwnVendor }

/// <summary>A kind of part of a solution: its owner answers for it, or the municipality that it is of.</summary>
/// <param name="place">Where the solution's page shows it.</param>
internal sealed class SolutionPartRecord<T>(string name, string plural, string place, Func<FieldsOf<T>, FieldsOf<T>> fields, Func<T, LocalizedText>? title = null, bool ofBody = false, PartAudience audience = PartAudience.AsSolution, Func<SolutionId, RecordValues, PartId>? id = null)
    : PartRecordOf<T>(name, plural, place, "solution", fields, title, ofBody)
    where T : SolutionPart
{
    /// <summary>The field that says whose own data it is.</summary>
    private const string OfVendor = "vendor";

    /// <summary>The field that says which group a municipality is in.</summary>
    private const string OfGroup = "group";

    /// <summary>What the public sector or one body alone sees is so always: it can be neither opened nor kept to fewer.</summary>
    public override bool IsRestrictable => audience is PartAudience.AsSolution;

    internal override Part Make(PartId id, string owner, int order, Provenance origin, AudienceId? visibleTo)
    {
        var part = MakePart(id, order, origin, audience is PartAudience.PublicSector ? AudienceId.PublicSector : visibleTo);
        Set(part, nameof(SolutionPart.Solution), SolutionId.Of(owner));
        return part;
    }

    protected override void Locate(Part part, RecordValues values)
    {
        if (audience is PartAudience.OwnVendor)
        {
            Set(part, nameof(VendorEntry.Vendor), values.Body(OfVendor));
        }

        if (AloneFor(part) is { } body)
        {
            SetVisibility(part, AudienceId.Of(body));
        }
    }

    protected override async Task<IReadOnlyList<object>> WithAsync(SamstyringDb db, T part, CancellationToken ct) => AloneFor(part) is { } body ? await AudienceOfAsync(db, body, ct) : [];

    /// <summary>The body whose people alone see a part.</summary>
    private OrganisationId? AloneFor(Part part) => audience switch
    {
        PartAudience.OwnBody => part.Organisation,
        PartAudience.OwnVendor => (part as VendorEntry)?.Vendor,
        _ => null,
    };

    /// <summary>Of what a vendor registers of itself, the vendor; nobody else has a word in it.</summary>
    protected override Stewards StewardsOf(PartOwner owner, T part) => part is VendorEntry { Vendor: { } vendor } ? Stewards.OfDecision(vendor, []) : base.StewardsOf(owner, part);

    protected override PartId IdOf(string owner, RecordValues values) => id?.Invoke(SolutionId.Of(owner), values) ?? PartId.New();

    protected override async Task<PartOwner?> OwnerAsync(SamstyringDb db, string key, CancellationToken ct) =>
        await db.Solutions.Where(s => s.Key == key).Select(s => new { s.Name, s.VisibleTo, s.Owner }).SingleOrDefaultAsync(ct) is { } found ? new(key, found.Name, "/losninger/" + key, found.VisibleTo, [found.Owner]) : null;

    protected override Task<string> OwnerKeyAsync(SamstyringDb db, T part, CancellationToken ct) => db.Solutions.Where(s => s.Id == part.Solution).Select(s => s.Key).SingleAsync(ct);

    protected override async Task<int> LastOrderAsync(SamstyringDb db, string owner, CancellationToken ct)
    {
        var solution = SolutionId.Of(owner);
        return await db.Set<T>().Where(p => p.Solution == solution).MaxAsync(p => (int?)p.Order, ct) ?? 0;
    }

    /// <summary>What a municipality says of itself: itself, or a co-operation that has its mandate. The owner of the solution has no word in it.</summary>
    protected override async Task<Stewards> StewardsOfBodyAsync(SamstyringDb db, PartOwner owner, OrganisationId body, DateOnly today, CancellationToken ct) =>
        Stewards.OfDecision(body, await Names.MandatedForAsync(db, body, owner.Name, today, ct));

    protected override async Task<Reason?> CheckBesideAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct)
    {
        if (IsOfBody && key is null)
        {
            var body = values.Body("organisation");
            if (!await db.Municipalities.AnyAsync(m => m.Id == body, ct))
            {
                return new("field.not-a-municipality", "organisation", values["organisation"]);
            }
        }

        if (audience is PartAudience.OwnVendor && key is null && !await IsVendorAsync(db, values.Body(OfVendor), ct))
        {
            return new("field.not-a-vendor", OfVendor, values[OfVendor]);
        }

        if (key is null && typeof(T) == typeof(GroupMember) && !(await ChoicesOfAsync(db, OfGroup, values.Required("solution"), ct)).Any(group => string.Equals(group.Value, values[OfGroup], StringComparison.Ordinal)))
        {
            return new("field.no-such-thing", OfGroup, values[OfGroup]);
        }

        return values.OptionalNumber("below_inhabitants") <= values.OptionalNumber("from_inhabitants") ? new("solution.no-size", "below_inhabitants", values["below_inhabitants"])
            : values.OptionalNumber("count") > values.OptionalNumber("of") ? new("observation.more-than-all", "count", values["count"])
            : values["link"] is { } link && !RecordReader.IsLink(link) ? new(RecordReader.NotAnAddress, "link", link)
            : null;
    }

    /// <summary>The groups of the solution: nothing else of a solution is chosen among its parts.</summary>
    protected override async Task<IReadOnlyList<RecordChoice>> ChoicesOfAsync(SamstyringDb db, string field, string owner, CancellationToken ct)
    {
        var solution = SolutionId.Of(owner);
        return [.. (await db.Set<ExperienceGroup>().Where(g => g.Solution == solution && g.IsWithdrawn != true).OrderBy(g => g.Order).Select(g => new { g.Id, g.Name, Restricted = db.Shows(g.VisibleTo, "experience-group", g.Id.Value) }).ToListAsync(ct)).Select(g => new RecordChoice(g.Id.ToString(), g.Name))];
    }

    private static Task<bool> IsVendorAsync(SamstyringDb db, OrganisationId body, CancellationToken ct) => db.Organisations.AnyAsync(o => o.Id == body && o.Kind == OrganisationKind.Vendor, ct);
}

/// <summary>All kinds of parts of solutions.</summary>
public static class SolutionParts
{
    private static readonly PartRecord[] Kinds =
    [
        new SolutionPartRecord<PriceComponent>("price-component", "price-components", "/pris", f => f.Localized("name", nameof(PriceComponent.Name), required: true).Code<PriceKind>("price_kind", nameof(PriceComponent.Kind), required: true).Code<PriceBasis>("basis", nameof(PriceComponent.Basis), required: true)
            .Rate("amount", nameof(PriceComponent.Amount)).Number("from_inhabitants", nameof(PriceComponent.FromInhabitants)).Number("below_inhabitants", nameof(PriceComponent.BelowInhabitants))
            .Time("starts", nameof(PriceComponent.Starts)).Time("ends", nameof(PriceComponent.Ends)).OptionalYesNo("includes_vat", nameof(PriceComponent.IncludesVat)).Time("population_on", nameof(PriceComponent.PopulationOn)), p => p.Name),
        new SolutionPartRecord<SolutionProduct>("solution-product", "solution-products", "/leverandorer", f => f.Body("organisation", nameof(Part.Organisation), required: true).Localized("name", nameof(SolutionProduct.Name), required: true).Localized("text", nameof(SolutionProduct.Text))
            .Code<ModuleSupport>("support", nameof(SolutionProduct.Support)).OptionalYesNo("meets", nameof(SolutionProduct.Meets)).Body("verified_by", nameof(SolutionProduct.VerifiedBy)).Time("signed_on", nameof(SolutionProduct.SignedOn))
            .Number("share", nameof(SolutionProduct.Count), most: 100).Time("share_on", nameof(SolutionProduct.Starts)).OptionalYesNo("leaves", nameof(SolutionProduct.Leaves)).Time("leaves_on", nameof(SolutionProduct.Ends)), p => p.Name),
        new SolutionPartRecord<StarterResource>("starter-resource", "starter-resources", "#startpakke", f => f.Code<StarterKind>("starter_kind", nameof(StarterResource.Kind), required: true).Localized("name", nameof(StarterResource.Name), required: true).Text("link", nameof(StarterResource.Link)), r => r.Name),
        new SolutionPartRecord<AdoptionObservation>("adoption-observation", "adoption-observations", "#tall", f => f.Number("count", nameof(AdoptionObservation.Count)).Number("of", nameof(AdoptionObservation.Of), least: 1).Localized("text", nameof(AdoptionObservation.Text), required: true)
            .Localized("name", nameof(AdoptionObservation.Name), required: true).Time("counted_on", nameof(AdoptionObservation.Starts)).Number("share", nameof(AdoptionObservation.Share), most: 100), o => o.Name),
        new SolutionPartRecord<ObstacleMeasure>("obstacle-measure", "obstacle-measures", "/hindringer", f => f.Code<ObstacleCode>("obstacle", nameof(ObstacleMeasure.Obstacle), required: true).Localized("text", nameof(ObstacleMeasure.Text), required: true).Body("organisation", nameof(Part.Organisation))
            .Code<MeasureState>("measure_state", nameof(ObstacleMeasure.State)).Time("starts", nameof(ObstacleMeasure.Starts)).Time("ends", nameof(ObstacleMeasure.Ends)).Localized("outcome", nameof(ObstacleMeasure.Outcome)), m => m.Text, audience: PartAudience.PublicSector),
        new SolutionPartRecord<AdoptionWave>("adoption-wave", "adoption-waves", "/bolger", f => f.Localized("name", nameof(AdoptionWave.Name), required: true).Body("organisation", nameof(Part.Organisation)).Time("starts", nameof(AdoptionWave.Starts)).Time("ends", nameof(AdoptionWave.Ends))
            .Number("room_for", nameof(AdoptionWave.Count), least: 1, most: 1_000), w => w.Name),
        new SolutionPartRecord<ExperienceGroup>("experience-group", "experience-groups", "/bolger#grupper", f => f.Localized("name", nameof(ExperienceGroup.Name), required: true).Localized("text", nameof(ExperienceGroup.Text)).Time("starts", nameof(ExperienceGroup.Starts)).Time("ends", nameof(ExperienceGroup.Ends)), g => g.Name),
        new SolutionPartRecord<GroupMember>("group-member", "group-members", "/bolger#grupper", f => f.Key("group", FieldKind.Choice), ofBody: true, id: (_, values) => GroupMember.IdOf(new(Guid.Parse(values.Required("group"))), values.Body("organisation"))),
        new SolutionPartRecord<VendorEntry>("vendor-entry", "vendor-entries", "/leverandorer#egne", f => f.Key("vendor", FieldKind.Body).Code<VendorEntryKind>("entry_kind", nameof(VendorEntry.Kind), required: true).Localized("name", nameof(VendorEntry.Name), required: true).Localized("text", nameof(VendorEntry.Text))
            .Body("organisation", nameof(Part.Organisation)).Time("starts", nameof(VendorEntry.Starts)).Time("ends", nameof(VendorEntry.Ends)), e => e.Name, audience: PartAudience.OwnVendor),
        new SolutionPartRecord<MunicipalRequest>("municipal-request", "municipal-requests", "#foresporsler", f => f.Code<RequestKind>("request_kind", nameof(MunicipalRequest.Kind), required: true).Localized("text", nameof(MunicipalRequest.Text), required: true).Body("organisation", nameof(Part.Organisation))
            .Time("starts", nameof(MunicipalRequest.Starts)).Time("ends", nameof(MunicipalRequest.Ends)).Number("hours", nameof(MunicipalRequest.Count), most: 10_000), r => r.Text),
        new SolutionPartRecord<ReportedObstacle>("reported-obstacle", "reported-obstacles", "/hindringer", f => f.Code<ObstacleCode>("obstacle", nameof(ReportedObstacle.Obstacle), required: true).Localized("text", nameof(ReportedObstacle.Text)).Time("starts", nameof(ReportedObstacle.Starts)).Time("ends", nameof(ReportedObstacle.Ends)),
            o => o.Text, ofBody: true, audience: PartAudience.PublicSector),
        new SolutionPartRecord<ProcurementPlan>("procurement-plan", "procurement-plans", "/anskaffelser", f => f.Localized("text", nameof(ProcurementPlan.Text)).Time("starts", nameof(ProcurementPlan.Starts), required: true).Time("ends", nameof(ProcurementPlan.Ends)).Body("vendor", nameof(ProcurementPlan.Vendor)),
            p => p.Text, ofBody: true, audience: PartAudience.PublicSector),
        new SolutionPartRecord<ForcedUpgrade>("forced-upgrade", "forced-upgrades", "/anskaffelser#oppgraderinger", f => f.Body("vendor", nameof(ForcedUpgrade.Vendor), required: true).Localized("text", nameof(ForcedUpgrade.Text), required: true).Time("starts", nameof(ForcedUpgrade.Starts)).Amount("cost", nameof(ForcedUpgrade.Cost)),
            u => u.Text, ofBody: true, audience: PartAudience.PublicSector),
        new SolutionPartRecord<ReadinessCheck>("readiness-check", "readiness-checks", "", f => f.Code<ReadinessLevel>("leadership", nameof(ReadinessCheck.Leadership)).Code<ReadinessLevel>("competence", nameof(ReadinessCheck.Competence)).Code<ReadinessLevel>("capacity", nameof(ReadinessCheck.Capacity))
            .Code<ReadinessLevel>("money", nameof(ReadinessCheck.Money)).Code<ReadinessLevel>("routines", nameof(ReadinessCheck.Routines)), ofBody: true, audience: PartAudience.OwnBody, id: (solution, values) => ReadinessCheck.IdOf(solution, values.Body("organisation"))),
    ];

    public static IReadOnlyList<RecordType> All => Kinds;

    internal static IReadOnlyList<PartRecord> Parts => Kinds;

    public static RecordType TypeOf(SolutionPart part) => Kinds.First(kind => kind.EntityType == part.GetType());

    /// <summary>What a part is, where below its solution it is shown, and what it is called.</summary>
    public static (string Type, string Place, LocalizedText Title) Describe(SolutionPart part) => (PartRecord)TypeOf(part) is var kind ? (kind.Name, kind.Place, kind.TitleOf(part)) : default;
}
