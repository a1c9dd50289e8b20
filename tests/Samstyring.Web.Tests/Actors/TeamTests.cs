using System.Net;
using Samstyring.Domain.Access;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Actors;

public sealed class TeamTests
{
    private const string Team = "/tiltak/digibarnevern/team";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Whoever_lets_another_organisation_in_is_told_first_that_the_exemption_ends(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var (manager, outsider) = (await app.SignInAsync("bufdir", Role.Manager), await app.SignInAsync("nav", Role.Reader));
        var page = await manager.OpenAsync(Team);
        var before = await outsider.OpenAsync("/tiltak/digibarnevern/aktorer");

        var unaware = await page.SubmitAsync("form.form-panel", ("Organisation", "nav"));
        var letIn = await unaware.SubmitAsync("form.form-panel", ("Knows", "yes"));
        var after = await outsider.OpenAsync("/tiltak/digibarnevern/aktorer");
        var twice = await letIn.SubmitAsync("form.form-panel", ("Organisation", "nav"), ("Knows", "yes"));
        var gone = await letIn.SubmitAsync("form[action*=Out]");
        var later = await outsider.OpenAsync("/tiltak/digibarnevern/aktorer");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unaware.Response.StatusCode);
        Assert.Contains("Kryss av for at du vet", unaware.Text("[role=alert]"));
        Assert.Equal("nav", unaware.Document.QuerySelector("#Organisation")!.GetAttribute("value"));
        Assert.Contains("De er ikke lenger interne dokumenter", letIn.Text(".lead"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.Response.StatusCode);
        Assert.Contains("Bare virksomheten som lager vurderingene", gone.Text(".lead"));
        Assert.Equal([false, true, false], new[] { before, after, later }.Select(actors => actors.Document.QuerySelector("#kart") is not null));
        PageChecks.AssertWhole(page, "nb");
        PageChecks.AssertWhole(await manager.OpenAsync(Team + "?sprak=en"), "en");
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Only_the_team_sees_who_is_in_it_and_only_a_manager_changes_it(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var reader = await (await app.SignInAsync("bufdir", Role.Contributor)).OpenAsync(Team);

        Assert.Equal(HttpStatusCode.OK, reader.Response.StatusCode);
        Assert.Null(reader.Document.QuerySelector("form.form-panel"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync("ks")).OpenAsync(Team)).Response.StatusCode);
        Assert.StartsWith("/logg-inn", (await app.OpenAsync(Team)).Address);
    }
}
