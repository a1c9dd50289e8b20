using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.Domain.Actors;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Actors;

public sealed class PublishedMapTests
{
    private const string Page = "/tiltak/digibarnevern/publisert-kart";

    private const string Table = "Aktørene slik de er publisert";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Table_15_stands_with_its_source_for_everybody_and_the_grid_gives_its_categories(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);
        var page = await app.OpenAsync(Page);

        var rows = page.Table(Table);

        Assert.Equal(
            [("IT-leverandører", "Viktig"), ("KS", "Viktig"), ("Diginettverkene", "Viktig"), ("Barnevernsledere", "Viktig"), ("Statsforvalter", "Moderat"), ("Øvrige kommuner", "Moderat"), ("Digibarnevern kommuner", "Moderat"), ("Departement", "Moderat")],
            rows.Select(row => (Name(row[0]), row[3])));
        Assert.All(rows, row => Assert.Equal(row[3], row[4]));
        Assert.All(rows, row => Assert.Contains("Kilde", row[0]));
        Assert.All(rows, row => Assert.Equal(6, row.Count));
        Assert.DoesNotContain("Teamets vurdering", page.Html);
        Assert.Contains((await app.OpenAsync("/tiltak/digibarnevern/aktorer")).Document.QuerySelectorAll("a"), link => link.GetAttribute("href") == Page);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_categories_that_are_worked_out_of_the_assessments_are_those_of_the_thesis(DatabaseKind kind)
    {
        await using var db = (await TestApp.SharedAsync(kind)).Database.Open();
        var published = await db.Set<PublishedPlacement>().OrderBy(placement => placement.Order).ToListAsync();
        var assessments = await db.Set<ActorAssessment>().ToListAsync();
        var map = (await db.Set<ActorEntry>().ToListAsync()).Select(actor => new PlacedActor(actor, assessments.SingleOrDefault(assessment => assessment.Actor == actor.Id))).ToList();

        var compared = ComparedPlacement.Of(published, map);

        Assert.Equal(8, compared.Count);
        Assert.All(compared, placement => Assert.True(placement.IsSame));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_team_sees_where_it_thinks_otherwise_than_the_document(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var team = await app.SignInAsync("bufdir", Role.Contributor);
        var before = await team.OpenAsync(Page);
        Assert.StartsWith("Teamets vurdering gir de samme gruppene som dokumentet.", before.Text(".note"));
        Assert.All(before.Table(Table), row => Assert.EndsWith("Som publisert", row[6]));
        var actors = await team.Http.GetFromJsonAsync<JsonElement>("/api/v1/initiatives/digibarnevern/actors");
        var key = actors.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("organisation").GetString() == "ks").GetProperty("assessment").GetProperty("key").GetString();

        await (await team.OpenAsync("/endre/actor-assessment/" + key)).SubmitAsync("form.form-panel", ("Values[replaceability]", "high"));

        var after = await team.OpenAsync(Page);
        Assert.StartsWith("Teamets vurdering gir en annen gruppe for én aktør.", after.Text(".note"));
        Assert.Equal("Moderat Annerledes enn publisert", after.Table(Table)[1][6]);
        Assert.DoesNotContain("Annerledes", (await app.OpenAsync(Page)).Html);
    }

    private static string Name(string cell) => cell.Split(" Utledet")[0].Split(" Kilde")[0].Trim();
}
