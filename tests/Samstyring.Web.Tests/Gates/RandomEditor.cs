using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Gates;

/// <summary>What came of an attempt to pass a gate.</summary>
internal sealed record GateAttempt(string Initiative, string Gate, HttpStatusCode Status, bool Passed);

/// <summary>
/// Somebody who does this and that with initiatives, in an order of its own that is the same every time: answers items, adds facts and
/// takes them back, changes dates, and tries the gates, also those that are not to be tried yet.
/// </summary>
/// <param name="added">Facts that somebody has added: everybody may take them back.</param>
internal sealed class RandomEditor(SignedInVisitor who, int seed, IReadOnlyList<string> initiatives, ConcurrentBag<(string Type, string Plural, string Key)> added)
{
    private static readonly string[] Gates = ["bp1", "bp2", "bp3", "bp4", "bp5", "bp6"];
    private static readonly string[] Phases = ["concept", "planning", "execution", "closing", "realisation"];
    private static readonly string[] Items = ["G-IDE-04", "G-KON-01", "G-KON-03", "G-PLA-05", "G-PLA-07", "G-PLA-09", "G-AVS-01"];
    private static readonly string[] Answers = ["yes", "yes", "yes", "partly", "no", "not_relevant"];

    private readonly Random _random = new(seed);

    private string _token = "";

    public List<GateAttempt> Attempts { get; } = [];

    /// <summary>What the edits were answered, for telling that they did something.</summary>
    public List<HttpStatusCode> Edits { get; } = [];

    /// <summary>What the gates ask for first, so that a gate is open as often as it is held.</summary>
    public async Task PrepareAsync(string initiative)
    {
        foreach (var phase in Phases)
        {
            await PostAsync("phase-plan", "phase-plans", new() { ["initiative"] = initiative, ["phase"] = phase, ["state"] = "planned", ["starts"] = "2026-05", ["ends"] = "2026-12", ["cost"] = 500_000, ["count"] = 4 });
        }

        foreach (var item in new[] { "G-KON-03", "G-PLA-07", "G-AVS-01" })
        {
            await PostAsync("gate-answer", "gate-answers", new() { ["initiative"] = initiative, ["item"] = item, ["answer"] = "yes" });
        }

        foreach (var role in new[] { "operation", "integration" })
        {
            await PostAsync("participant", "participants", new() { ["initiative"] = initiative, ["role"] = role, ["organisation"] = "4207", ["text_nb"] = "Har fullmakt." });
        }

        await PostAsync("commitment", "commitments", new() { ["initiative"] = initiative, ["organisation"] = "4207", ["covers"] = "technical_solution|resources|money|execution|implementation", ["signed_on"] = "2026-01-10" });
        await PostAsync("agreement", "agreements", new() { ["initiative"] = initiative, ["name_nb"] = "Avtale om samarbeid", ["kind"] = "co_operation", ["starts"] = "2025-01-01", ["ends"] = "2035-12-31", ["signed_on"] = "2025-01-01", ["covers"] = "organisation|money|roll_out" });
        await PatchAsync("initiative", "initiatives", initiative, new() { ["shared_solutions_nb"] = "Fiks er vurdert." });
        Assert.All(Edits, status => Assert.InRange((int)status, 200, 201));
    }

    /// <summary>Means to pass a gate, whatever the others do meanwhile.</summary>
    public Task ProceedAsync(string initiative, string gate) => TryAsync(initiative, gate, "proceed");

    public async Task RunAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            var initiative = Pick(initiatives);
            switch (_random.Next(10))
            {
                case < 3:
                    await AddAsync(initiative);
                    break;
                case < 5:
                    await AnswerAsync(initiative);
                    break;
                case < 6:
                    await WithdrawAsync();
                    break;
                case < 7:
                    await ChangeAsync(initiative);
                    break;
                case < 9:
                    await TryNextGateAsync(initiative);
                    break;
                default:
                    await TryAnyGateAsync(initiative);
                    break;
            }
        }
    }

    /// <summary>Facts of the kinds that blocking items ask for; some of them lack something.</summary>
    private Task AddAsync(string initiative) => _random.Next(6) switch
    {
        0 or 1 => PostAsync("phase-plan", "phase-plans", new() { ["initiative"] = initiative, ["phase"] = Pick(Phases), ["state"] = Pick("planned", "planned", "under_way", "done"), ["starts"] = "2026-05", ["ends"] = "2026-12", ["cost"] = Mostly(500_000), ["count"] = Mostly(4) }),
        2 => PostAsync("participant", "participants", new() { ["initiative"] = initiative, ["role"] = Pick("operation", "integration"), ["organisation"] = "4207", ["text_nb"] = Mostly("Har fullmakt til å binde midler.") }),
        3 => PostAsync("commitment", "commitments", new() { ["initiative"] = initiative, ["organisation"] = "4207", ["covers"] = Mostly("technical_solution|resources|money|execution|implementation"), ["signed_on"] = "2026-01-10" }),
        4 => PostAsync("agreement", "agreements", new() { ["initiative"] = initiative, ["name_nb"] = "Avtale om samarbeid", ["kind"] = "co_operation", ["starts"] = "2025-01-01", ["ends"] = "2035-12-31", ["signed_on"] = Mostly("2025-01-01"), ["covers"] = Mostly("organisation|money|roll_out") }),
        _ => PostAsync("deviation", "deviations", new() { ["initiative"] = initiative, ["guideline"] = "share_data", ["text_nb"] = "Lagres hos leverandøren.", ["organisation"] = "4207", ["name_nb"] = Mostly("Styret"), ["signed_on"] = Mostly("2026-01-01") }),
    };

    private async Task AnswerAsync(string initiative)
    {
        var (item, answer) = (Pick(Items), Pick(Answers));
        using var known = await who.Http.GetAsync(new Uri($"/tiltak/{initiative}/porter/{GateOf(item)}/svar/{item}", UriKind.Relative));
        if (known.StatusCode is not HttpStatusCode.OK)
        {
            return;
        }

        var form = await TestPage.ReadAsync(who.Http, known);
        var page = await form.SubmitAsync("form.form-panel", ("Answer", answer), ("Reason", "Vurdert i dag."));
        Note(page.Response.StatusCode);
    }

    /// <summary>Takes back a fact that somebody added, or brings it back.</summary>
    private async Task WithdrawAsync()
    {
        if (added.ToArray() is not [_, ..] known)
        {
            return;
        }

        var (type, plural, key) = known[_random.Next(known.Length)];
        await PatchAsync(type, plural, key, new() { ["withdrawn"] = Pick("yes", "no") });
    }

    /// <summary>Dates and answers of the initiative itself, among them those that privacy hangs on.</summary>
    private Task ChangeAsync(string initiative) => PatchAsync("initiative", "initiatives", initiative, _random.Next(4) switch
    {
        0 => new() { ["touches_personal_data"] = Pick("yes", "no", "no", "no") },
        1 => new() { ["privacy_assessed"] = Mostly("2026-02-01"), ["security_assessed"] = Mostly("2026-02-01") },
        2 => new() { ["shared_solutions_nb"] = Mostly("Fiks er vurdert.") },
        _ => new() { ["needs_municipal_decisions"] = Pick("no", "no", "yes") },
    });

    /// <summary>The gate that comes next, by its form.</summary>
    private async Task TryNextGateAsync(string initiative)
    {
        var known = await who.Http.GetFromJsonAsync<JsonElement>("/api/v1/initiatives/" + initiative);
        if (known.GetProperty("openGates").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.String } next)
        {
            await TryAsync(initiative, next.GetString()!, AnyOutcome());
        }
    }

    private Task TryAnyGateAsync(string initiative) => TryAsync(initiative, Pick(Gates), AnyOutcome());

    /// <summary>By the form where there is one; past it where there is none, as somebody would who means to skip a gate.</summary>
    private async Task TryAsync(string initiative, string gate, string outcome)
    {
        (string, string)[] fields = [("Outcome", outcome), ("DecidedBy", "Styret"), ("Mandate", "Mandatet"), ("Reason", "Vi går videre.")];
        var page = await who.OpenAsync($"/tiltak/{initiative}/porter/{gate}");
        var decided = page.Document.QuerySelector("form.form-panel") is null ? await ForcedAsync(page, fields) : await page.SubmitAsync("form.form-panel", fields);
        Attempts.Add(new(initiative, gate, decided.Response.StatusCode, outcome == "proceed" && decided.Address.Contains("/beslutninger/", StringComparison.Ordinal)));
    }

    private string AnyOutcome() => Pick("proceed", "proceed", "proceed", "proceed", "proceed", "rework", "hold");

    private async Task<TestPage> ForcedAsync(TestPage page, IEnumerable<(string Field, string Value)> fields)
    {
        if (_token.Length == 0)
        {
            _token = (await who.OpenAsync("/endre/participant/ny?initiative=" + initiatives[0])).Document.QuerySelector("form.form-panel input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        }

        var seen = page.Document.QuerySelectorAll("#tidligere ~ * li, #tidligere li").Length;
        using var content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Field, field.Value)), KeyValuePair.Create("Seen", Pick("0", "1", $"{seen}")), KeyValuePair.Create("__RequestVerificationToken", _token)]);
        return await TestPage.ReadAsync(who.Http, await who.Http.PostAsync(page.Response.RequestMessage!.RequestUri, content));
    }

    private async Task PostAsync(string type, string plural, Dictionary<string, object?> body)
    {
        using var response = await who.Http.PostAsJsonAsync("/api/v1/" + plural, body);
        Note(response.StatusCode);
        if (response.StatusCode is HttpStatusCode.Created)
        {
            added.Add((type, plural, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!));
        }
    }

    private async Task PatchAsync(string type, string plural, string key, Dictionary<string, object?> body)
    {
        using var known = await who.Http.GetAsync(new Uri($"/api/v1/records/{type}/{key}", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/{plural}/{key}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", known.Headers.ETag?.ToString());
        using var response = await who.Http.SendAsync(request);
        Note(response.StatusCode);
    }

    private void Note(HttpStatusCode status) => Edits.Add(status);

    private static string GateOf(string item) => item[2..5] switch { "IDE" => "bp1", "KON" => "bp2", "PLA" => "bp3", _ => "bp5" };

    /// <summary>The value, and now and then nothing.</summary>
    private object? Mostly(object value) => _random.Next(5) == 0 ? null : value;

    private T Pick<T>(params IReadOnlyList<T> among) => among[_random.Next(among.Count)];
}
