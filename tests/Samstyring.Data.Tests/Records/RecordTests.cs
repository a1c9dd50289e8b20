using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Loading;
using Samstyring.Data.Records;
using Samstyring.Data.Search;
using Samstyring.Data.Trace;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Stewardship;
using Samstyring.TestKit;

namespace Samstyring.Data.Tests.Records;

public sealed class RecordTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>One of each kind of record, with a field and a value to give it, and an organisation that answers for it; null for the administrator.</summary>
    public static TheoryData<DatabaseKind, string, string, string, string?> Kinds()
    {
        (string Type, string Field, string Value, string? Steward)[] kinds =
        [
            ("organisation", "name_nb", "<script>alert(1)</script> =1+1", "nav"), ("municipality", "name_parallel", "Flekkefjord – Byen", "4207"), ("membership", "valid_to", "2027-06", "4207"),
            ("co-operation", "stated_count", "9", null), ("decision-model", "model", "own_board", "5001"), ("forum", "mandate", "deciding", null), ("forum-seat", "seat", "observer", null),
            ("network-fact", "value_nb", "Ny verdi", "digi-agder"), ("theme-cell", "state", "established", "digi-agder"), ("life-event", "phase", "delivering_together", ""), ("scope-statement", "text_nb", "Ny avgrensning", ""),
            ("life-event-role", "note_nb", "Ny merknad", ""), ("activity", "name_nb", "Nytt navn Zaphod", ""), ("life-event-activity", "phases", "starting_together|delivering_together", ""),
            ("involvement", "state", "planned", ""), ("source-note", "status", "resolved", null),
        ];
        TheoryData<DatabaseKind, string, string, string, string?> data = [];
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            foreach (var (type, field, value, steward) in kinds)
            {
                data.Add(kind, type, field, value, steward);
            }
        }

        return data;
    }

    [Fact]
    public void Every_kind_of_record_is_tried() =>
        Assert.Equal(RecordTypes.All.Select(t => t.Name).Except(["mandate"]).Order(), Kinds().Select(row => row.Data.Item2).Distinct().Order());

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_steward_corrects_a_record_of_every_kind_and_its_origin_stands_beside(DatabaseKind kind, string type, string field, string value, string? steward)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        var record = new RecordKey(type, await KeyAsync(db, type));
        var before = (await RecordReader.StateAsync(db, record, Today, CancellationToken.None))!;
        var standing = Standing(steward is "" ? before.Stewards.Organisations[0] : steward is null ? null : OrganisationId.Of(steward));

        var outcome = await new ChangeRecord(db, TimeProvider.System).RunAsync(record, before.Version, new Dictionary<string, string?> { [field] = value }, "Det er feil.", standing, CancellationToken.None);

        Assert.True(outcome.IsAccepted(out var stored, out var refusal), refusal?.Reasons[0].ToString());
        Assert.Null(stored.Proposal);
        await using var after = database.Open();
        var now = (await RecordReader.StateAsync(after, record, Today, CancellationToken.None))!;
        Assert.Equal((value, stored.Version), (now.Values[field], now.Version));
        var kept = await after.CorrectedFacts.SingleAsync();
        Assert.Equal((record.Type, record.Key, field, before.Values[field]), (kept.RecordType, kept.RecordKey, kept.Field, kept.SourceValue));
        Assert.Equal(1, await after.AuditSubjects.CountAsync(s => s.Type == record.Type && s.Key == record.Key));
        Assert.True((await ChainCheck.RunAsync(after, null, CancellationToken.None)).Holds);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Of_two_who_change_the_same_at_once_one_wins_and_the_other_sees_both(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        RecordKey record = new("organisation", "4207");
        string version;
        await using (var db = database.Open())
        {
            version = (await RecordReader.StateAsync(db, record, Today, CancellationToken.None))!.Version;
        }

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Task.Run(async () =>
        {
            await using var db = database.Open();
            return (Number: number, Outcome: await new ChangeRecord(db, TimeProvider.System).RunAsync(
                record, version, new Dictionary<string, string?> { ["short"] = $"F{number}" }, "Kortnavn.", Standing(OrganisationId.Of("4207")), CancellationToken.None));
        })));

        var won = Assert.Single(outcomes, o => o.Outcome.IsAccepted(out _, out _));
        foreach (var (_, outcome) in outcomes.Where(o => o != won))
        {
            Assert.False(outcome.IsAccepted(out _, out var refusal));
            Assert.Equal(new Reason(Correction.ChangedMeanwhile, "short", $"F{won.Number}"), Assert.Single(refusal!.Reasons));
        }

        await using var after = database.Open();
        Assert.Equal($"F{won.Number}", (await after.Organisations.SingleAsync(o => o.Key == "4207")).ShortName);
        Assert.Equal(1, await after.AuditEntries.CountAsync(e => e.Event == "record-corrected"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_later_load_keeps_the_correction_and_puts_the_new_claim_beside_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        await CorrectAsync(db, new("organisation", "nav"), "name_nb", "Nav Zaphod", OrganisationId.Of("nav"));
        _folder.Edit("organisations", rows => rows.Single(row => row["key"] == "nav")["name_nb"] = "Velferdsetaten");

        var report = await ReferenceData.LoadAsync(db, _folder.Path, TimeProvider.System, CancellationToken.None);

        Assert.Equal((0, 1), (report.Added, report.Changed));
        await using var after = database.Open();
        Assert.Equal("Nav Zaphod", (await after.Organisations.SingleAsync(o => o.Key == "nav")).Name.Nb);
        Assert.Equal("Velferdsetaten", (await after.CorrectedFacts.SingleAsync()).SourceValue);
        Assert.Contains((await SearchQuery.FindAsync(after, "zaphod", 1, 10, CancellationToken.None)).Entries, e => e.Key == "nav");
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_corrected_statement_stays_when_its_row_is_gone_and_what_people_added_is_theirs(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        RecordKey fact = new("network-fact", await KeyAsync(db, "network-fact"));
        await CorrectAsync(db, fact, "value_nb", "Rettet verdi", OrganisationId.Of("digi-agder"));
        var added = await new AddRecord(db, TimeProvider.System).RunAsync(
            "membership", new Dictionary<string, string?> { ["body"] = "kommit-radet", ["member"] = "Flekkefjord", ["valid_from"] = "2024" }, "Vi er med.", Standing(OrganisationId.Of("4207")), CancellationToken.None);
        Assert.True(added.IsAccepted(out var stored, out var refusal), refusal?.Reasons[0].ToString());
        Assert.Null(stored.Proposal);
        _folder.Edit("network-facts", rows => rows.RemoveAt(rows.IndexOf(rows.First(r => r["network_key"] == "digi-agder" && r["field"] == "bodies"))));

        var report = await ReferenceData.LoadAsync(db, _folder.Path, TimeProvider.System, CancellationToken.None);

        Assert.True(report.Succeeded);
        await using var after = database.Open();
        Assert.Equal("Rettet verdi", (await RecordReader.StateAsync(after, fact, Today, CancellationToken.None))!.Values["value_nb"]);
        Assert.Equal("2024", (await RecordReader.StateAsync(after, new("membership", "kommit-radet~4207"), Today, CancellationToken.None))!.Values["valid_from"]);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_fact_that_is_again_as_the_source_says_is_no_longer_corrected(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        var name = (await db.Organisations.SingleAsync(o => o.Key == "nav")).Name.Nb!;
        await CorrectAsync(db, new("organisation", "nav"), "name_nb", "Noe annet", OrganisationId.Of("nav"));
        Assert.Equal(1, await db.CorrectedFacts.CountAsync());

        await CorrectAsync(db, new("organisation", "nav"), "name_nb", name, OrganisationId.Of("nav"));

        Assert.Equal(0, await db.CorrectedFacts.CountAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "parent", "nav", "field.cycle")]
    [InlineData(DatabaseKind.Postgres, "parent", "nav", "field.cycle")]
    [InlineData(DatabaseKind.Sqlite, "parent", "finnes-ikke", RecordReader.NoSuchBody)]
    [InlineData(DatabaseKind.Sqlite, "valid_from", "i fjor", RecordReader.NotATime)]
    [InlineData(DatabaseKind.Sqlite, "stated_count", "mange", RecordReader.NotANumber)]
    [InlineData(DatabaseKind.Sqlite, "kind", "noe", RecordReader.NotAllowed)]
    [InlineData(DatabaseKind.Sqlite, "name_nb", null, RecordReader.Required)]
    [InlineData(DatabaseKind.Sqlite, "finnes_ikke", "x", RecordReader.NoSuchField)]
    public async Task A_value_that_cannot_be_is_refused_by_its_field(DatabaseKind kind, string field, string? value, string code)
    {
        await using var db = (await TestDatabase.SharedAsync(kind)).Open();
        RecordKey record = new("organisation", "nav");
        var version = (await RecordReader.StateAsync(db, record, Today, CancellationToken.None))!.Version;

        var outcome = await new ChangeRecord(db, TimeProvider.System).RunAsync(record, version, new Dictionary<string, string?> { [field] = value }, "x", Standing(OrganisationId.Of("nav")), CancellationToken.None);

        Assert.False(outcome.IsAccepted(out _, out var refusal));
        Assert.Equal((code, field), (refusal.Reasons[0].Code, refusal.Reasons[0].Field));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_mandate_lets_a_co_operation_change_what_it_is_for_and_nothing_else(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        var add = new AddRecord(db, TimeProvider.System);
        Dictionary<string, string?> mandate = new() { ["municipality"] = "4207", ["body"] = "digi-agder", ["subject_nb"] = DecisionMandate.OwnFacts };
        Assert.True((await add.RunAsync("mandate", mandate, "Vedtatt.", Standing(OrganisationId.Of("digi-agder")), CancellationToken.None)).IsAccepted(out var asked, out _));
        Assert.NotNull(asked.Proposal);
        Assert.True((await add.RunAsync("mandate", mandate, "Vedtatt.", Standing(OrganisationId.Of("4207")), CancellationToken.None)).IsAccepted(out var given, out _));
        Assert.Null(given.Proposal);

        Assert.Contains(OrganisationId.Of("digi-agder"), (await RecordReader.StateAsync(db, new("municipality", "4207"), Today, CancellationToken.None))!.Stewards.Organisations);
        Assert.DoesNotContain(OrganisationId.Of("digi-agder"), (await RecordReader.StateAsync(db, new("organisation", "4207"), Today, CancellationToken.None))!.Stewards.Organisations);
        Assert.DoesNotContain(OrganisationId.Of("digi-agder"), (await RecordReader.StateAsync(db, new("municipality", "4206"), Today, CancellationToken.None))!.Stewards.Organisations);
    }

    internal static async Task<string> KeyAsync(SamstyringDb db, string type) => type switch
    {
        "organisation" => "nav",
        "municipality" => "4207",
        "membership" => "digi-agder~4207",
        "co-operation" => await db.CoOperations.OrderBy(c => c.Key).Select(c => c.Key).FirstAsync(),
        "decision-model" => (await db.DecisionModels.FirstAsync(m => m.Municipality == OrganisationId.Of("5001"))).Id.Value.ToString("D"),
        "forum" => "kommit-radet",
        "forum-seat" => (await db.ForumSeats.OrderBy(s => s.Id).FirstAsync(s => s.Seat == null)).Id.Value.ToString("D"),
        "network-fact" => (await db.NetworkFacts.OrderBy(f => f.Order).FirstAsync(f => f.Network == OrganisationId.Of("digi-agder") && f.Field == NetworkField.Bodies)).Id.Value.ToString("D"),
        "theme-cell" => "1~digi-agder",
        "life-event" => await db.LifeEvents.OrderBy(e => e.Order).Select(e => e.Key).FirstAsync(),
        "scope-statement" => (await db.ScopeStatements.OrderBy(s => s.Order).FirstAsync()).Id.Value.ToString("D"),
        "life-event-role" => await db.LifeEventActors.OrderBy(a => a.Order).Join(db.LifeEvents, a => a.LifeEvent, e => e.Id, (a, e) => new { a, e.Key }).Join(db.Organisations, x => x.a.Organisation, o => o.Id, (x, o) => new { x.a.Order, x.a.Role, Event = x.Key, o.Key })
            .OrderBy(x => x.Order).FirstAsync() is var role ? $"{role.Event}~{role.Key}~{Codes.Of(role.Role)}" : "",
        "activity" => (await FirstActivityAsync(db)).Activity,
        "life-event-activity" => await FirstActivityAsync(db) is var link ? $"{link.Event}~{link.Activity}" : "",
        "involvement" => (await db.Involvements.OrderBy(i => i.Order).FirstAsync(i => i.LifeEvent != null)).Id.Value.ToString("D"),
        _ => "D-01",
    };

    private static async Task<(string Event, string Activity)> FirstActivityAsync(SamstyringDb db)
    {
        var first = await (from l in db.LifeEventActivities
                           join e in db.LifeEvents on l.LifeEvent equals e.Id
                           join i in db.Initiatives on l.Initiative equals i.Id
                           orderby l.Order
                           select new { Event = e.Key, Activity = i.Key }).FirstAsync();
        return (first.Event, first.Activity);
    }

    /// <summary>A contributor for an organisation, or the administrator who acts for none.</summary>
    private static Standing Standing(OrganisationId? organisation) => new(UserId.New(), organisation, organisation is null ? null : Role.Contributor, IsAdministrator: organisation is null);

    private static async Task CorrectAsync(SamstyringDb db, RecordKey record, string field, string value, OrganisationId by)
    {
        var version = (await RecordReader.StateAsync(db, record, Today, CancellationToken.None))!.Version;
        var outcome = await new ChangeRecord(db, TimeProvider.System).RunAsync(record, version, new Dictionary<string, string?> { [field] = value }, "Feil.", Standing(by), CancellationToken.None);
        Assert.True(outcome.IsAccepted(out _, out var refusal), refusal?.Reasons[0].ToString());
        db.ChangeTracker.Clear();
    }
}
