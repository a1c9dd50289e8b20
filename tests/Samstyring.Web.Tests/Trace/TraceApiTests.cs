using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Samstyring.Domain.Access;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Trace;

public sealed class TraceApiTests
{
    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task An_administrator_gets_the_links_page_by_page_and_as_a_file(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var manager = await app.SignInAsync("4207", Role.Manager);
        await TraceData.ChangeRoleAsync(app, manager, "4207", "=1+1");
        var administrator = await app.SignInAsync(null, administrator: true);

        var first = await JsonAsync(administrator, "/api/v1/audit-entries?pageSize=3");
        Assert.Equal([4, 3, 2], Numbers(first));
        Assert.Equal("role-changed", first.GetProperty("items")[0].GetProperty("event").GetString());
        Assert.Equal("=1+1", first.GetProperty("items")[0].GetProperty("details").GetProperty("reason").GetString());
        Assert.Equal([1], Numbers(await JsonAsync(administrator, "/api/v1/audit-entries?before=" + first.GetProperty("next"))));

        var csv = await administrator.Http.GetStringAsync(new Uri("/api/v1/audit-entries?format=csv&organisation=4207", UriKind.Relative));
        Assert.Equal(2, csv.TrimEnd().Split('\n').Length);
        Assert.StartsWith("number,at,person,", csv);
        Assert.Contains(manager.Person.Name, csv);
        using var array = JsonDocument.Parse(await administrator.Http.GetStringAsync(new Uri("/api/v1/audit-entries?format=json", UriKind.Relative)));
        Assert.Equal(4, array.RootElement.GetArrayLength());
    }

    [Theory]
    [InlineData("before=x")]
    [InlineData("pageSize=501")]
    [InlineData("format=pdf")]
    [InlineData("event=no-such-event")]
    [InlineData("subject=organisation")]
    [InlineData("organisation=no-such-body")]
    public async Task A_value_that_is_not_allowed_is_refused_with_what_is(string query)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var administrator = await app.SignInAsync(null, administrator: true);

        using var answer = await administrator.Http.GetAsync(new Uri("/api/v1/audit-entries?" + query, UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("bad-query", problem.GetProperty("code").GetString());
        Assert.True(problem.GetProperty("errors").TryGetProperty(query.Split('=')[0], out _));
    }

    [Theory]
    [InlineData("/api/v1/audit-entries", false)]
    [InlineData("/api/v1/restricted-reads", false)]
    [InlineData("/api/v1/organisations/4207/audit-entries", true)]
    [InlineData("/api/v1/organisations/nav/audit-entries", false)]
    public async Task A_manager_gets_the_trail_of_the_own_organisation_and_no_other(string path, bool given)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var manager = await app.SignInAsync("4207", Role.Manager);

        using var answer = await manager.Http.GetAsync(new Uri(path, UriKind.Relative));
        using var visitors = await app.Visitor().GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(given ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(given ? "application/json" : "application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (visitors.StatusCode, visitors.Content.Headers.ContentType?.MediaType));
    }

    private static async Task<JsonElement> JsonAsync(SignedInVisitor visitor, string path) =>
        JsonDocument.Parse(await visitor.Http.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;

    private static IEnumerable<int> Numbers(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(link => link.GetProperty("number").GetInt32());
}
