using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Records;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Robustness;

/// <summary>How a record of a kind comes to be restricted: added where people may add it, corrected, and kept to the people of an organisation.</summary>
/// <param name="Audience">The organisation that keeps it to itself.</param>
/// <param name="Existing">The key of a record that came with the data; null where one is added.</param>
/// <param name="Fields">Of the record that is added, without the reason.</param>
/// <param name="Correction">What the steward changes afterwards.</param>
/// <param name="Proposed">What another organisation proposes.</param>
internal sealed record Recipe(
    string Type, string Audience, IReadOnlyDictionary<string, string> Fields, (string Field, string Value) Correction, (string Field, string Value) Proposed, Func<SamstyringDb, Task<string>>? Existing = null)
{
    /// <summary>Whether it is always kept to the team of its initiative: nobody restricts it, nobody else proposes a change of it, and reading it is reading the initiative .</summary>
    public bool IsOfTeam { get; init; }

    /// <summary>Whether a decision at its first gate is taken before it is restricted.</summary>
    public bool IsDecided { get; init; }

    /// <summary>Addresses that show the record by what is no word: a day, a code, a place in a list.</summary>
    public IReadOnlyList<string> ShownOn => Type switch
    {
        "membership" => ["/nettverk/digi-agder", "/kommuner", "/kommuner/0301/fakta", "/api/v1/memberships?format=csv", "/api/v1/municipalities?format=csv", "/api/v1/municipalities/0301"],
        "theme-cell" => ["/nettverk/temaer", "/nettverk/digi-agder", "/api/v1/themes", "/api/v1/themes/10", "/api/v1/themes?format=csv"],
        _ => [],
    };

    /// <summary>A word that is in no fact and no text of a screen, to search for.</summary>
    public string Marker => MarkerOf(Type);

    /// <summary>Another such word beside it: it is found also in an answer that repeats what was searched for.</summary>
    public string Second => SecondOf(Type);

    /// <summary>What stands in texts and reasons of the record.</summary>
    public string Text => TextOf(Type);

    public static string TextOf(string type) => $"{MarkerOf(type)} {SecondOf(type)}";

    // They end alike, so that none is the beginning of another's.
    private static string MarkerOf(string type) => "zaphod" + type.Replace("-", "", StringComparison.Ordinal) + "z";

    private static string SecondOf(string type) => "beeblebrox" + type.Replace("-", "", StringComparison.Ordinal) + "z";
}

/// <summary>A record that is kept from others.</summary>
/// <param name="Proposal">Null where nobody may propose a change of it.</param>
internal sealed record RestrictedRecord(Recipe Recipe, string Key, string? Proposal)
{
    public RecordKey Record => new(Recipe.Type, Key);

    /// <summary>As what reading it is written down: as itself, or as the team's assessments of an initiative.</summary>
    public IReadOnlyList<RecordKey> ReadAs => Recipe.IsOfTeam ? [Record, new("initiative", RestrictedRecords.Initiative)] : [Record];
}

/// <summary>One record of each kind, restricted by the people who answer for it, through the product's own forms and API.</summary>
internal static class RestrictedRecords
{
    public const string Proposer = "digdir";

    /// <summary>An initiative that everybody sees, and that the restricted parts belong to.</summary>
    public const string Initiative = "felles-arkiv";

    /// <summary>A solution that everybody sees, and that restricted parts belong to.</summary>
    public const string Solution = "felles-kalender";

    private const string LifeEvent = "having-a-child";

    public static IReadOnlyList<Recipe> Recipes { get; } =
    [
        Added("membership", "digi-agder", ("valid_from", "1677-03-04"), ("valid_to", "1699"), ("valid_from", "1678"), ("body", "digi-agder"), ("member", "0301")),
        Added("co-operation", "4207", ("note_nb", Word("co-operation")), ("note_en", Word("co-operation")), ("stated_count", "3"), ("key", Key("co-operation")), ("name_nb", Word("co-operation")), ("kind", "project"), ("org_key", "4207")),
        Added("mandate", "4207", ("note_nb", Word("mandate")), ("note_en", Word("mandate")), ("valid_to", "2030"), ("municipality", "4207"), ("body", "digi-rogaland"), ("subject_nb", Word("mandate"))),
        Added("decision-model", "4207", ("note_nb", Word("decision-model")), ("note_en", Word("decision-model")), ("model", "intermunicipal"), ("municipality", "4207"), ("subject_nb", Word("decision-model")), ("model", "own_board")),
        Added("forum-seat", "ks", ("note_en", Word("forum-seat")), ("region", Word("forum-seat")), ("seat", "no"), ("forum", "kommit-radet"), ("holder", "4207"), ("seat", "yes"), ("note_nb", Word("forum-seat"))),
        Added("network-fact", "digi-agder", ("value_nn", Word("network-fact")), ("value_en", Word("network-fact")), ("value_nn", "Noko anna"), ("network", "digi-agder"), ("field", "funding"), ("value_nb", Word("network-fact"))),
        From("theme-cell", "digi-agder", ("state", "established"), ("state", "considered"), _ => Task.FromResult("10~digi-agder")),
        OfNetwork("theme-lead", ("starts", "2030"), ("name_nb", Word("theme-lead")), ("delivers_nb", Word("theme-lead"))),
        OfNetwork("role-limit", ("most_roles", "9"), ("most_roles", "7")),
        OfNetwork("network-case", ("starts", "2030"), ("name_nb", Word("network-case")), ("text_nb", Word("network-case"))),
        OfNetwork("case-step", ("level", "municipality"), ("case", TheCase), ("level", "state")),
        OfNetwork("expectation", ("review_on", "2030"), ("organisation", "4207"), ("network_does_nb", Word("expectation")), ("signed_on", "2026-11-19")),
        OfNetwork("network-fee", ("fee", "7"), ("fee_kind", "base"), ("fee", "1677.5")),
        OfNetwork("member-help", ("hours", "7"), ("organisation", "4207"), ("text_nb", Word("member-help"))),
        OfNetwork("network-role", ("starts", "2030"), ("name_nb", Word("network-role")), ("holder_name", Word("network-role"))) with { IsOfTeam = true },
        Added("scope-statement", "nav", ("text_nn", Word("scope-statement")), ("text_en", Word("scope-statement")), ("part", "out"), ("life_event", LifeEvent), ("part", "in"), ("text_nb", Word("scope-statement"))),
        Added("life-event-role", "nav", ("note_nb", Word("life-event-role")), ("note_en", Word("life-event-role")), ("note_nn", "Noko anna"), ("life_event", LifeEvent), ("organisation", "statped"), ("role", "collaborating")),
        Added("activity", "nav", ("name_nn", Word("activity")), ("name_en", Word("activity")), ("type", "reform"), ("life_event", LifeEvent), ("key", Key("activity")), ("name_nb", Word("activity")), ("type", "project")),
        Added("life-event-activity", "nav", ("note_nb", Word("life-event-activity")), ("note_en", Word("life-event-activity")), ("note_nn", "Noko anna"), ("life_event", LifeEvent), ("activity", "e-guider")),
        Added("initiative", "4207", ("purpose_nb", Word("initiative")), ("problem_nb", Word("initiative")), ("starts", "2030"), ("key", Key("initiative")), ("owner", "4207"), ("kind", "project"), ("method", "prosjektveiviseren-utvidet"), ("name_nb", Word("initiative"))) with { IsDecided = true },
        Added("decision-matrix", "4207", ("note_nb", Word("decision-matrix")), ("note_en", Word("decision-matrix")), ("principles_input", "anarchy"), ("key", Key("decision-matrix")), ("organisation", "4207"), ("name_nb", Word("decision-matrix"))),
        Part("participant", ("count", "3"), ("role", "participant"), ("name_nb", Word("participant"))),
        Part("affected-area", ("count", "3"), ("name_nb", Word("affected-area"))),
        Part("commitment", ("signed_on", "2030"), ("organisation", "4207"), ("name_nb", Word("commitment"))),
        Part("dependency", ("days", "3"), ("other", "digibarnevern"), ("text_nb", Word("dependency"))),
        Part("phase-plan", ("count", "3"), ("phase", "concept"), ("state", "planned")),
        Part("key-event", ("starts", "2030"), ("kind", "hearing"), ("starts", "2029"), ("text_nb", Word("key-event"))),
        Part("gate-answer", ("signed_on", "2030"), ("item", "G-KON-01a"), ("answer", "no"), ("text_nb", Word("gate-answer"))),
        Part("gate-condition", ("signed_on", "2030"), ("organisation", "4207"), ("text_nb", Word("gate-condition"))),
        Part("actor", ("sector", "private"), ("name_nb", Word("actor"))),
        Part("agreement", ("signed_on", "2030"), ("kind", "contract"), ("name_nb", Word("agreement"))),
        Part("agreement-party", ("signed_on", "2030"), ("agreement", TheAgreement), ("name_nb", Word("agreement-party"))),
        Part("co-operation-rule", ("days", "3"), ("kind", "escalation"), ("text_nb", Word("co-operation-rule"))),
        Part("disagreement", ("starts", "2030"), ("parties_nb", Word("disagreement")), ("state", "open"), ("starts", "2029"), ("text_nb", Word("disagreement"))),
        Part("forum-decision", ("starts", "2030"), ("starts", "2029"), ("text_nb", Word("forum-decision"))),
        Part("decision-path", ("ends", "2030"), ("organisation", "4207"), ("state", "under_way"), ("text_nb", Word("decision-path"))),
        Part("instrument", ("starts", "2030"), ("instrument", "market"), ("choice", "planned"), ("text_nb", Word("instrument"))),
        Part("ladder-step", ("starts", "2030"), ("step", "guidance"), ("state", "tried"), ("text_nb", Word("ladder-step"))),
        Part("legal-assessment", ("signed_on", "2030"), ("precondition", "anchoring"), ("fulfilment", "no")),
        Part("conformity", ("conforming", "partly"), ("guideline", "trust"), ("conforming", "deviates")),
        Part("deviation", ("starts", "2030"), ("guideline", "trust"), ("organisation", "4207"), ("text_nb", Word("deviation"))),
        Part("actor-assessment", ("importance", "high"), ("actor", OneActor), ("text_nb", Word("actor-assessment"))) with { IsOfTeam = true },
        Part("actor-tie", ("strength", "3"), ("actor", OneActor), ("other_actor", OtherActor), ("kind", "advises")) with { IsOfTeam = true },
        Part("actor-rejection", ("note_nb", "Noe annet"), ("organisation", "nav")) with { IsOfTeam = true },
        Part("published-placement", ("name_nb", "Noe annet"), ("name_nb", Word("published-placement"))),
        Part("channel-strength", ("strength", "3"), ("kind", "vendor"), ("strength", "7")),
        Part("service-volume", ("count", "3"), ("organisation", "4207"), ("count", "7")),
        Added("solution", "4207", ("purpose_nb", Word("solution")), ("set_aside_nb", Word("solution")), ("staff_days", "3"), ("key", Key("solution")), ("owner", "4207"), ("name_nb", Word("solution"))),
        OfSolution("price-component", ("from_inhabitants", "3"), ("price_kind", "yearly"), ("basis", "fixed"), ("amount", "1677.5"), ("name_nb", Word("price-component"))),
        OfSolution("solution-product", ("share", "3"), ("organisation", "visma"), ("name_nb", Word("solution-product"))),
        OfSolution("starter-resource", ("link", "https://example.org"), ("starter_kind", "training"), ("name_nb", Word("starter-resource"))),
        OfSolution("adoption-observation", ("count", "3"), ("name_nb", Word("adoption-observation")), ("text_nb", Word("adoption-observation"))),
        OfSolution("adoption-wave", ("room_for", "3"), ("name_nb", Word("adoption-wave"))),
        OfSolution("experience-group", ("starts", "2030"), ("name_nb", Word("experience-group"))),
        OfSolution("group-member", ("note_nb", "Noe annet"), ("organisation", "4207"), ("group", TheGroup)),
        Added("vendor-entry", "visma", ("note_nb", Word("vendor-entry")), ("note_en", Word("vendor-entry")), ("starts", "2030"), ("solution", Solution), ("vendor", "visma"), ("entry_kind", "customer"), ("name_nb", Word("vendor-entry")), ("organisation", "4207")) with { IsOfTeam = true },
        OfSolution("municipal-request", ("hours", "3"), ("request_kind", "pilot"), ("text_nb", Word("municipal-request"))),
        OfSolution("readiness-check", ("money", "ready"), ("organisation", "4207"), ("money", "missing")) with { IsOfTeam = true },
        From("involvement", "nav", ("text_en", Word("involvement")), ("text_nb", "Noe annet"), async db => (await db.Involvements.OrderBy(i => i.Order).FirstAsync(i => i.LifeEvent == Domain.LifeEvents.LifeEventId.Of(LifeEvent))).Id.Value.ToString("D")),
    ];

    /// <summary>Stand for keys that the product makes: of the open initiative's agreement and actors.</summary>
    private const string TheAgreement = "@agreement";

    private const string TheCase = "@case";

    private const string TheGroup = "@group";

    private const string OneActor = "@actor:one";

    private const string OtherActor = "@actor:other";

    /// <summary>What everybody sees, and the restricted records belong to; in both databases.</summary>
    public static async Task PrepareAsync(IReadOnlyDictionary<string, SignedInVisitor> stewards)
    {
        var owner = stewards["4207"];
        await AddAsync(stewards["digi-agder"], "network-cases", [new("network", "digi-agder"), new("name_nb", TheCase)]);
        await AddAsync(owner, "initiatives", [new("key", Initiative), new("owner", "4207"), new("kind", "project"), new("method", "prosjektveiviseren-utvidet"), new("name_nb", "Felles arkiv")]);
        await AddAsync(owner, "solutions", [new("key", Solution), new("owner", "4207"), new("name_nb", "Felles kalender")]);
        await AddAsync(owner, "experience-groups", [new("solution", Solution), new("name_nb", TheGroup)]);
        await AddAsync(owner, "agreements", [new("initiative", Initiative), new("kind", "contract"), new("name_nb", TheAgreement)]);
        await AddAsync(owner, "actors", [new("initiative", Initiative), new("name_nb", OneActor)]);
        await AddAsync(owner, "actors", [new("initiative", Initiative), new("name_nb", OtherActor)]);
    }

    /// <summary>Restricts one record of each kind.</summary>
    public static async Task<IReadOnlyList<RestrictedRecord>> MakeAsync(TestApp app, IReadOnlyDictionary<string, SignedInVisitor> stewards)
    {
        List<RestrictedRecord> made = [];
        foreach (var recipe in Recipes)
        {
            made.Add(await MakeAsync(app, recipe, stewards[recipe.Audience], stewards[Proposer]));
        }

        return made;
    }

    /// <summary>Takes away, where nobody sees it, what the other database keeps from others though it came with the data.</summary>
    public static async Task RemoveAsync(TestDatabase database)
    {
        await using var db = database.Open();
        foreach (var recipe in Recipes.Where(r => r.Existing is not null))
        {
            var key = await recipe.Existing!(db);
            var gone = recipe.Type switch
            {
                "theme-cell" => await db.ThemeCells.Where(c => c.Theme == 10 && c.Network == OrganisationId.Of("digi-agder")).ExecuteDeleteAsync(),
                "involvement" => await db.Involvements.Where(i => i.Id == new Domain.LifeEvents.InvolvementId(Guid.Parse(key))).ExecuteDeleteAsync(),
                var other => throw new InvalidOperationException($"How is a {other} taken away?"),
            };
            Assert.Equal(1, gone);
        }
    }

    private static async Task<RestrictedRecord> MakeAsync(TestApp app, Recipe recipe, SignedInVisitor steward, SignedInVisitor proposer)
    {
        await using var db = app.Database.Open();
        var type = RecordTypes.Find(recipe.Type)!;
        var key = recipe.Existing is null ? await AddAsync(steward, type, recipe, db) : await recipe.Existing(db);
        await ChangeAsync(steward, type, key, recipe.Correction, recipe.Text, HttpStatusCode.OK);
        if (recipe.IsOfTeam)
        {
            return new(recipe, key, Proposal: null);
        }

        if (recipe.IsDecided)
        {
            var decided = await (await steward.OpenAsync($"/tiltak/{key}/porter/bp1")).SubmitAsync("form.form-panel", ("Outcome", "hold"), ("DecidedBy", recipe.Text), ("Mandate", recipe.Text), ("Reason", recipe.Text));
            Assert.Equal($"/tiltak/{key}/porter/bp1/beslutninger/1", decided.Address);
        }

        await ChangeAsync(proposer, type, key, recipe.Proposed, recipe.Text, HttpStatusCode.Accepted);
        var page = await (await steward.OpenAsync($"/skjerme/{recipe.Type}/{key}")).SubmitAsync("form.form-panel", ("Paragraph", "offentleglova § 14 " + recipe.Text), ("ReviewOn", "2027-01-31"), ("Reason", recipe.Text));
        Assert.True(page.Response.IsSuccessStatusCode, $"{recipe.Type}: {page.Response.StatusCode}\n{page.Document.Body?.TextContent}");
        var proposal = await db.Proposals.Where(p => p.RecordType == recipe.Type && p.RecordKey == key).SingleAsync();
        return new(recipe, key, proposal.Id.Value.ToString("D"));
    }

    private static async Task<string> AddAsync(SignedInVisitor steward, RecordType type, Recipe recipe, SamstyringDb db)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal) { ["reason"] = recipe.Text };
        foreach (var (field, value) in recipe.Fields)
        {
            fields[field] = value switch
            {
                TheAgreement => (await db.Set<Domain.Governance.Agreement>().SingleAsync(a => a.Name.Nb == value)).Id.ToString(),
                TheCase => (await db.Set<Domain.Organisations.NetworkCase>().SingleAsync(c => c.Name.Nb == value)).Id.ToString(),
                TheGroup => (await db.Set<Domain.Adoption.ExperienceGroup>().SingleAsync(g => g.Name.Nb == value)).Id.ToString(),
                OneActor or OtherActor => (await db.Set<Domain.Actors.ActorEntry>().SingleAsync(a => a.Name.Nb == value)).Id.ToString(),
                _ => value,
            };
        }

        return await AddAsync(steward, type.Plural, fields);
    }

    private static async Task<string> AddAsync(SignedInVisitor steward, string plural, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var response = await steward.Http.PostAsJsonAsync(new Uri("/api/v1/" + plural, UriKind.Relative), fields.ToDictionary(StringComparer.Ordinal));
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(response.StatusCode is HttpStatusCode.Created, $"{plural}: {response.StatusCode} {answer}");
        return answer.GetProperty("key").GetString()!;
    }

    private static async Task ChangeAsync(SignedInVisitor who, RecordType type, string key, (string Field, string Value) change, string reason, HttpStatusCode expected)
    {
        using var record = await who.Http.GetAsync(new Uri($"/api/v1/records/{type.Name}/{key}", UriKind.Relative));
        using HttpRequestMessage message = new(HttpMethod.Patch, new Uri($"/api/v1/{type.Plural}/{key}", UriKind.Relative))
        {
            Content = JsonContent.Create(new Dictionary<string, string>(StringComparer.Ordinal) { [change.Field] = change.Value, ["reason"] = reason }),
        };
        message.Headers.IfMatch.Add(record.Headers.ETag!);
        using var response = await who.Http.SendAsync(message);
        Assert.True(response.StatusCode == expected, $"{type.Name} {key}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    private static string Word(string type) => Recipe.TextOf(type);

    /// <summary>Where people choose the key of a record.</summary>
    private static string Key(string type) => "skjult-" + type;

    private static Recipe Added(string type, string audience, (string Field, string Value) more, (string, string) correction, (string, string) proposed, params (string Field, string Value)[] fields) =>
        new(type, audience, fields.Append(more).ToDictionary(f => f.Field, f => f.Value, StringComparer.Ordinal), correction, proposed);

    /// <summary>A part of the open initiative.</summary>
    private static Recipe Part(string type, (string Field, string Value) proposed, params (string Field, string Value)[] fields) =>
        Added(type, "4207", ("note_nb", Word(type)), ("note_en", Word(type)), proposed, [("initiative", Initiative), .. fields]);

    /// <summary>A part of the open solution.</summary>
    private static Recipe OfSolution(string type, (string Field, string Value) proposed, params (string Field, string Value)[] fields) =>
        Added(type, "4207", ("note_nb", Word(type)), ("note_en", Word(type)), proposed, [("solution", Solution), .. fields]);

    /// <summary>A part of a network's work.</summary>
    private static Recipe OfNetwork(string type, (string Field, string Value) proposed, params (string Field, string Value)[] fields) =>
        Added(type, "digi-agder", ("note_nb", Word(type)), ("note_en", Word(type)), proposed, [("network", "digi-agder"), .. fields]);

    private static Recipe From(string type, string audience, (string, string) correction, (string, string) proposed, Func<SamstyringDb, Task<string>> existing) =>
        new(type, audience, new Dictionary<string, string>(StringComparer.Ordinal), correction, proposed, existing);
}
