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
            ("involvement", "state", "planned", ""), ("source-note", "status", "resolved", null), ("source", "url", "https://example.org/rapport", null), ("term", "definition_nb", "Ny forklaring", null),
            ("theme", "name_nb", "Nytt tema", null), ("county", "name_parallel", "Agder – Prøve", "42"), ("network", "region", "Agder-regionen", "digi-agder"), ("life-event", "name_nb", "Å få barn", ""),
            ("initiative", "archive_reference", "2026/17", "bufdir"), ("decision-matrix", "principles_decided", "federal", "bufdir"), .. PartsOfTheCase.Select(part => (part, "note_nb", "Ny merknad", (string?)"bufdir")),
            ("solution", "set_aside_nb", "To dagsverk", "nav"), .. PartsOfSolutions.Select(part => (part.Type, "note_nb", "Ny merknad", (string?)part.Steward)), .. PartsOfNetworks.Select(part => (part, "note_nb", "Ny merknad", (string?)"")),
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

    /// <summary>Kinds of parts of initiatives that the documented case has; nobody has told of the others.</summary>
    private static readonly string[] PartsOfTheCase =
    [
        "participant", "affected-area", "commitment", "phase-plan", "key-event", "gate-answer", "actor", "actor-assessment", "actor-tie", "agreement", "agreement-party", "decision-path", "instrument", "ladder-step", "legal-assessment",
        "published-placement", "channel-strength",
    ];

    /// <summary>Kinds of parts of solutions that the example has, and who answers for the first of each.</summary>
    private static readonly (string Type, string Steward)[] PartsOfSolutions =
    [
        ("price-component", "ks"), ("solution-product", "bufdir"), ("starter-resource", "ks"), ("adoption-observation", "bufdir"), ("obstacle-measure", "ks"), ("adoption-wave", "ks"), ("experience-group", "ks"), ("group-member", ""), ("municipal-request", "ks"),
        ("reported-obstacle", ""), ("procurement-plan", ""), ("forced-upgrade", ""),
    ];

    /// <summary>Kinds of parts of networks' work that the example has.</summary>
    private static readonly string[] PartsOfNetworks = ["theme-lead", "network-role", "network-case", "case-step", "expectation", "network-fee", "member-help"];

    private static readonly string[] OnlyMadeByPeople = ["readiness-check", "vendor-entry", "role-limit", "budget-date", "mandate", "dependency", "gate-condition", "co-operation-rule", "disagreement", "forum-decision", "conformity", "deviation", "service-volume", "actor-rejection"];

    [Fact]
    public void Every_kind_of_record_is_tried() =>
        Assert.Equal(RecordTypes.All.Select(t => t.Name).Except(OnlyMadeByPeople).Order(), Kinds().Select(row => row.Data.Item2).Distinct().Order());

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

    /// <summary>Of each kind that comes with the data and has a row of its own: the file, the row, a column, what somebody corrected it to, and what the file says later.</summary>
    public static TheoryData<DatabaseKind, string, string, string, string> Rows()
    {
        (string Type, string File, string KeyColumn, string Column)[] rows =
        [
            ("term", "glossary", "key", "definition_nb"), ("source", "sources", "key", "title_nb"), ("theme", "themes", "key", "name_nb"),
            ("county", "counties", "number", "name_parallel"), ("network", "networks", "key", "region"), ("life-event", "life-events", "key", "name_nb"),
        ];
        return [.. from kind in Enum.GetValues<DatabaseKind>() from row in rows select (kind, row.Type, row.File, row.KeyColumn, row.Column)];
    }

    [Theory, MemberData(nameof(Rows))]
    public async Task A_later_load_keeps_the_correction_of_a_record_of_every_kind(DatabaseKind kind, string type, string file, string keyColumn, string column)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        RecordKey record = new(type, await KeyAsync(db, type));
        var stewards = (await RecordReader.StateAsync(db, record, Today, CancellationToken.None))!.Stewards;
        await CorrectAsync(db, record, column, "Rettet av oss", stewards.Organisations is [var steward, ..] ? steward : null);
        _folder.Edit(file, rows => rows.Single(row => row[keyColumn] == record.Key)[column] = "Ny i kilden");

        var report = await ReferenceData.LoadAsync(db, _folder.Path, TimeProvider.System, CancellationToken.None);

        Assert.True(report.Succeeded, string.Join('\n', report.Errors));
        await using var after = database.Open();
        Assert.Equal("Rettet av oss", (await RecordReader.StateAsync(after, record, Today, CancellationToken.None))!.Values[column]);
        Assert.Equal("Ny i kilden", (await after.CorrectedFacts.SingleAsync()).SourceValue);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "municipality", "org_number", "958935420", "ssb-klass-1236")]
    [InlineData(DatabaseKind.Postgres, "municipality", "org_number", "958935420", "ssb-klass-1236")]
    [InlineData(DatabaseKind.Sqlite, "municipality", "language_form", "nynorsk", "geodata-2025")]
    [InlineData(DatabaseKind.Sqlite, "municipality", "name_parallel", "Byen", "kartverket")]
    [InlineData(DatabaseKind.Sqlite, "county", "name_parallel", "Sørlandet", "kartverket")]
    public async Task A_corrected_fact_keeps_its_own_origin_and_not_that_of_its_row(DatabaseKind kind, string type, string field, string value, string source)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        var key = await KeyAsync(db, type);

        await CorrectAsync(db, new(type, key), field, value, OrganisationId.Of(key));

        Assert.Equal(source, (await db.CorrectedFacts.SingleAsync()).Origin.Source);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_members_of_a_network_follow_its_counties_and_what_people_did_stays(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        var (network, before) = (OrganisationId.Of("digi-agder"), await MembersAsync(db));
        await CorrectAsync(db, new("membership", "digi-agder~4206"), "valid_from", "2019", network);
        Assert.True((await new AddRecord(db, TimeProvider.System).RunAsync("membership", new Dictionary<string, string?> { ["body"] = "digi-agder", ["member"] = "1101" }, "De er med.", Standing(network), CancellationToken.None)).IsAccepted(out _, out _));
        db.ChangeTracker.Clear();
        await db.Memberships.Where(m => m.Id == MembershipId.Of("digi-agder/4207")).ExecuteUpdateAsync(m => m.SetProperty(x => x.VisibleTo, AudienceId.Of(OrganisationId.Of("4207"))));

        await using (var theirs = database.Open())
        {
            theirs.BeginFor(new(UserId.New(), network));
            await CorrectAsync(theirs, new("network", "digi-agder"), "counties", "03", network);
        }

        Assert.Equal(["0301", "1101", "4206", "4207"], await MembersAsync(db));
        await using (var theirs = database.Open())
        {
            theirs.BeginFor(new(UserId.New(), network));
            await CorrectAsync(theirs, new("network", "digi-agder"), "counties", "42", network);
        }

        Assert.Equal(before.Append("1101").Order(StringComparer.Ordinal), await MembersAsync(db));
        Assert.Equal(Certainty.Inferred, (await db.Memberships.SingleAsync(m => m.Id == MembershipId.Of("digi-agder/4203"))).Provenance.Certainty);

        static async Task<List<string>> MembersAsync(SamstyringDb db) =>
            await db.Memberships.Where(m => m.Body == OrganisationId.Of("digi-agder")).Join(db.Organisations, m => m.Member, o => o.Id, (_, o) => o.Key).OrderBy(key => key).ToListAsync();
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_life_event_that_is_called_something_else_keeps_its_address_and_is_found_by_both_names(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        var before = await db.LifeEvents.OrderBy(e => e.Order).FirstAsync();
        var steward = (await RecordReader.StateAsync(db, new("life-event", before.Key), Today, CancellationToken.None))!.Stewards.Organisations[0];

        await CorrectAsync(db, new("life-event", before.Key), "name_nb", "Zaphods ankomst", steward);

        var now = await db.LifeEvents.SingleAsync(e => e.Key == before.Key);
        Assert.Equal(("Zaphods ankomst", before.Slug, NorwegianOrder.Key("Zaphods ankomst")), (now.Name.Nb, now.Slug, now.SortKey));
        foreach (var words in new[] { "zaphods ankomst", before.Name.Nb! })
        {
            Assert.Contains((await SearchQuery.FindAsync(db, words, 1, 10, CancellationToken.None)).Entries, e => e.Type == "life-event" && e.Key == before.Key);
        }

        Assert.All(await db.SearchEntries.Where(e => e.Type == "activity" && e.Url == $"/livshendelser/{before.Slug}#faser").ToListAsync(), entry => Assert.Equal("Zaphods ankomst", entry.Detail.Nb));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "source", "000", "url", "javascript:alert(1)", "field.not-a-web-address")]
    [InlineData(DatabaseKind.Postgres, "network", "digi-agder", "counties", "42|99", "field.not-a-county")]
    [InlineData(DatabaseKind.Sqlite, "network", "digi-agder", "counties", "42|", "field.not-a-county")]
    [InlineData(DatabaseKind.Sqlite, "life-event", "having-a-child", "name_nb", null, RecordReader.Required)]
    [InlineData(DatabaseKind.Sqlite, "term", "LifeEvent", "category", "noe", RecordReader.NotAllowed)]
    public async Task What_no_such_record_can_say_is_refused(DatabaseKind kind, string type, string key, string field, string? value, string code)
    {
        await using var db = (await TestDatabase.SharedAsync(kind)).Open();
        var state = (await RecordReader.StateAsync(db, new(type, key), Today, CancellationToken.None))!;

        var outcome = await new ChangeRecord(db, TimeProvider.System).RunAsync(
            state.Record, state.Version, new Dictionary<string, string?> { [field] = value }, "x", Standing(state.Stewards.Organisations is [var steward, ..] ? steward : null), CancellationToken.None);

        Assert.False(outcome.IsAccepted(out _, out var refusal));
        Assert.Equal((code, field), (refusal.Reasons[0].Code, refusal.Reasons[0].Field));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Two_terms_do_not_differ_by_case_alone(DatabaseKind kind)
    {
        await using var db = (await TestDatabase.SharedAsync(kind)).Open();
        Dictionary<string, string?> term = new() { ["key"] = "lifeevent", ["term_nb"] = "x", ["category"] = "role", ["definition_nb"] = "x" };

        var outcome = await new AddRecord(db, TimeProvider.System).RunAsync("term", term, "x", Standing(null), CancellationToken.None);

        Assert.False(outcome.IsAccepted(out _, out var refusal));
        Assert.Equal(new Reason(AddRecord.Exists, "key", "lifeevent"), Assert.Single(refusal.Reasons));
    }

    internal static async Task<string> KeyAsync(SamstyringDb db, string type) => type switch
    {
        "initiative" or "decision-matrix" => "digibarnevern",
        var part when PartsOfTheCase.Contains(part) => (await db.InitiativeParts.OrderBy(p => p.Order).ToListAsync()).First(p => InitiativeParts.TypeOf(p).Name == part).Id.ToString(),
        "solution" => "digisos",
        var part when PartsOfSolutions.Any(p => p.Type == part) => (await db.SolutionParts.OrderBy(p => p.Order).ToListAsync()).First(p => SolutionParts.TypeOf(p).Name == part).Id.ToString(),
        var part when PartsOfNetworks.Contains(part) => (await db.NetworkParts.OrderBy(p => p.Order).ToListAsync()).First(p => NetworkParts.TypeOf(p).Name == part).Id.ToString(),
        "source" => "000",
        "term" => "LifeEvent",
        "theme" => "1",
        "county" => "42",
        "network" => "digi-agder",
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

    private static async Task CorrectAsync(SamstyringDb db, RecordKey record, string field, string value, OrganisationId? by)
    {
        var version = (await RecordReader.StateAsync(db, record, Today, CancellationToken.None))!.Version;
        var outcome = await new ChangeRecord(db, TimeProvider.System).RunAsync(record, version, new Dictionary<string, string?> { [field] = value }, "Feil.", Standing(by), CancellationToken.None);
        Assert.True(outcome.IsAccepted(out _, out var refusal), refusal?.Reasons[0].ToString());
        db.ChangeTracker.Clear();
    }
}
