using System.Net;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Trace;

public sealed class TracePageTests
{
    private static readonly string[] Kinds = ["Fikk en annen rolle", "Fikk tilgang"];

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task An_administrator_reads_who_did_what_for_whom_with_before_after_and_reason(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var manager = await app.SignInAsync("4207", Role.Manager);
        await TraceData.ChangeRoleAsync(app, manager, "4207", "Ny stilling");
        var administrator = await app.SignInAsync(null, administrator: true);

        var page = await (await administrator.OpenAsync("/administrasjon")).FollowAsync("Spor av alle endringer");

        var newest = page.Table("Endringer")[0];
        Assert.Equal("2. mars 2026 kl. 13.00", newest[1]);
        Assert.Contains(manager.Person.Name, newest[2]);
        Assert.Contains("Flekkefjord", newest[2]);
        Assert.StartsWith("Fikk en annen rolle", newest[3]);
        Assert.Contains("Rolle Før: Leser → Etter: Bidragsyter", newest[4]);
        Assert.Contains("Begrunnelse Ny stilling", newest[4]);
        Assert.Contains("Programmet selv", page.Table("Endringer")[^1][2]);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_trace_is_narrowed_by_organisation_event_and_subject(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var manager = await app.SignInAsync("4207", Role.Manager);
        await TraceData.ChangeRoleAsync(app, manager, "4207", "Ny stilling");
        var administrator = await app.SignInAsync(null, administrator: true);

        Assert.Single((await NarrowAsync("organisation", "4207")).Table("Endringer"));
        Assert.Equal(["Faktagrunnlaget ble lastet inn installation:reference"], (await NarrowAsync("event", "reference-loaded")).Table("Endringer").Select(row => row[3]));
        Assert.Equal(["Fikk tilgang " + manager.Person.Name], (await NarrowAsync("subject", "person:" + manager.Person.Id)).Table("Endringer").Select(row => row[3]));
        Assert.Empty((await NarrowAsync("organisation", "nav")).Texts("table"));
        var refused = await NarrowAsync("organisation", "finnes-ikke");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Response.StatusCode);
        Assert.Contains("finnes-ikke", refused.Text(".ds-error-summary"));

        async Task<TestPage> NarrowAsync(string field, string value) => await (await administrator.OpenAsync("/administrasjon/spor")).SubmitAsync("form.filters", (field, value));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Pages_of_the_trace_begin_below_a_number_and_miss_nothing(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        for (var i = 0; i < 5; i++)
        {
            await app.RegisterAsync("4207");
        }

        var administrator = await app.SignInAsync(null, administrator: true);
        var page = await administrator.OpenAsync("/administrasjon/spor?pageSize=4");
        List<string> numbers = [.. page.Table("Endringer").Select(row => row[0])];
        Assert.Equal(4, numbers.Count);
        page = await administrator.OpenAsync(page.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")! + "&pageSize=4");
        numbers.AddRange(page.Table("Endringer").Select(row => row[0]));

        Assert.Equal(["6", "5", "4", "3", "2", "1"], numbers);
        Assert.Equal("1", (await page.FollowAsync("Nyeste")).Table("Endringer")[^1][0]);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task An_administrator_checks_the_chain_and_sees_where_it_was_touched(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        await app.RegisterAsync("4207");
        await app.RegisterAsync("4207");
        var administrator = await app.SignInAsync(null, administrator: true);
        var page = await administrator.OpenAsync("/administrasjon/spor");
        var head = page.Text(".facts code");

        Assert.Contains("Kjeden henger sammen. 3 ledd", (await CheckAsync(head)).Text(".note[data-tone=success]"));
        var wrong = await CheckAsync("3:abc");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "3:abc"), (wrong.Response.StatusCode, wrong.Document.QuerySelector("input[name=Head]")!.GetAttribute("value")));

        await using (var db = app.Database.Open())
        {
            await db.AuditEntries.Where(e => e.Number == 2).ExecuteUpdateAsync(e => e.SetProperty(x => x.Event, "nothing-happened"));
        }

        Assert.Contains("Ledd 2: leddet er endret", (await CheckAsync("")).Text(".note[data-tone=danger]"));
        await using (var db = app.Database.Open())
        {
            await db.AuditSubjects.ExecuteDeleteAsync();
            await db.AuditEntries.Where(e => e.Number == 3).ExecuteDeleteAsync();
        }

        Assert.Contains("Ledd 3: kjeden er kuttet av", (await CheckAsync(head)).Text(".note[data-tone=danger]"));

        Task<TestPage> CheckAsync(string kept) => page.SubmitAsync("form.form-panel", ("Head", kept));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_manager_reads_what_the_organisation_did_what_was_done_to_it_and_nothing_of_others(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var manager = await app.SignInAsync("4207", Role.Manager);
        var other = await app.SignInAsync("nav", Role.Manager);
        await TraceData.ChangeRoleAsync(app, manager, "4207", "Ny stilling");
        await TraceData.ChangeRoleAsync(app, other, "nav", "Hemmelig hos Nav");
        await using (var db = app.Database.Open())
        {
            db.Record(new Noticed("4207"));
            await db.SaveChangesAsync();
        }

        var page = await (await manager.OpenAsync("/")).FollowAsync("Spor");

        Assert.Equal(["Noticed", "Fikk en annen rolle", "Fikk tilgang", "Fikk tilgang"], page.Table("Endringer").Select(row => Kinds.FirstOrDefault(kind => row[3].StartsWith(kind, StringComparison.Ordinal)) ?? "Noticed"));
        Assert.Contains(manager.Person.Name, page.Table("Endringer")[1][2]);
        Assert.DoesNotContain("Hemmelig", page.Html);
    }

    [Theory]
    [InlineData("4207", Role.Manager, "/administrasjon")]
    [InlineData("4207", Role.Manager, "/administrasjon/spor")]
    [InlineData("4207", Role.Manager, "/administrasjon/lesninger")]
    [InlineData("4207", Role.Contributor, "/spor")]
    public async Task Whoever_may_not_read_the_trace_is_told_of_no_such_page(string organisation, Role role, string path)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var visitor = await app.SignInAsync(organisation, role);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync(path)).Response.StatusCode);
        Assert.Empty((await visitor.OpenAsync("/")).Document.QuerySelectorAll($"a[href='{path}']"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_link_that_tells_of_something_restricted_says_only_that_it_is_there(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        await using (var db = app.Database.Open())
        {
            var nav = AudienceId.Of(OrganisationId.Of("nav"));
            db.Add(new AudienceMember { Audience = nav, Organisation = OrganisationId.Of("nav") });
            db.Record(new TraceData.Restricted());
            await db.SaveChangesAsync();
            var membership = await db.Memberships.AsTracking().OrderBy(m => m.Id).FirstAsync();
            db.Entry(membership).Property(m => m.VisibleTo).CurrentValue = nav;
            db.Record(new Noticed("nav"));
            await db.SaveChangesAsync();
        }

        var administrator = await app.SignInAsync(null, administrator: true);
        var page = await administrator.OpenAsync("/administrasjon/spor");
        Assert.Equal("Skjermet", page.Table("Endringer").Single(row => row[0] == "3")[3]);
        Assert.DoesNotContain("noe om nav", page.Html);
        Assert.Empty((await administrator.OpenAsync("/administrasjon/spor?subject=organisation:nav")).Texts("table"));

        var manager = await app.SignInAsync("nav", Role.Manager);
        Assert.Contains("noe om nav", (await manager.OpenAsync("/spor")).Html);
    }

    private sealed record Noticed(string Organisation) : DomainEvent(Actor.Installation, DateTimeOffset.UnixEpoch)
    {
        public string What => "noe om " + Organisation;

        public override IReadOnlyList<Subject> Subjects => [new("organisation", Organisation)];
    }
}
