using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Roadmap;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Roadmap;

public sealed class MunicipalityPageTests
{
    private const string Page = "/kommuner/4207";

    private const string Table = "Dette må kommunen avgjøre";

    private const string Own = "Du handler for kommunen";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_municipality_sees_what_it_must_decide_in_deadline_order_with_who_decides_and_the_least_cost(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        await WithoutSolutionsAsync(app);
        var owner = await app.SignInAsync("ks");
        await owner.AddSolutionAsync("sen");
        await owner.AddSolutionAsync("tidlig", ("decide_by", "2026-04-10"), ("staff_days", "3"), ("announced", "2026-02"), ("available", "2026-05"));
        await owner.AddRecordAsync("price-component", "solution=tidlig", ("name_nb", "Oppstart"), ("price_kind", "one_off"), ("basis", "fixed"), ("amount", "40000"));
        await owner.AddRecordAsync("price-component", "solution=tidlig", ("name_nb", "Drift"), ("price_kind", "monthly"), ("basis", "fixed"), ("amount", "500"));

        var page = await app.OpenAsync(Page);

        Assert.Equal("To saker må avgjøres før kommunestyret vedtar budsjettet 31. desember 2026. Det koster minst 46 000 kr i 2027. Prisen på en av dem er ukjent.", Spaces(page.Text("p.lead")));
        var rows = page.Table(Table);
        Assert.Equal(
            [("10. april 2026 Satt av eieren", "46 000 kr"), ("31. desember 2026 Kommunestyrets budsjettvedtak", "Ukjent")],
            rows.Select(row => (row[2].Split("Kilde")[0].Trim(), Spaces(row[3]))));
        Assert.All(rows, row => Assert.Equal("Kommunestyret", row[1]));
        Assert.Contains("Sett av 3 dagsverk", rows[0][0]);
        Assert.Contains("Meldt etter fristen for innspill til budsjettet", rows[0][0]);
        var costs = page.Table("Kostnad i økonomiplanen 2027–2030");
        Assert.Equal(["46 000 kr", "6000 kr", "6000 kr", "6000 kr"], costs[0].Skip(1).Take(4).Select(Spaces));
        Assert.Equal("Minst 64 000 kr", Spaces(page.Texts(".page-head dl.facts dd")[2]));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_budget_year_is_drawn_with_what_is_nearest_and_says_the_same_in_words(DatabaseKind kind)
    {
        var page = await (await TestApp.SharedAsync(kind)).OpenAsync("/kommuner/4207");

        var drawing = page.Document.QuerySelector("figure.chart .wide svg")!;

        var texts = drawing.QuerySelectorAll("text").Select(text => text.TextContent).ToList();
        Assert.Contains("I dag", texts);
        Assert.Contains("Plan 2027–2030", texts);
        Assert.Contains("31. des. – vedtak", texts);
        Assert.Contains(texts, text => text.EndsWith("andre saker", StringComparison.Ordinal));
        var words = drawing.QuerySelector("desc")!.TextContent;
        Assert.Contains("Økonomiplan: Plan 2027–2030, 1. oktober 2026 til 31. desember 2026.", words);
        Assert.Contains("31. desember 2026: Kommunestyret vedtar, budsjettet for 2027.", words);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_page_reads_no_more_than_it_is_asked_to_and_says_so(DatabaseKind kind)
    {
        await using var db = (await TestDatabase.SharedAsync(kind)).Open();

        var few = (await AgendaReader.ReadAsync(db, "4207", new(2026, 3, 2), most: 2, CancellationToken.None))!;
        var all = (await AgendaReader.ReadAsync(db, "4207", new(2026, 3, 2), AgendaReader.InFile, CancellationToken.None))!;

        Assert.True(few.IsCut);
        Assert.False(all.IsCut);
        Assert.InRange(few.Items.Count, 1, all.Items.Count - 1);
        Assert.Subset(all.Items.Select(e => e.Item).ToHashSet(), few.Items.Select(e => e.Item).ToHashSet());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_co_operation_s_people_have_the_page_as_their_members_have_it(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);
        var co = await app.SignInAsync("digi-agder");
        var other = await app.SignInAsync("ks");

        var (theirs, others) = (await co.OpenAsync("/kommuner/4207"), await other.OpenAsync("/kommuner/4207"));

        Assert.Contains(Own, theirs.Text("main"));
        Assert.DoesNotContain(Own, others.Text("main"));
        Assert.Equal(others.Table(Table), theirs.Table(Table));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task What_is_in_use_counts_in_the_cost_and_is_divided_among_those_that_have_it(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        await WithoutSolutionsAsync(app);
        var owner = await app.SignInAsync("ks");
        await owner.AddSolutionAsync("delt");
        await owner.AddRecordAsync("price-component", "solution=delt", ("name_nb", "Felles drift"), ("price_kind", "yearly"), ("basis", "shared_equally"), ("amount", "90000"));
        await SayAsync(app, "delt", AdoptionStep.InUse, "4207", "4227", "4228");

        var page = await app.OpenAsync(Page);

        var row = Assert.Single(page.Table("Kostnad i økonomiplanen 2027–2030"));
        Assert.Equal(Enumerable.Repeat("30 000 kr", 4), row.Skip(1).Take(4).Select(Spaces));
        Assert.Contains("Den felles delen er delt på 3 kommuner", row[5]);
        Assert.Equal("1 av 1 som kan tas i bruk Det som er registrert 2. mars 2026", page.Texts(".page-head dl.facts dd")[3]);
        Assert.Equal("Flekkefjord har ingenting å avgjøre for budsjettet for 2027, etter det som er registrert.", page.Text("p.lead"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_municipality_s_own_date_is_the_deadline_from_the_day_it_is_told(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        await WithoutSolutionsAsync(app);
        await (await app.SignInAsync("ks")).AddSolutionAsync("ny");
        Assert.Contains("Datoen er utledet av årshjulet.", (await app.OpenAsync(Page)).Text("section[aria-labelledby=budsjett]"));

        var form = await (await (await app.SignInAsync("4207")).OpenAsync(Page)).FollowAsync("Legg til kommunens egen dato");
        var saved = await form.SubmitAsync("form.form-panel", ("Values[event]", "council_adopts"), ("Values[day]", "2026-12-10"));

        Assert.StartsWith(Page, saved.Address, StringComparison.Ordinal);
        var page = await app.OpenAsync(Page);
        Assert.StartsWith("Én sak må avgjøres før kommunestyret vedtar budsjettet 10. desember 2026.", page.Text("p.lead"));
        Assert.StartsWith("10. desember 2026", Assert.Single(page.Table(Table))[2]);
        Assert.Contains(page.Table("Frister og arbeid framover"), row => row[0] == "10. desember 2026" && row[2].StartsWith("Kommunens egen dato.", StringComparison.Ordinal));
        Assert.StartsWith("Én sak må avgjøres før kommunestyret vedtar budsjettet 31. desember 2026.", (await app.OpenAsync("/kommuner/0301")).Text("p.lead"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_municipality_with_nothing_on_its_agenda_has_a_whole_page(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        await WithoutSolutionsAsync(app);

        var page = await app.OpenAsync(Page);

        PageChecks.AssertWhole(page, "nb");
        Assert.Contains("Ingenting er registrert som kommunen må avgjøre", page.Text("section[aria-labelledby=avgjor]"));
        Assert.Contains("Ingen løsninger å regne på", page.Texts(".page-head dl.facts dd")[1]);
        Assert.Equal(8, page.Table("Frister og arbeid framover").Count);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Neighbours_and_similar_municipalities_stand_beside_each_other_and_what_nobody_has_said_is_unknown(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        await WithoutSolutionsAsync(app);
        await (await app.SignInAsync("ks")).AddSolutionAsync("nabo");
        await SayAsync(app, "nabo", AdoptionStep.InUse, "4227");

        var page = await app.OpenAsync(Page);

        var rows = page.Table("Hva naboer og lignende kommuner har gjort");
        Assert.Equal(["Flekkefjord", "Kvinesdal", "Lund", "Sirdal", "Sokndal"], rows.Take(5).Select(row => row[0].Split(' ')[0]));
        Assert.Equal(3, rows.Skip(5).Count(row => row[0].Contains("Lignende kommune", StringComparison.Ordinal)));
        Assert.Equal(["Ukjent", "I bruk", "Ukjent"], rows.Take(3).Select(row => row[1]));
        Assert.Contains("I bruk i Kvinesdal", page.Table(Table)[0][0]);
        Assert.Equal("Spør Kvinesdal", page.Text("section[aria-labelledby=naboer] .panel h3"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_map_holds_all_that_is_said_of_its_solution_and_is_of_the_one_that_most_is_said_of(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        await WithoutSolutionsAsync(app);
        var owner = await app.SignInAsync("ks");
        await owner.AddSolutionAsync("lite");
        await owner.AddSolutionAsync("mye");
        await SayAsync(app, "lite", AdoptionStep.InUse, "4227");
        await SayAsync(app, "mye", AdoptionStep.Considering, "4201", "4202", "4203");

        var page = await app.OpenAsync(Page);
        var asked = await app.OpenAsync(Page + "?losning=lite");

        Assert.Equal(["Arendal: Vurderer", "Grimstad: Vurderer", "Risør: Vurderer"], Said(page));
        Assert.Equal(["Kvinesdal: I bruk"], Said(asked));
        Assert.Equal(["lite", "mye"], page.Document.QuerySelectorAll("#losning option").Select(o => o.GetAttribute("value")).Order(StringComparer.Ordinal));
        Assert.Equal("mye", page.Document.QuerySelector("#losning option[selected]")!.GetAttribute("value"));

        static IEnumerable<string> Said(TestPage page) => page.Document.QuerySelectorAll("svg.hexmap > a > title").Select(title => title.TextContent).Where(title => !title.EndsWith("Ukjent", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Obstacles_are_told_to_the_public_sector_and_contacts_to_those_who_are_signed_in(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        await WithoutSolutionsAsync(app);
        await (await app.SignInAsync("ks")).AddSolutionAsync("hinder");
        await SayAsync(app, "hinder", AdoptionStep.InUse, "4227");
        await using (var db = app.Database.Open())
        {
            await db.AdoptionRecords.ExecuteUpdateAsync(a => a.SetProperty(x => x.Contact, "Kari Kontakt"));
        }

        var own = await app.SignInAsync("4207");
        await own.AddRecordAsync("reported-obstacle", "solution=hinder&organisation=4207", ("obstacle", "capacity"), ("text_nb", "Hemmelig hindring"));

        foreach (var (who, seesObstacle) in new[] { (own, true), (await app.SignInAsync("0301"), true), (await app.SignInAsync("visma"), false) })
        {
            var page = await who.OpenAsync(Page);
            Assert.Equal(seesObstacle, page.Html.Contains("Hemmelig hindring", StringComparison.Ordinal));
            Assert.Contains("Kari Kontakt", page.Html);
        }

        var visitor = await app.OpenAsync(Page);
        Assert.DoesNotContain("Hemmelig hindring", visitor.Html);
        Assert.DoesNotContain("Kari Kontakt", visitor.Html);
        Assert.Contains("Logg inn for å se hvem du kan spørre.", visitor.Html);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task What_is_kept_to_the_municipality_is_on_its_page_and_in_its_list_and_nobody_else_s(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        await WithoutSolutionsAsync(app);
        await (await app.SignInAsync("ks")).AddSolutionAsync("lukket", ("decide_by", "2026-06-01"));
        await KeepToAsync(app, "4207");
        var own = await app.SignInAsync("4207");

        Assert.Contains("Løsningen lukket", (await own.OpenAsync(Page)).Html);
        Assert.Contains("lukket", await own.Http.GetStringAsync(new Uri("/api/v1/municipalities/4207/agenda.ics", UriKind.Relative)));
        foreach (var address in new[] { Page, "/veikart", "/api/v1/municipalities/4207/agenda", "/api/v1/municipalities/4207/agenda?format=csv", "/api/v1/municipalities/4207/agenda.ics", "/api/v1/roadmap" })
        {
            Assert.DoesNotContain("lukket", (await app.OpenAsync(address)).Html, StringComparison.Ordinal);
            Assert.DoesNotContain("lukket", (await (await app.SignInAsync("visma")).OpenAsync(address)).Html, StringComparison.Ordinal);
            Assert.DoesNotContain("lukket", (await (await app.SignInAsync("0301")).OpenAsync(address)).Html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/kommuner/1004", "/kommuner/4207")]
    [InlineData("/kommuner/flekkefjord", "/kommuner/4207")]
    [InlineData("/kommuner/1507", "/kommuner/1507/fakta")]
    [InlineData("/kommuner/1004/fakta", "/kommuner/4207/fakta")]
    [InlineData("/api/v1/municipalities/1004/agenda", "/api/v1/municipalities/4207/agenda")]
    public async Task Old_numbers_and_other_names_lead_to_the_municipality_of_today_in_one_step(string old, string today)
    {
        using var http = (await TestApp.SharedAsync(DatabaseKind.Sqlite)).CreateClient(new() { AllowAutoRedirect = false });

        using var answer = await http.GetAsync(new Uri(old, UriKind.Relative));

        Assert.Equal((HttpStatusCode.MovedPermanently, today), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task What_leads_nowhere_is_not_found()
    {
        var app = await TestApp.SharedAsync(DatabaseKind.Sqlite);

        Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync("/kommuner/9999")).Response.StatusCode);
        await app.ProblemAsync("/api/v1/municipalities/9999/agenda", 404, "not-found");
        await app.ProblemAsync("/api/v1/municipalities/9999/agenda.ics", 404, "not-found");
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_api_gives_the_agenda_as_a_list_and_as_files(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var all = await app.JsonAsync("/api/v1/municipalities/4207/agenda?pageSize=500");
        var first = (await app.JsonAsync("/api/v1/municipalities/4207/agenda?pageSize=1")).GetProperty("items").EnumerateArray().Single();

        var items = all.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(all.GetProperty("total").GetInt32(), items.Count);
        Assert.Equal(items[0].GetRawText(), first.GetRawText());
        var deadlines = items.Where(i => i.GetProperty("kind").GetString() != "in_use").Select(i => i.GetProperty("deadline").GetString() ?? "9999").ToList();
        Assert.Equal(deadlines.Order(StringComparer.Ordinal), deadlines);
        var digiorden = items.Single(i => i.GetProperty("solution").GetString() == "digiorden");
        Assert.Equal(["2027", "2028", "2029", "2030"], digiorden.GetProperty("costs").EnumerateArray().Select(c => c.GetProperty("year").GetInt32().ToString(CultureInfo.InvariantCulture)));
        var lines = Encoding.UTF8.GetString((await app.FileAsync("/api/v1/municipalities/4207/agenda?format=csv")).Content).TrimEnd().Split('\n');
        Assert.Equal(items.Count + 1, lines.Length);
        Assert.StartsWith("kind,solution,solution_name_nb,solution_name_en,", lines[0]);
        Assert.Contains("least_cost_2030", lines[0]);
        Assert.Equal("agenda-4207.xlsx", (await app.FileAsync("/api/v1/municipalities/4207/agenda?format=xlsx")).Name);
        await app.ProblemAsync("/api/v1/municipalities/4207/agenda?pageSize=0", 400, "bad-query");
    }

    [Fact]
    public async Task The_page_is_had_as_a_file_for_the_case()
    {
        using var http = (await TestApp.SharedAsync(DatabaseKind.Sqlite)).CreateClient(new() { AllowAutoRedirect = false });

        using var answer = await http.GetAsync(new Uri(Page + "/pdf", UriKind.Relative));

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("/StructTreeRoot", Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    internal static async Task WithoutSolutionsAsync(TestApp app)
    {
        await using var db = app.Database.Open();
        await db.Solutions.ExecuteDeleteAsync();
    }

    /// <summary>What municipalities say of themselves, as the ladder keeps it.</summary>
    internal static async Task SayAsync(TestApp app, string solution, AdoptionStep step, params string[] municipalities)
    {
        await using var db = app.Database.Open();
        foreach (var municipality in municipalities.Select(OrganisationId.Of))
        {
            AdoptionRecord record = new() { Solution = SolutionId.Of(solution), Municipality = municipality };
            Assert.Null(LadderRules.State(record, new(step, Since: null, Source: null), reason: null, municipality, new(2026, 3, 1)));
            db.Add(record);
            db.Record(new AdoptionStated(solution, "4207", Before: null, step, Since: null, Source: null, Actor.Installation, TestApp.Now));
        }

        await db.SaveChangesAsync();
    }

    internal static async Task KeepToAsync(TestApp app, string municipality)
    {
        await using var db = app.Database.Open();
        var audience = AudienceId.Of(OrganisationId.Of(municipality));
        if (!await db.AudienceMembers.AnyAsync(m => m.Audience == audience))
        {
            db.Add(new AudienceMember { Audience = audience, Organisation = OrganisationId.Of(municipality) });
            db.Record(new AdoptionStated("lukket", municipality, Before: null, AdoptionStep.Informed, Since: null, Source: null, Actor.Installation, TestApp.Now));
            await db.SaveChangesAsync();
        }

        await db.Solutions.ExecuteUpdateAsync(s => s.SetProperty(x => x.VisibleTo, audience));
    }

    /// <summary>Hard spaces as common ones.</summary>
    private static string Spaces(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
