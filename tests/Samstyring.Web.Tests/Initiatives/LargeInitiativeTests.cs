using System.Net;
using Samstyring.Benchmarks;
using Samstyring.Domain.Gates;
using Samstyring.TestKit;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Tests.Initiatives;

/// <summary>
/// The largest generated initiative: 200 actors, 100 agreements, 500 decisions. Each of its addresses asks the database as often as the
/// same address of the smallest does, and no page is larger than a page may be.
/// </summary>
public sealed class LargeInitiativeTests
{
    /// <summary>Who is signed in, for whom the person may act, and that restricted things were read: what pages ask beside their own. Gates manage with it.</summary>
    private const int OfWhoIsSignedIn = 3;

    private static readonly string[] Pages = ["", "/aktorer", "/styring", "/virkemidler", "/kanaler", "/metode", "/avhengigheter", "/publisert-kart", "/tjenestevolum", .. Enumerable.Range(1, 6).Select(gate => $"/porter/bp{gate}")];

    private static readonly string[] Addresses = ["", "/gates", "/actors", "/channels", "/channel-reach", "/instruments", "/volumes", .. Enumerable.Range(1, 6).Select(gate => $"/gates/bp{gate}/checks")];

    private static readonly Dictionary<DatabaseKind, Lazy<Task<(TestApp App, SignedInVisitor Owner)>>> Filled = Enum.GetValues<DatabaseKind>().ToDictionary(kind => kind, kind => new Lazy<Task<(TestApp, SignedInVisitor)>>(() => FilledAsync(kind)));

    public static TheoryData<DatabaseKind, string> PagesOfInitiative() => [.. from kind in Enum.GetValues<DatabaseKind>() from page in Pages select (kind, page)];

    public static TheoryData<DatabaseKind, string> AddressesOfInitiative() => [.. from kind in Enum.GetValues<DatabaseKind>() from address in Addresses select (kind, address)];

    [Theory, MemberData(nameof(PagesOfInitiative))]
    public async Task A_page_asks_as_often_as_of_the_smallest_and_is_no_larger_than_a_page_may_be(DatabaseKind kind, string page)
    {
        var (app, owner) = await Filled[kind].Value;

        foreach (var language in UiLanguage.Languages)
        {
            PageChecks.AssertWhole(await app.OpenAsync($"{Path(InitiativeSize.Largest, page)}?sprak={language}"), language);
        }

        PageChecks.AssertWhole(await owner.OpenAsync(Path(InitiativeSize.Largest, page)), "nb");
        await AssertAsksAsOftenAsync(path => app.QueriesOfAsync(path), Path(InitiativeSize.Largest, page), Path(InitiativeSize.Small, page));
        await AssertAsksAsOftenAsync(path => app.QueriesOfAsync(path, owner.Http), Path(InitiativeSize.Largest, page), Path(InitiativeSize.Small, page), page.StartsWith("/porter", StringComparison.Ordinal) ? 0 : OfWhoIsSignedIn);
    }

    [Theory, MemberData(nameof(AddressesOfInitiative))]
    public async Task The_API_asks_as_often_as_of_the_smallest(DatabaseKind kind, string address)
    {
        var (app, owner) = await Filled[kind].Value;
        var (largest, small) = ($"/api/v1/initiatives/{InitiativeSize.Largest.Key}{address}", $"/api/v1/initiatives/{InitiativeSize.Small.Key}{address}");

        Assert.Equal(HttpStatusCode.OK, (await app.OpenAsync(largest)).Response.StatusCode);
        await AssertAsksAsOftenAsync(path => app.QueriesOfAsync(path), largest, small);
        await AssertAsksAsOftenAsync(path => app.QueriesOfAsync(path, owner.Http), largest, small, OfWhoIsSignedIn);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_pages_of_a_section_show_everything_once(DatabaseKind kind)
    {
        var (app, owner) = await Filled[kind].Value;

        Assert.Equal(InitiativeSize.Largest.Decisions, (await RowsAsync(owner, "/styring", "beslutninger", "#beslutninger", "ol.results > li")).Distinct().Count());
        Assert.Equal(InitiativeSize.Largest.Agreements, (await RowsAsync(owner, "/styring", "avtaler", "#avtaler", "article > h3")).Distinct().Count());
        Assert.Equal(InitiativeSize.Largest.Actors, (await RowsAsync(owner, "/aktorer", "hvem", "#hvem", "tbody > tr")).Count);
        Assert.Equal(InitiativeSize.Largest.Actors, (await RowsAsync(owner, "/aktorer", "kart", "#kart", "tbody > tr")).Count);
        Assert.Equal(InitiativeSize.Largest.Ties, (await RowsAsync(owner, "/aktorer", "nettverk", "#nettverk", "tbody > tr")).Count);
        Assert.Equal(InitiativeSize.Largest.Municipalities, (await RowsAsync(owner, "", "berorte", "#berorte", "ul.plain > li")).Distinct().Count());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_section_goes_on_where_another_one_was_left(DatabaseKind kind)
    {
        var (app, _) = await Filled[kind].Value;
        var page = await app.OpenAsync(Path(InitiativeSize.Largest, "/styring?avtaler=3"));

        var next = page.Document.QuerySelector("[aria-label='Sider: Beslutninger i forum'] a[rel=next]")!.GetAttribute("href")!;
        var after = await app.OpenAsync(next);
        var far = await app.OpenAsync(Path(InitiativeSize.Largest, "/styring?beslutninger=9999"));

        Assert.EndsWith("#beslutninger", next);
        Assert.Contains("Viser 17–24 av 100", after.Texts(".section-pages .list-count"));
        Assert.Contains("Viser 21–40 av 500", after.Texts(".section-pages .list-count"));
        Assert.Contains("Viser 481–500 av 500", far.Texts(".section-pages .list-count"));
        Assert.Empty((await app.OpenAsync(Path(InitiativeSize.Small, "/styring"))).Texts(".section-pages"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_decision_at_its_gate_is_kept_whole_and_its_page_is_small(DatabaseKind kind)
    {
        var (app, owner) = await Filled[kind].Value;

        var kept = await (await owner.OpenAsync(Path(InitiativeSize.Largest, "/porter/bp2"))).SubmitAsync(
            "form.form-panel", ("Outcome", "hold"), ("DecidedBy", "Programstyret"), ("Mandate", "Programmandatet"), ("Reason", "Vi venter."));

        Assert.Equal(Path(InitiativeSize.Largest, "/porter/bp2/beslutninger/2"), kept.Address);
        PageChecks.AssertWhole(kept, "nb");
        Assert.True((await app.QueriesOfAsync(kept.Address, owner.Http)).Count <= PageChecks.MostQueries + OfWhoIsSignedIn);
        var phase = MethodPacks.Current.Find("prosjektveiviseren-utvidet", 1)!.PhaseOfGate("bp2")!;
        Assert.Equal(phase.AllItems.Count(item => item.Kind is not ItemKind.Group) + phase.Checks.Count, kept.Texts(".checks > li").Count);
        Assert.Equal(HttpStatusCode.OK, (await app.OpenAsync(Path(InitiativeSize.Largest, "/porter/bp1/beslutninger/2"))).Response.StatusCode);
    }

    private static string Path(InitiativeSize size, string page) => $"/tiltak/{size.Key}{page}";

    private static async Task AssertAsksAsOftenAsync(Func<string, Task<IReadOnlyList<string>>> queriesOf, string largest, string small, int more = 0)
    {
        var few = await queriesOf(small);
        var many = await queriesOf(largest);

        Assert.NotEmpty(many);
        Assert.True(many.Count <= PageChecks.MostQueries + more, $"{many.Count} queries:\n{string.Join("\n\n", many)}");
        Assert.True(few.Count == many.Count, $"{few.Count} queries of the smallest, {many.Count} of the largest:\n{string.Join("\n\n", many)}");
    }

    /// <summary>The rows of a section, from its first page to its last.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(SignedInVisitor who, string page, string section, string heading, string row)
    {
        List<string> rows = [];
        for (var number = 1; ; number++)
        {
            var shown = await who.OpenAsync($"{Path(InitiativeSize.Largest, page)}?{section}={number}");
            var here = shown.Document.QuerySelector(heading)!.Closest("section")!;
            rows.AddRange(here.QuerySelectorAll(row).Select(r => r.TextContent));
            if (here.QuerySelector(".section-pages a[rel=next]") is null)
            {
                return rows;
            }
        }
    }

    private static async Task<(TestApp App, SignedInVisitor Owner)> FilledAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.LoadedAsync(kind);
        await using (var db = database.Open())
        {
            await GeneratedInitiative.StoreAsync(db, InitiativeSize.Small);
            await GeneratedInitiative.StoreAsync(db, InitiativeSize.Largest);
        }

        var app = new TestApp(database);
        app.Server.PreserveExecutionContext = true;
        return (app, await app.SignInAsync(GeneratedInitiative.Owner));
    }
}
