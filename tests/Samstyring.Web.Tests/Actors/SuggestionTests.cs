using Samstyring.Data.Records;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Actors;

public sealed class SuggestionTests
{
    private const string Page = "/tiltak/digibarnevern/aktorer";

    private const string Table = "Forslag til aktører";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Who_takes_part_without_being_on_the_map_is_suggested_until_the_team_adds_it(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var team = await app.SignInAsync("bufdir");
        var page = await team.OpenAsync(Page);
        var row = Assert.Single(page.Table(Table));
        Assert.StartsWith("TRY", row[0]);
        Assert.Equal("deltar i tiltaket", row[1]);

        var form = await page.GoAsync(page.Document.QuerySelector("a[href^='/endre/actor/ny?'][href*='organisation=try']")!.GetAttribute("href")!);
        await form.SubmitAsync("form.form-panel", ("Values[sector]", "private"));

        var after = await team.OpenAsync(Page);
        Assert.DoesNotContain(Table, after.Texts("caption"));
        Assert.Contains(after.Table("Aktørene"), actor => actor[0].StartsWith("TRY", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_life_event_suggests_those_who_have_a_role_in_it_and_a_rejection_stays_with_the_team(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        await using (var db = database.Open())
        {
            Standing standing = new(UserId.New(), OrganisationId.Of("nav"), Role.Contributor, IsAdministrator: false);
            var linked = await new AddRecord(db, TimeProvider.System).RunAsync("life-event-activity", new Dictionary<string, string?> { ["life_event"] = "having-a-child", ["activity"] = "digibarnevern" }, "Støtter den.", standing, CancellationToken.None);
            Assert.True(linked.IsAccepted(out var stored, out var refusal) && stored.Proposal is null, refusal?.Reasons[0].ToString());
        }

        var team = await app.SignInAsync("bufdir");
        var page = await team.OpenAsync(Page);
        var before = page.Table(Table);
        Assert.InRange(before.Count, 3, 40);
        var nav = Assert.Single(before, row => row[0].StartsWith("NAV (", StringComparison.Ordinal));
        Assert.Equal("har en rolle i Få barn", nav[1]);
        Assert.DoesNotContain(before, row => row[0].StartsWith("KS", StringComparison.Ordinal));

        var form = await page.GoAsync(page.Document.QuerySelector("a[href^='/endre/actor-rejection/ny?'][href*='organisation=nav']")!.GetAttribute("href")!);
        await form.SubmitAsync("form.form-panel", ("Values[note_nb]", "Zaphodbeeblebrox gjelder ikke her."));

        var after = await team.OpenAsync(Page);
        Assert.Equal(before.Count - 1, after.Table(Table).Count);
        Assert.Contains("Zaphodbeeblebrox", after.Text("section[aria-labelledby=forslag]"));
        var others = await (await app.SignInAsync("nav", Role.Manager)).OpenAsync(Page);
        Assert.DoesNotContain("Zaphodbeeblebrox", others.Html);
        Assert.DoesNotContain(Table, others.Texts("caption"));
        Assert.DoesNotContain("Zaphodbeeblebrox", (await app.OpenAsync("/historikk/organisation/nav")).Html);
    }
}
