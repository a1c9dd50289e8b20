using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Trace;

public sealed class RestrictedReadTests
{
    private const string Page = "/livshendelser/alvorlig-sykt-barn";
    private const string Api = "/api/v1/life-events/seriously-ill-child/activities";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Whoever_is_shown_something_restricted_is_written_down_and_the_administrator_sees_it(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        await using var db = app.Database.Open();
        var key = await TraceData.RestrictActivityAsync(db, "seriously-ill-child", "nav");
        var insider = await app.SignInAsync("nav", Role.Reader);
        var outsider = await app.SignInAsync("4207", Role.Manager);

        Assert.True((await insider.OpenAsync(Page)).Response.IsSuccessStatusCode);
        Assert.True((await outsider.OpenAsync(Page)).Response.IsSuccessStatusCode);
        await app.OpenAsync(Page);
        Assert.Contains(key, await insider.Http.GetStringAsync(new Uri(Api, UriKind.Relative)));
        Assert.Contains(key, await insider.Http.GetStringAsync(new Uri(Api + "?format=csv", UriKind.Relative)));

        var reads = await db.RestrictedReads.OrderBy(r => r.Number).ToListAsync();
        Assert.Equal(3, reads.Count);
        Assert.All(reads, read => Assert.Equal((insider.Person.Id, OrganisationId.Of("nav"), "life-event-activity", "seriously-ill-child~" + key), (read.User, read.OnBehalfOf, read.Type, read.Key)));

        var administrator = await app.SignInAsync(null, administrator: true);
        var rows = (await (await administrator.OpenAsync("/administrasjon")).FollowAsync("Lesning av skjermet innhold")).Table("Lesninger");
        Assert.Equal(3, rows.Count);
        Assert.StartsWith(insider.Person.Name, rows[0][2]);
        Assert.Equal("life-event-activity:seriously-ill-child~" + key, rows[0][3]);
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_not_shown()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        await using var db = app.Database.Open();
        var key = await TraceData.RestrictActivityAsync(db, "seriously-ill-child", "nav");
        var insider = await app.SignInAsync("nav", Role.Reader);
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE restricted_reads RENAME TO gone");

        var body = "";
        try
        {
            using var answer = await insider.Http.GetAsync(new Uri(Api, UriKind.Relative));
            body = await answer.Content.ReadAsStringAsync();
            Assert.False(answer.IsSuccessStatusCode);
        }
        catch (Exception failure) when (failure is HttpRequestException or DbUpdateException)
        {
            // Nothing came at all. The test's own server hands on what stopped the answer; Kestrel breaks off.
        }

        Assert.DoesNotContain(key, body);
    }
}
