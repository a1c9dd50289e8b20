using System.Net;
using Microsoft.EntityFrameworkCore;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Access;

public sealed class ExampleTests
{
    private static readonly Dictionary<string, string> AsExample = new() { ["SAMSTYRING_EXAMPLE"] = "true", ["SAMSTYRING_ATTEMPTS_PER_MINUTE"] = "1000" };

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Everybody_of_the_reader_table_signs_in_by_one_click_and_none_is_administrator(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.EmptyAsync(kind)) { Settings = AsExample };
        var door = await app.BrowseAsync("/logg-inn");
        var places = door.Document.QuerySelectorAll("input[name=place]").Select(i => i.GetAttribute("value")!).ToList();

        Assert.Equal(["municipality", "network", "initiative", "ministry", "ks", "digdir", "council", "vendor"], places);
        Assert.Contains("Eksempeldata", door.Text("section[aria-labelledby=eksempel]"));
        Assert.Contains("Innbygger i en livshendelse", door.Texts(".examples a"));
        foreach (var place in places)
        {
            var form = await app.BrowseAsync("/logg-inn");
            foreach (var other in form.Document.QuerySelectorAll(".examples form").Where(f => f.QuerySelector("input[name=place]")!.GetAttribute("value") != place))
            {
                other.Remove();
            }

            var page = await form.SubmitAsync(".examples form");
            Assert.Equal("/", page.Address);
            Assert.Contains("Eksempel", page.Text(".on-behalf"));
            Assert.DoesNotContain("Du er administrator", (await page.FollowAsync(page.Texts(".on-behalf a")[0])).Text("main"));
        }

        var example = await (await app.BrowseAsync("/logg-inn")).SubmitAsync(".examples form");
        var own = await example.FollowAsync("Kari Eksempel");
        var setUp = await (await own.FollowAsync("Sett opp eller slå av")).SubmitAsync("#begynn");
        Assert.Contains("Flekkefjord", setUp.Text(".on-behalf"));
        Assert.NotEqual("", setUp.Text("#nokkel"));

        Assert.Equal("Eksempeldata", own.Text(".mark[data-m=example]"));
        Assert.DoesNotContain("Lag et passord", own.Texts("a"));
        var refused = await (await own.GoAsync("/min-side/passord")).SubmitAsync("form.form-panel", ("Chosen", "et helt nytt passord"));
        Assert.Contains("Eksempelpersoner kan ikke ha passord", refused.Text(".note"));

        await using var db = app.Database.Open();
        Assert.False(await db.Users.AnyAsync(p => p.IsAdministrator || p.PasswordHash != null));
        Assert.True((await db.Installations.SingleAsync()).IsExample);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_trail_of_an_example_says_in_the_readers_language_why_its_people_were_let_in(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.EmptyAsync(kind)) { Settings = AsExample };
        using var http = app.CreateClient();
        await (await ReadAsync("/logg-inn")).SubmitAsync(".examples form");

        Assert.Contains("Eksempeldata", (await ReadAsync("/spor")).Texts(".told dd"));
        Assert.Contains("Example data", (await ReadAsync("/spor?sprak=en")).Texts(".told dd"));

        async Task<TestPage> ReadAsync(string path) => await TestPage.ReadAsync(http, await http.GetAsync(new Uri(path, UriKind.Relative)));
    }

    [Fact]
    public async Task The_buttons_are_only_for_this_machine_by_its_own_name_and_through_no_proxy()
    {
        var database = await TestDatabase.EmptyAsync(DatabaseKind.Sqlite);
        await using var here = new TestApp(database) { Settings = AsExample };
        await using var elsewhere = new TestApp(database) { Settings = AsExample, ClientAddress = IPAddress.Parse("192.0.2.1") };
        var door = await here.BrowseAsync("/logg-inn");
        Assert.NotEmpty(door.Texts(".examples form"));

        Assert.Empty((await elsewhere.BrowseAsync("/logg-inn")).Texts(".examples form"));
        foreach (var (header, value) in new[] { ("X-Forwarded-For", "127.0.0.1"), ("Host", "evil.example") })
        {
            using var http = here.CreateClient();
            http.DefaultRequestHeaders.Add(header, value);
            var page = await TestPage.ReadAsync(http, await http.GetAsync(new Uri("/logg-inn", UriKind.Relative)));
            Assert.Empty(page.Texts(".examples form"));
            Assert.Equal(HttpStatusCode.NotFound, await PostAsync(http, page));
        }
    }

    [Fact]
    public async Task An_installation_that_was_not_made_as_example_has_no_such_door()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite)) { Settings = AsExample };
        using var http = app.CreateClient();
        var page = await TestPage.ReadAsync(http, await http.GetAsync(new Uri("/logg-inn", UriKind.Relative)));

        Assert.Empty(page.Texts(".examples form"));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(http, page));
    }

    [Theory]
    [InlineData("Production", "http://localhost:5080", "Development")]
    [InlineData("Development", "http://0.0.0.0:5080", "0.0.0.0")]
    [InlineData("Development", "http://localhost:5080;http://*:5081", "*:5081")]
    [InlineData("Development", "http://192.0.2.7:80", "192.0.2.7")]
    public async Task An_example_installation_starts_nowhere_else(string environment, string urls, string said)
    {
        var database = await TestDatabase.LoadedAsync(DatabaseKind.Sqlite);
        await using (var db = database.Open())
        {
            db.Add(new Data.People.Installation { IsExample = true, MadeAt = TestApp.Now });
            await db.SaveChangesAsync();
        }

        await using var app = new TestApp(database) { Environment = environment, Settings = new Dictionary<string, string> { ["urls"] = urls } };

        var refused = Assert.ThrowsAny<InvalidOperationException>(() => app.Services);
        Assert.Contains(said, refused.Message);
        Assert.Contains("example installation", refused.Message);
    }

    /// <summary>As the button would, if it were there.</summary>
    private static async Task<HttpStatusCode> PostAsync(HttpClient http, TestPage page)
    {
        using var content = new FormUrlEncodedContent([
            new("place", "municipality"), new("__RequestVerificationToken", page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        using var answer = await http.PostAsync(new Uri("/logg-inn?handler=Example", UriKind.Relative), content);
        return answer.StatusCode;
    }
}
