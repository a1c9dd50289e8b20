using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Loading;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Roadmap;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Records;

/// <summary>A common solution: whose it is, for whom, and when.</summary>
internal sealed class SolutionRecord() : RecordType<Solution>("solution", "solutions")
{
    public override bool ReasonIsOptional => true;

    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<Solution>()
        .Key("key").Key("owner", FieldKind.Body)
        .Localized("name", nameof(Solution.Name), required: true).Localized("purpose", nameof(Solution.Purpose), isLong: true).Choice("initiative", nameof(Solution.Initiative)).Code<SolutionState>("state", nameof(Solution.State))
        .Text("eligible_counties", nameof(Solution.EligibleCounties)).Number("eligible_from", nameof(Solution.EligibleFrom)).Number("eligible_below", nameof(Solution.EligibleBelow)).Localized("eligible_why", nameof(Solution.EligibleWhy))
        .Time("idea", nameof(Solution.Idea)).Time("announced", nameof(Solution.Announced)).Time("available", nameof(Solution.Available)).Time("decide_by", nameof(Solution.DecideBy)).Time("mandatory", nameof(Solution.Mandatory))
        .Number("agreed_months", nameof(Solution.AgreedMonths), least: 1, most: 240).Number("staff_days", nameof(Solution.StaffDays), most: 10_000).Localized("set_aside", nameof(Solution.SetAside))
        .Number("planned_adopters", nameof(Solution.PlannedAdopters), least: 1, most: 1_000).Amount("yearly_cost", nameof(Solution.YearlyCost)).Localized("contact", nameof(Solution.Contact)).Text("specification", nameof(Solution.Specification))
        .YesNo("is_example", nameof(Solution.IsExample), required: false).All;

    internal override Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct)
    {
        var key = values.Required("key");
        return Task.FromResult(new NewRecord(key, new Solution { Id = SolutionId.Of(key), Key = key, Name = values.Localized("name"), Owner = values.Body("owner"), Provenance = origin, SortKey = "", Folded = "" }));
    }

    internal override async Task<Reason?> CheckAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct)
    {
        if (key is null && !Folding.IsKey(values.Required("key")))
        {
            return new("field.not-a-key", "key", values["key"]);
        }

        if (values["initiative"] is { } initiative && !await db.Initiatives.AnyAsync(i => i.Key == initiative && i.Kind != InitiativeKind.Activity, ct))
        {
            return new("field.no-such-thing", "initiative", initiative);
        }

        if (values["eligible_counties"] is { } counties)
        {
            var known = await db.Counties.Select(c => c.Number).ToListAsync(ct);
            if (counties.Split('|').Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            {
                return new("solution.no-such-county", "eligible_counties", unknown);
            }
        }

        return values["eligible_from"] is not null && values.OptionalNumber("eligible_below") <= values.OptionalNumber("eligible_from") ? new("solution.no-size", "eligible_below", values["eligible_below"])
            : Times.IsBefore(values["available"], values["idea"]) ? new("field.ends-before-start", "available", values["available"])
            : values["specification"] is { } link && !RecordReader.IsLink(link) ? new(RecordReader.NotAnAddress, "specification", link)
            : null;
    }

    public override async Task<IReadOnlyList<RecordChoice>> ChoicesAsync(SamstyringDb db, string field, string? key, IReadOnlyDictionary<string, string?> given, CancellationToken ct) =>
        [.. (await db.Initiatives.Where(i => i.Kind != InitiativeKind.Activity).OrderBy(i => i.SortKey).Take(1_000).Select(i => new { i.Key, i.Name, Restricted = db.Shows(i.VisibleTo, "initiative", i.Key) }).ToListAsync(ct)).Select(i => new RecordChoice(i.Key, i.Name))];

    internal static Findable FindableOf(Solution solution) => new("solution", solution.Key, solution.Name, solution.Purpose, "/losninger/" + solution.Key, Rank: 4, [solution.Key], [solution.Purpose]) { VisibleTo = solution.VisibleTo };

    protected override void Derive(Solution entity)
    {
        Set(entity, nameof(Solution.SortKey), NorwegianOrder.Key(entity.Name.ToString()));
        Set(entity, nameof(Solution.Folded), Folding.Fold(string.Join(' ', entity.Name.Nb, entity.Name.Nn, entity.Name.En)));
    }

    protected override Task<Findable?> FindableAsync(SamstyringDb db, Solution entity, CancellationToken ct) => Task.FromResult<Findable?>(FindableOf(entity));

    internal override async Task<IReadOnlyList<(RecordKey Record, object Entity)>> TiedAsync(SamstyringDb db, object entity, CancellationToken ct)
    {
        var id = ((Solution)entity).Id;
        var parts = await db.SolutionParts.AsTracking().Where(p => p.Solution == id && p.VisibleTo == ((Solution)entity).VisibleTo).ToListAsync(ct);
        return [.. parts.Select(part => (new RecordKey(SolutionParts.TypeOf(part).Name, part.Id.ToString()), (object)part))];
    }

    protected override IQueryable<Solution> Find(SamstyringDb db, string key) => db.Solutions.Where(s => s.Key == key);

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, Solution entity, DateOnly today, CancellationToken ct)
    {
        var owner = await Names.BodyAsync(db, entity.Owner, ct);
        var initiative = await db.Initiatives.Where(i => i.Id == entity.Initiative).Select(i => i.Key).SingleOrDefaultAsync(ct);
        return new(entity.Name, "/losninger/" + entity.Key, Stewards.OfSolution(entity.Owner), [new("organisation", owner.Key), .. initiative is null ? Array.Empty<Subject>() : [new("initiative", initiative)]]);
    }
}

/// <summary>A municipality's own date in the budget cycle.</summary>
internal sealed class BudgetDateRecord() : RecordType<BudgetDate>("budget-date", "budget-dates")
{
    private static readonly string[] Events = [.. Codes.All<BudgetEvent>()];

    public override bool ReasonIsOptional => true;

    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<BudgetDate>()
        .Key("municipality", FieldKind.Body).KeyCode<BudgetEvent>("event", Events).Key("year").Time("day", nameof(BudgetDate.Day), required: true).All;

    internal override Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct)
    {
        var (municipality, happening, year) = (values.Body("municipality"), values.Code<BudgetEvent>("event"), int.Parse(values.Required("year"), System.Globalization.CultureInfo.InvariantCulture));
        var id = BudgetDateId.Of(municipality, happening, year);
        return Task.FromResult(new NewRecord(id.Value.ToString("D"), new BudgetDate { Id = id, Municipality = municipality, Event = happening, Year = year, Provenance = origin }));
    }

    internal override async Task<Reason?> CheckAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct)
    {
        if (key is null)
        {
            if (!int.TryParse(values.Required("year"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) || year is < 2020 or > 2100)
            {
                return new("field.not-a-number", "year", values["year"]);
            }

            var body = values.Body("municipality");
            if (!await db.Municipalities.AnyAsync(m => m.Id == body, ct))
            {
                return new("field.not-a-municipality", "municipality", values["municipality"]);
            }
        }

        return values["day"] is { Length: not 10 } day ? new("field.not-a-day", "day", day) : null;
    }

    protected override IQueryable<BudgetDate>? Find(SamstyringDb db, string key)
    {
        var id = Guid.TryParseExact(key, "D", out var guid) ? new BudgetDateId(guid) : default;
        return id == default ? null : db.BudgetDates.Where(d => d.Id == id);
    }

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, BudgetDate entity, DateOnly today, CancellationToken ct)
    {
        var municipality = await Names.BodyAsync(db, entity.Municipality, ct);
        return new(municipality.Name, $"/kommuner/{municipality.Key}#budsjett", Stewards.OfMunicipality(entity.Municipality, await Names.MandatedAsync(db, entity.Municipality, Domain.Organisations.DecisionMandate.OwnFacts, today, ct)), [new("organisation", municipality.Key)]);
    }
}
