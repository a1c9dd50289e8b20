using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data.People;
using Samstyring.Data.Records;
using Samstyring.Data.Trace;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Robustness;

/// <summary>
/// 10,000 requests made from docs/openapi.json, half of them on each database: never an answer of 500 or more, every refusal a problem with a code, and
/// never a change.
/// </summary>
public sealed partial class RandomRequestTests(ITestOutputHelper output)
{
    private const int RequestsOnEach = 5_000;

    private const int Seed = 20_261_122;

    /// <summary>What is written down of reading. Everything else is as it was.</summary>
    private static readonly string[] Readings = ["restricted_reads"];

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task No_request_breaks_anything_or_changes_anything(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var callers = await CallersAsync(app);
        var operations = await OperationsAsync(callers[Caller.Somebody]);
        var seed = Seed + (int)kind;
        var before = await StateAsync(database);

        ConcurrentBag<Answer> answers = [];
        await Parallel.ForEachAsync(new RandomRequests(seed, operations).All().Take(RequestsOnEach), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (request, ct) => answers.Add(await SendAsync(callers[request.Caller], request, ct)));

        var wrong = answers.Where(answer => answer.Wrong is not null).ToList();
        Assert.True(wrong is [], $"Seed {seed}: {wrong.Count} of {answers.Count} answers are wrong.\n{string.Join("\n\n", wrong.OrderBy(a => a.Request.Path.Length).Take(20).Select(a => $"{a.Wrong}\n  {a.Request}"))}");
        Assert.Equal(before, await StateAsync(database));
        AssertMixed(answers, operations, seed);
    }

    /// <summary>The requests mean something: every operation was called by everybody, and both right and wrong requests were among them.</summary>
    private void AssertMixed(IReadOnlyCollection<Answer> answers, IReadOnlyList<Operation> operations, int seed)
    {
        var statuses = answers.GroupBy(a => a.Status).OrderBy(g => g.Key).Select(g => $"{g.Key}: {g.Count()}");
        output.WriteLine($"Seed {seed}, {answers.Count} requests to {operations.Count} operations: {string.Join(", ", statuses)}; slowest {string.Join(", ", answers.OrderByDescending(a => a.Milliseconds).Take(5).Select(a => $"{a.Request.Operation} {a.Milliseconds} ms"))}");
        Assert.Equal(operations.Select(o => o.Name).Order(StringComparer.Ordinal), answers.Select(a => a.Request.Operation).Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(answers.Count(a => a.Status is >= 200 and < 300), RequestsOnEach / 5, RequestsOnEach);
        Assert.InRange(answers.Count(a => a.Status is >= 400), RequestsOnEach / 3, RequestsOnEach);
        Assert.Superset(new HashSet<int> { 200, 400, 401, 403, 404, 405, 412, 415, 422, 428 }, answers.Select(a => a.Status).ToHashSet());
        Assert.All(Enum.GetValues<Caller>(), caller => Assert.InRange(answers.Count(a => a.Request.Caller == caller), RequestsOnEach / 30, RequestsOnEach));
        Assert.All(operations.Where(o => o.Method == "GET" && !o.Path.Contains("audit", StringComparison.Ordinal) && !o.Path.Contains("restricted", StringComparison.Ordinal)), o => Assert.Contains(answers, a => a.Request.Operation == o.Name && a.Status == 200));
    }

    /// <param name="Wrong">What is wrong with the answer; null where nothing is.</param>
    private sealed record Answer(RandomRequest Request, int Status, long Milliseconds, string? Wrong);

    private static async Task<Answer> SendAsync(HttpClient http, RandomRequest request, CancellationToken ct)
    {
        using HttpRequestMessage message = new(new HttpMethod(request.Method), new Uri(request.Path, UriKind.Relative));
        if (request.Body is not null)
        {
            message.Content = new ByteArrayContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        var began = TimeProvider.System.GetTimestamp();
        try
        {
            using var response = await http.SendAsync(message, ct);
            var body = await response.Content.ReadAsStringAsync(ct);
            return new(request, (int)response.StatusCode, (long)TimeProvider.System.GetElapsedTime(began).TotalMilliseconds, WrongWith((int)response.StatusCode, response.Content.Headers.ContentType, body));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new(request, 0, 0, $"{failure.GetType().Name}: {failure.Message}");
        }
    }

    private static string? WrongWith(int status, MediaTypeHeaderValue? type, string body)
    {
        if (status is >= 500)
        {
            return $"{status} {body}";
        }

        if (status < 400)
        {
            return null;
        }

        if (type?.MediaType is not "application/problem+json")
        {
            return $"{status} is {type}, no problem: {body}";
        }

        var problem = JsonDocument.Parse(body).RootElement;
        var code = problem.TryGetProperty("code", out var given) ? given.GetString() : null;
        return code is null || !CodePattern().IsMatch(code) || problem.GetProperty("status").GetInt32() != status ? $"{status} with the code «{code}»: {body}" : null;
    }

    /// <summary>The end of the chain, and how many rows each table has.</summary>
    private static async Task<IReadOnlyList<string>> StateAsync(TestDatabase database)
    {
        await using var db = database.Open();
        List<string> state = [(await AuditChain.HeadAsync(db, CancellationToken.None)).ToString()];
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct(StringComparer.Ordinal).Except(Readings, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
#pragma warning disable EF1002 // Names of our own tables.
            state.Add($"{table}: {await db.Database.SqlQueryRaw<long>($"SELECT count(*) AS \"Value\" FROM \"{table}\"").SingleAsync()}");
#pragma warning restore EF1002
        }

        return state;
    }

    private static async Task<IReadOnlyDictionary<Caller, HttpClient>> CallersAsync(TestApp app)
    {
        var own = await app.RegisterAsync("4207", Role.Contributor);
        var foreign = await app.RegisterAsync("digdir", Role.Contributor);
        Dictionary<Caller, HttpClient> callers = new()
        {
            [Caller.Visitor] = app.Visitor(),
            [Caller.ReadToken] = await WithTokenAsync(app, own, "4207", TestApp.Now, TokenScope.Read),
            [Caller.ExpiredToken] = await WithTokenAsync(app, own, "4207", TestApp.Now.AddDays(-31), TokenScope.Read, TokenScope.Write),
            [Caller.UnknownToken] = app.Visitor(),
            [Caller.ForeignToken] = await WithTokenAsync(app, foreign, "digdir", TestApp.Now, TokenScope.Read, TokenScope.Write),
            [Caller.OwnToken] = await WithTokenAsync(app, own, "4207", TestApp.Now, TokenScope.Read, TokenScope.Write),
            [Caller.ImportToken] = await WithTokenAsync(app, own, "4207", TestApp.Now, TokenScope.Import),
            [Caller.Somebody] = (await app.SignInAsync("4207", Role.Contributor)).Http,
        };
        callers[Caller.UnknownToken].DefaultRequestHeaders.Authorization = new("Bearer", "sst_" + new string('a', 43));
        await ProposeAsync(app);

        // The first use of a token is written in its row, once a minute; the clock stands still.
        foreach (var http in callers.Values)
        {
            using var first = await http.GetAsync(new Uri("/api/v1/life-events", UriKind.Relative));
        }

        return callers;
    }

    private static async Task<HttpClient> WithTokenAsync(TestApp app, Person person, string organisation, DateTimeOffset made, params TokenScope[] scopes)
    {
        await using var db = app.Database.Open();
        var id = OrganisationId.Of(organisation);
        var outcome = await new TokenStore(db, new At(made)).MakeAsync(new("Prøve", scopes, Days: 30), new(id, organisation, person.Id), new(person.Id, id), CancellationToken.None);
        Assert.True(outcome.IsAccepted(out var token, out _));
        var http = app.CreateClient(new() { HandleCookies = false, AllowAutoRedirect = false });
        http.DefaultRequestHeaders.Authorization = new("Bearer", token.Secret);
        return http;
    }

    /// <summary>There is a proposal to answer, from none of those who call.</summary>
    private static async Task ProposeAsync(TestApp app)
    {
        var proposer = await app.SignInAsync("nav");
        var record = await proposer.Http.GetAsync(new Uri("/api/v1/records/organisation/4207", UriKind.Relative));
        using HttpRequestMessage message = new(HttpMethod.Patch, new Uri("/api/v1/organisations/4207", UriKind.Relative)) { Content = JsonContent.Create(new { @short = "Fl", reason = "Kortere." }) };
        message.Headers.IfMatch.Add(record.Headers.ETag!);
        Assert.Equal(202, (int)(await proposer.Http.SendAsync(message)).StatusCode);
    }

    /// <summary>The operations of the document, with keys of real things and values that filters allow, as the API itself tells them.</summary>
    private static async Task<IReadOnlyList<Operation>> OperationsAsync(HttpClient http)
    {
        var document = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "openapi.json")))!;
        List<Operation> operations = [];
        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            var things = await ThingsAsync(http, path);
            foreach (var (method, operation) in methods!.AsObject())
            {
                List<(string Name, bool IsInPath)> parameters = [.. (operation!["parameters"]?.AsArray() ?? []).Select(p => ((string)p!["name"]!, (string)p["in"]! == "path"))];
                operations.Add(new(method.ToUpperInvariant(), path, (string)operation["operationId"]!, parameters, await AllowedAsync(http, method, path, things, parameters))
                {
                    Things = things,
                    Fields = method is "get" ? new Dictionary<string, string?>(StringComparer.Ordinal) : await FieldsAsync(http, path, things),
                });
            }
        }

        return operations;
    }

    private static async Task<IReadOnlyList<string[]>> ThingsAsync(HttpClient http, string path)
    {
        if (path is "/api/v1/records/{type}/{record}")
        {
            return [["organisation", "4207"], ["municipality", "4207"], ["membership", "digi-agder~4207"], ["life-event", "having-a-child"], ["theme-cell", "1~digi-agder"]];
        }

        if (path is "/api/v1/imports/{type}")
        {
            return [.. Data.Import.ImportType.All.Select(type => new[] { type.Name })];
        }

        if (path.StartsWith("/api/v1/proposals/{id}", StringComparison.Ordinal))
        {
            var box = await http.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/proposals", UriKind.Relative));
            return [[box.GetProperty("toAnswer")[0].GetProperty("id").GetString()!]];
        }

        if (path.Contains("{gate}", StringComparison.Ordinal))
        {
            return [["digibarnevern", "bp1"], ["digibarnevern", "bp4"]];
        }

        if (path.IndexOf("/{", StringComparison.Ordinal) is not (> 0 and var at))
        {
            return [];
        }

        var plural = path["/api/v1/".Length..at];
        using var response = await http.GetAsync(new Uri($"{path[..at]}?pageSize=5", UriKind.Relative));
        if (!response.IsSuccessStatusCode || plural is "memberships" or "activities")
        {
            return [[await SomeAsync(http, plural)]];
        }

        var list = await response.Content.ReadFromJsonAsync<JsonElement>();
        string[] keys = [.. list.GetProperty("items").EnumerateArray().Select(item => (item.TryGetProperty("key", out var key) ? key : item.GetProperty("number")).ToString())];
        return [.. keys.Concat(plural is "organisations" or "municipalities" ? ["4207"] : []).Select(key => new[] { key })];
    }

    /// <summary>A record of a kind that has no list of its own.</summary>
    private static async Task<string> SomeAsync(HttpClient http, string plural)
    {
        var municipality = await http.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/municipalities/5001", UriKind.Relative));
        var network = await http.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/networks/digi-agder", UriKind.Relative));
        var lifeEvent = await http.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/life-events/having-a-child", UriKind.Relative));
        return plural switch
        {
            "memberships" => "digi-agder~4207",
            "co-operations" or "decision-matrices" => "digibarnevern",
            "theme-cells" => "1~digi-agder",
            "decision-models" => municipality.GetProperty("decisionModels")[0].GetProperty("key").GetString()!,
            "network-facts" => network.GetProperty("facts")[0].GetProperty("key").GetString()!,
            "forum-seats" => network.GetProperty("seats")[0].GetProperty("key").GetString()!,
            "scope-statements" => lifeEvent.GetProperty("scope")[0].GetProperty("key").GetString()!,
            "life-event-roles" => "having-a-child~nav~executing",
            "activities" => lifeEvent.GetProperty("activities")[0].GetProperty("key").GetString()!,
            "life-event-activities" => "having-a-child~" + lifeEvent.GetProperty("activities")[0].GetProperty("key").GetString(),
            "source-notes" => (await http.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/discrepancies?pageSize=1", UriKind.Relative))).GetProperty("items")[0].GetProperty("key").GetString()!,
            _ => "01890a5d-ac96-774b-bcce-b302099a8057",
        };
    }

    /// <summary>A list tells what it allows when it is asked for something else.</summary>
    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> AllowedAsync(HttpClient http, string method, string path, IReadOnlyList<string[]> things, List<(string Name, bool IsInPath)> parameters)
    {
        var allowed = parameters.ToDictionary(p => p.Name, _ => (IReadOnlyList<string>)[], StringComparer.Ordinal);
        foreach (var (name, values) in new (string, string[])[]
        {
            ("page", ["1", "2"]), ("pageSize", ["1", "5", "100"]), ("format", ["csv", "xlsx", "json"]), ("q", ["barn", "digi", "kommune"]), ("before", ["1", "100"]), ("type", ["organisation", "membership", "life-event"]),
            ("key", ["4207", "digi-agder~4207", "having-a-child"]), ("dryRun", ["true"]), ("reason", ["Prøve"]), ("fileName", ["a.csv"]),
        })
        {
            if (allowed.ContainsKey(name))
            {
                allowed[name] = values;
            }
        }

        var address = things is [] ? path : path.Replace($"{{{parameters.FirstOrDefault(p => p.IsInPath).Name}}}", things[0][0], StringComparison.Ordinal);
        foreach (var (name, _) in method is "get" ? parameters.Where(p => !p.IsInPath && allowed[p.Name] is []) : [])
        {
            using var response = await http.GetAsync(new Uri($"{address}?{name}=no-such-value", UriKind.Relative));
            if ((int)response.StatusCode == 400)
            {
                var errors = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
                allowed[name] = errors.TryGetProperty(name, out var told) ? told[0].GetString()!.Split("Allowed: ")[1].Split(", ") : [];
            }
        }

        return allowed;
    }

    private static async Task<IReadOnlyDictionary<string, string?>> FieldsAsync(HttpClient http, string path, IReadOnlyList<string[]> things)
    {
        Dictionary<string, string?> fields = new(StringComparer.Ordinal);
        if (RecordTypes.All.FirstOrDefault(t => path.Split('/')[3] == t.Plural) is not { } type)
        {
            return path.Contains("proposals", StringComparison.Ordinal) ? new Dictionary<string, string?>(StringComparer.Ordinal) { ["version"] = "00000000000000000000000000000000" } : fields;
        }

        using var response = await http.GetAsync(new Uri($"/api/v1/records/{type.Name}/{(things is [] ? await SomeAsync(http, type.Plural) : things[0][0])}", UriKind.Relative));
        var values = response.IsSuccessStatusCode ? (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("fields").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetString(), StringComparer.Ordinal) : [];
        foreach (var field in type.KeyFields.Concat(type.Fields))
        {
            fields[field.Name] = values.GetValueOrDefault(field.Name) ?? (field.Allowed is [var first, ..] ? first : field.Kind is FieldKind.Body ? "4207" : "x");
        }

        return fields;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*$")]
    private static partial Regex CodePattern();

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
