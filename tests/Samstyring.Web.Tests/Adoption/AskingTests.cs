using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Samstyring.Analysis.Adoption.Spread;
using Samstyring.Domain.Access;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;
using Samstyring.Web.Features.Adoption;

namespace Samstyring.Web.Tests.Adoption;

/// <summary>Whom to ask first is worked out beside the requests: begun, followed, cancelled, and seen by nobody else.</summary>
public sealed class AskingTests
{
    private const string Forecast = "/losninger/eksempel-timebestilling/prognose?runs=100";

    private const string Begin = "#sporr";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task It_is_begun_by_a_form_and_ends_in_an_answer(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var owner = await app.SignInAsync("ks");

        var page = await (await owner.OpenAsync(Forecast)).SubmitAsync(Begin);

        Assert.StartsWith("/losninger/eksempel-timebestilling/prognose/spor-forst/", page.Address);
        page = await EndedAsync(app, owner, page);
        var answer = page.Table("Spør disse først");
        Assert.Equal(10, answer.Count);
        Assert.Contains("De 10 sammen", page.Html);
        Assert.Equal(answer, (await EndedAsync(app, owner, await (await owner.OpenAsync(Forecast)).SubmitAsync(Begin))).Table("Spør disse først"));
    }

    [Fact]
    public async Task It_tells_how_far_it_has_come_and_stops_when_it_is_cancelled()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var owner = await app.SignInAsync("ks");
        var slow = await SlowAsync(app, owner);
        await slow.Begun;

        var page = await owner.OpenAsync(slow.Address);

        Assert.Equal("3 av 10 kommuner valgt.", page.Text("[role=status]"));
        Assert.Equal(("40", "100"), (page.Document.QuerySelector("progress")!.GetAttribute("value"), page.Document.QuerySelector("progress")!.GetAttribute("max")));
        Assert.Equal("Oppdater", page.Text("form[data-running] a"));
        Assert.True(page.Response.Headers.CacheControl!.NoStore);
        Assert.False(slow.Ended.IsCompleted);

        page = await page.SubmitAsync("form[data-running]");

        await slow.Ended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Contains("Søket er avbrutt", page.Html);
        Assert.Null(page.Document.QuerySelector("progress"));
    }

    [Fact]
    public async Task A_person_has_one_at_a_time_and_those_beyond_the_room_wait()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        List<Slow> running = [];
        for (var i = 0; i < ForecastJobs.AtOnce; i++)
        {
            running.Add(await SlowAsync(app, await app.SignInAsync("ks")));
        }

        await Task.WhenAll(running.Select(job => job.Begun));
        var owner = await app.SignInAsync("ks");
        var first = await (await owner.OpenAsync(Forecast)).SubmitAsync(Begin);
        var second = await (await owner.OpenAsync(Forecast)).SubmitAsync(Begin);

        Assert.Equal("Venter på tur.", first.Text("[role=status]"));
        Assert.Equal(first.Address, second.Address);
        Assert.Contains("Søket er avbrutt", (await second.SubmitAsync("form[data-running]")).Html);
        var again = await (await owner.OpenAsync(Forecast)).SubmitAsync(Begin);
        Assert.NotEqual(first.Address, again.Address);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.OpenAsync(first.Address)).Response.StatusCode);
        running[0].End();
        Assert.Equal(10, (await EndedAsync(app, owner, again)).Table("Spør disse først").Count);
    }

    [Fact]
    public async Task Nobody_else_sees_it_and_nobody_who_is_not_of_the_team_begins_one()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var (owner, colleague, own, vendor) = (await app.SignInAsync("ks"), await app.SignInAsync("ks"), await app.SignInAsync("4207", Role.Manager), await app.SignInAsync("visma", Role.Manager));
        var page = await (await owner.OpenAsync(Forecast)).SubmitAsync(Begin);

        Assert.Equal(HttpStatusCode.OK, page.Response.StatusCode);
        foreach (var other in new[] { colleague, own, vendor })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(page.Address)).Response.StatusCode);
        }

        Assert.StartsWith("/logg-inn", (await app.OpenAsync(page.Address)).Address);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.OpenAsync(page.Address.Replace("eksempel-timebestilling", "digisos", StringComparison.Ordinal))).Response.StatusCode);
        foreach (var other in new[] { own, vendor })
        {
            Assert.Null((await other.OpenAsync(Forecast)).Document.QuerySelector(Begin));
            using var nothing = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", (await other.OpenAsync("/min-side/navn")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Http.PostAsync(new Uri(Forecast, UriKind.Relative), nothing)).StatusCode);
        }

        using var untrusted = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.Http.PostAsync(new Uri(Forecast, UriKind.Relative), untrusted)).StatusCode);
    }

    [Fact]
    public async Task A_result_is_forgotten_after_a_while_and_the_oldest_gives_way()
    {
        var clock = new Moved();
        using var jobs = new ForecastJobs(clock, NullLogger<ForecastJobs>.Instance);
        List<ForecastJob> all = [];
        for (var i = 0; i <= ForecastJobs.Most; i++)
        {
            all.Add(jobs.Start(UserId.New(), Some(), [], (_, _) => throw new InvalidOperationException("It fails."))!);
            await Assert.ThrowsAsync<InvalidOperationException>(() => all[^1].Work);
            clock.Now += TimeSpan.FromSeconds(1);
        }

        Assert.Null(jobs.Find(all[0].Id, all[0].Person));
        Assert.Equal(ForecastJobState.Failed, jobs.Find(all[1].Id, all[1].Person)!.State);
        clock.Now += ForecastJobs.KeptFor - TimeSpan.FromSeconds(2);
        Assert.Null(jobs.Find(all[^2].Id, all[^2].Person));
        Assert.Same(all[^1], jobs.Find(all[^1].Id, all[^1].Person));
    }

    [Fact]
    public async Task When_all_places_are_taken_by_work_nothing_is_begun_and_closing_stops_them_all()
    {
        var jobs = new ForecastJobs(new Moved(), NullLogger<ForecastJobs>.Instance);
        List<ForecastJob> all = [.. Enumerable.Range(0, ForecastJobs.Most).Select(_ => jobs.Start(UserId.New(), Some(), [], Wait)!)];

        Assert.Null(jobs.Start(UserId.New(), Some(), [], Wait));
        jobs.Dispose();
        foreach (var job in all)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.Work.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        }

        static WhomToAsk Wait(IProgress<AskingProgress> progress, CancellationToken stop)
        {
            stop.WaitHandle.WaitOne();
            throw new OperationCanceledException(stop);
        }
    }

    private static Solution Some() => new()
    {
        Id = SolutionId.Of("a"),
        Key = "a",
        Name = new("A"),
        Owner = default,
        Provenance = new("samstyring", "2026", Certainty.Stated),
        SortKey = "",
        Folded = "",
    };

    /// <summary>As somebody who presses «Oppdater» when the search is over.</summary>
    private static async Task<TestPage> EndedAsync(TestApp app, SignedInVisitor who, TestPage page)
    {
        var job = app.Services.GetRequiredService<ForecastJobs>().Find(Guid.Parse(page.Address.Split('/')[^1]), who.Person.Id)!;
        await job.Work.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        return await who.OpenAsync(page.Address);
    }

    /// <summary>A search that has come some way and comes no further, until it is cancelled or ended.</summary>
    private static async Task<Slow> SlowAsync(TestApp app, SignedInVisitor who)
    {
        await using var db = app.Database.Open();
        var solution = db.Solutions.Single(s => s.Key == "eksempel-timebestilling");
        var (begun, ended, end) = (new TaskCompletionSource(), new TaskCompletionSource(), new CancellationTokenSource());
        var job = app.Services.GetRequiredService<ForecastJobs>().Start(who.Person.Id, solution, [], (progress, stop) =>
        {
            progress.Report(new(300, 300, 3, 10, 0.4));
            begun.SetResult();
            WaitHandle.WaitAny([stop.WaitHandle, end.Token.WaitHandle]);
            ended.SetResult();
            throw new OperationCanceledException(stop.IsCancellationRequested ? stop : end.Token);
        })!;
        return new($"/losninger/{job.Solution}/prognose/spor-forst/{job.Id}", begun.Task, ended.Task, end.Cancel);
    }

    private sealed record Slow(string Address, Task Begun, Task Ended, Action End);

    private sealed class Moved : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = TestApp.Now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
