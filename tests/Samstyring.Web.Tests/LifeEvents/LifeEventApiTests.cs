using System.Text.Json;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.LifeEvents;

public sealed class LifeEventApiTests
{
    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_life_event_in_the_list_has_its_letters_added_up(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var items = (await app.JsonAsync("/api/v1/life-events")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(LifeEventData.Keys, items.Select(item => item.GetProperty("key").GetString()));
        Assert.Equal((28, 11, 6, 6), (Sum("letters"), Sum("lettersMentioning"), Sum("lettersWithAssignment"), Sum("lettersWithNotice")));
        Assert.Equal((51, 40), (Sum("actors"), Sum("activities")));
        var child = items[1];
        Assert.Equal(
            ("seriously-ill-child", "alvorlig-sykt-barn", "partly", "hod", true, 5, 3, 3, 0),
            (Text(child, "key"), Text(child, "slug"), Text(child, "funded"), Text(child.GetProperty("owner"), "key"), child.GetProperty("ksTakesPart").GetBoolean(),
                Number(child, "letters"), Number(child, "lettersMentioning"), Number(child, "lettersWithAssignment"), Number(child, "lettersWithNotice")));
        Assert.Equal(("Alvorlig sykt barn", "Seriously ill child"), (Text(child.GetProperty("name"), "nb"), Text(child.GetProperty("name"), "en")));
        Assert.Equal(("2021", "stated"), (Text(child.GetProperty("provenance"), "asOf"), Text(child.GetProperty("provenance"), "certainty")));

        int Sum(string property) => items.Sum(item => Number(item, property));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_life_event_is_given_whole(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var lifeEvent = await app.JsonAsync("/api/v1/life-events/seriously-ill-child");

        Assert.Equal((9, 14, 5), (lifeEvent.GetProperty("actors").GetArrayLength(), lifeEvent.GetProperty("activities").GetArrayLength(), lifeEvent.GetProperty("letters").GetArrayLength()));
        Assert.Equal(["stimulab", "ekstrabevilgning-stortinget"], lifeEvent.GetProperty("funding").GetProperty("schemes").EnumerateArray().Select(s => Text(s, "key")).OrderDescending());
        Assert.Equal(JsonValueKind.Null, lifeEvent.GetProperty("activities")[3].GetProperty("state").ValueKind);
        Assert.Contains(lifeEvent.GetProperty("actors").EnumerateArray(), actor => Text(actor, "organisation") == "4207" && Text(actor, "role") == "collaborating" && Text(actor, "level") == "municipality");
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Lists_below_a_life_event_are_its_own_and_can_be_filtered(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        foreach (var key in LifeEventData.Keys)
        {
            var letters = await app.JsonAsync($"/api/v1/life-events/{key}/letters");
            Assert.Equal(LifeEventData.Letters(key).Count, Number(letters, "total"));
            var mentioned = await app.JsonAsync($"/api/v1/life-events/{key}/letters?mentioned=yes");
            Assert.Equal(LifeEventData.Letters(key).Count(l => l.Mentioned == "Ja"), Number(mentioned, "total"));
            var owners = await app.JsonAsync($"/api/v1/life-events/{key}/actors?role=owner");
            Assert.Equal(1, Number(owners, "total"));
        }
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Filters_and_words_narrow_the_list(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        Assert.Equal(["having-a-child", "losing-and-finding-a-job"], await KeysAsync("funded=no"));
        Assert.Equal(["starting-and-running-a-business", "death-and-inheritance", "starting-and-running-a-voluntary-organisation"], await KeysAsync("ks=no"));
        Assert.Equal(["death-and-inheritance"], await KeysAsync("ks=no&q=D%C3%98DSFALL"));
        Assert.Equal(["having-a-child", "seriously-ill-child"], await KeysAsync("q=barn&sort=order"));
        Assert.Equal("seriously-ill-child", (await KeysAsync("sort=-assignments"))[0]);

        async Task<string[]> KeysAsync(string query) =>
            [.. (await app.JsonAsync("/api/v1/life-events?" + query)).GetProperty("items").EnumerateArray().Select(item => Text(item, "key"))];
    }

    [Theory]
    [InlineData("/api/v1/life-events/no-such")]
    [InlineData("/api/v1/life-events/no-such/letters")]
    [InlineData("/api/v1/life-events/no-such/funding")]
    [InlineData("/api/v1/life-events/no-such/sources")]
    [InlineData("/api/v1/no-such-list")]
    [InlineData("/api/v1")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            await (await TestApp.SharedAsync(kind)).ProblemAsync(path, 404, "not-found");
        }
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Several_bad_values_are_all_told_at_once(DatabaseKind kind)
    {
        var problem = await (await TestApp.SharedAsync(kind)).ProblemAsync("/api/v1/life-events?pageSize=0&sort=colour&funded=kanskje", 400, "bad-query");

        Assert.Equal(["funded", "pageSize", "sort"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    private static int Number(JsonElement element, string property) => element.GetProperty(property).GetInt32();
}
