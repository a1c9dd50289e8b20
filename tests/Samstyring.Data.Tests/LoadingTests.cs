using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Loading;
using Samstyring.Data.Search;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;
using Samstyring.TestKit;

namespace Samstyring.Data.Tests;

public sealed class LoadingTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_second_load_changes_nothing_and_asks_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        var queries = new QueryCounter();
        await using var db = database.Open(queries);
        var count = queries.Start();

        var report = await ReferenceData.LoadAsync(db, _folder.Path, TimeProvider.System, CancellationToken.None);

        Assert.Equal((0, 0, 0), (report.Added, report.Changed, report.Removed));
        Assert.Empty(report.Errors);
        Assert.InRange(count.Value, 1, 2);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Two_machines_that_start_at_once_load_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.EmptyAsync(kind);

        var reports = await Task.WhenAll(StartAsync(), StartAsync());

        Assert.All(reports, report => Assert.Empty(report.Errors));
        Assert.Single(reports, report => report.Added == 0);
        await using var after = database.Open();
        Assert.Equal(1, await after.AuditEntries.CountAsync());

        Task<LoadReport> StartAsync() => Task.Run(async () =>
        {
            await using var db = database.Open();
            await db.MigrateAsync(CancellationToken.None);
            return await ReferenceData.LoadAsync(db, _folder.Path, TimeProvider.System, CancellationToken.None);
        });
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_changed_row_is_loaded_keeps_its_identity_and_is_found_by_its_new_name(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        var before = await db.Organisations.SingleAsync(o => o.Key == "nav");
        _folder.Edit("organisations", rows => rows.Single(row => row["key"] == "nav")["name_nb"] = "Velferdsetaten Zaphod");

        var report = await ReferenceData.LoadAsync(db, _folder.Path, TimeProvider.System, CancellationToken.None);

        Assert.Equal((0, 1, 0), (report.Added, report.Changed, report.Removed));
        var after = await db.Organisations.SingleAsync(o => o.Key == "nav");
        Assert.Equal((before.Id, "Velferdsetaten Zaphod"), (after.Id, after.Name.Nb));
        Assert.NotEqual(before.SortKey, after.SortKey);
        Assert.Equal(await RolesAsync(db, before.Id), await RolesAsync(db, after.Id));
        Assert.Equal("nav", Assert.Single((await SearchQuery.FindAsync(db, "zaphod", 1, 10, CancellationToken.None)).Entries).Key);

        var again = await ReferenceData.LoadAsync(db, _folder.Path, TimeProvider.System, CancellationToken.None);
        Assert.Equal((0, 0), (again.Added, again.Changed));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task What_a_municipality_has_said_itself_is_not_put_aside_by_a_later_file(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        var (own, other) = (await RecordAsync("4206"), await RecordAsync("1101"));
        LadderRules.State(own, new(AdoptionStep.Considering, Since: null, Source: null), "Vi har ikke begynt.", own.Municipality, new(2026, 3, 1));
        db.Record(new AdoptionStated("eksempel-timebestilling", "4206", Before: null, AdoptionStep.Considering, Since: null, Source: null, Actor.Installation, DateTimeOffset.UnixEpoch));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        _folder.EditExample("adoption-records", text => text.Replace("timebestilling,4206,in_use,2026-08", "timebestilling,4206,benefits_confirmed,2026-09").Replace("timebestilling,1101,informed", "timebestilling,1101,considering"));

        var report = await ReferenceData.LoadAsync(db, _folder.Path, TimeProvider.System, CancellationToken.None);

        Assert.Equal((0, 2), (report.Added, report.Changed));
        var (kept, changed) = (await RecordAsync("4206"), await RecordAsync("1101"));
        Assert.Equal((AdoptionStep.Considering, AdoptionStep.InUse, 2), (kept.Standing, kept.ClaimedStep, kept.Version));
        Assert.Equal((AdoptionStep.Informed, AdoptionStep.Considering), (other.Standing, changed.Standing));

        Task<AdoptionRecord> RecordAsync(string number) => db.AdoptionRecords.AsTracking().SingleAsync(a => a.Solution == SolutionId.Of("eksempel-timebestilling") && a.Municipality == OrganisationId.Of(number));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_new_row_is_added_and_found(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        _folder.Edit("glossary", rows => rows.Add(new Dictionary<string, string>(rows[0]) { ["key"] = "Zaphod", ["term_nb"] = "zaphodisering", ["term_en"] = "zaphodising" }));

        var report = await ReferenceData.LoadAsync(db, _folder.Path, TimeProvider.System, CancellationToken.None);

        Assert.Equal((1, 0), (report.Added, report.Changed));
        Assert.Equal(118, await db.GlossaryTerms.CountAsync());
        Assert.Equal("Zaphod", Assert.Single((await SearchQuery.FindAsync(db, "zaphodising", 1, 10, CancellationToken.None)).Entries).Key);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_row_that_moves_keeps_the_order_of_the_file(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        _folder.Edit("life-event-actors", rows =>
        {
            var last = rows[^1];
            rows.RemoveAt(rows.Count - 1);
            rows.Insert(0, last);
        });

        var report = await ReferenceData.LoadAsync(db, _folder.Path, TimeProvider.System, CancellationToken.None);

        Assert.Equal((0, 51), (report.Added, report.Changed));
        var keys = await db.LifeEventActors.OrderBy(a => a.Order).Join(db.LifeEvents, a => a.LifeEvent, e => e.Id, (a, e) => new { a.Order, e.Key }).OrderBy(a => a.Order).ToListAsync();
        Assert.Equal(ReferenceFile.Read("life-event-actors", _folder.Path).Rows.Select(row => row["life_event_key"]), keys.Select(k => k.Key));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_list_that_shrinks_loses_what_it_lost(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        var project = ReferenceFile.Read("council-projects").Rows.First(row => row["org_keys"].Contains('|'));
        var number = int.Parse(project["key"], System.Globalization.CultureInfo.InvariantCulture);
        var kept = project["org_keys"].Split('|')[0];
        _folder.Edit("council-projects", rows => rows.Single(row => row["key"] == project["key"])["org_keys"] = kept);
        _folder.Edit("source-notes", rows => rows[0]["about"] = "document:002");

        var report = await ReferenceData.LoadAsync(db, _folder.Path, TimeProvider.System, CancellationToken.None);

        Assert.Equal((0, 2), (report.Added, report.Changed));
        Assert.Equal([OrganisationId.Of(kept)], await db.CouncilProjectOrganisations.Where(l => l.Project == number).Select(l => l.Organisation).ToListAsync());
        Assert.Equal(["document:002"], await db.SourceNoteSubjects.Where(s => s.Note == "D-01").Select(s => s.Subject).ToListAsync());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_statement_whose_text_is_corrected_does_not_stand_twice(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        var before = await CountsAsync(db);
        _folder.Edit("life-event-scope", rows => rows[0]["text_nb"] += " (rettet)");
        _folder.Edit("life-event-involvement", rows => rows[0]["text_nb"] += " (rettet)");
        _folder.Edit("network-facts", rows => rows[0]["value_nb"] += " (rettet)");
        _folder.Edit("forum-seats", rows => rows[0]["note_nb"] += " (rettet)");
        _folder.Edit("decision-models", rows => rows[0]["subject_nb"] += " (rettet)");

        var report = await ReferenceData.LoadAsync(db, _folder.Path, TimeProvider.System, CancellationToken.None);

        Assert.Equal((5, 0, 5), (report.Added, report.Changed, report.Removed));
        Assert.Equal(before, await CountsAsync(db));
        Assert.Equal(1, await db.ScopeStatements.CountAsync(s => s.Text.Nb!.EndsWith("(rettet)")));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_member_that_is_no_longer_named_is_no_longer_a_member(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        _folder.Edit("co-operations", rows => rows.Single(row => row["key"] == "digibarnevern")["members"] = "3203|5001");

        var report = await ReferenceData.LoadAsync(db, _folder.Path, TimeProvider.System, CancellationToken.None);

        Assert.Equal(1, report.Removed);
        var members = await db.Memberships.Where(m => m.Body == OrganisationId.Of("digibarnevern-kommunene")).OrderBy(m => m.SortKey).Join(db.Organisations, m => m.Member, o => o.Id, (_, o) => o.Key).ToListAsync();
        Assert.Equal(["3203", "5001"], members.Order());
    }

    private static async Task<(int Scope, int Involvement, int Facts, int Seats, int Models)> CountsAsync(SamstyringDb db) =>
        (await db.ScopeStatements.CountAsync(), await db.Involvements.CountAsync(), await db.NetworkFacts.CountAsync(), await db.ForumSeats.CountAsync(), await db.DecisionModels.CountAsync());

    private static Task<List<LifeEventRole>> RolesAsync(SamstyringDb db, OrganisationId organisation) =>
        db.LifeEventActors.Where(a => a.Organisation == organisation).OrderBy(a => a.Order).Select(a => a.Role).ToListAsync();
}
