using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Governance;

public sealed class GovernancePageTests
{
    private const string Page = "/tiltak/digibarnevern/styring";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_case_says_that_nobody_answers_for_roll_out_and_that_agreement_and_money_end_together(DatabaseKind kind)
    {
        var page = await (await TestApp.SharedAsync(kind)).OpenAsync(Page);

        var agreement = page.Texts("article.panel").Single(panel => panel.StartsWith("Samarbeidsavtale for DigiBarnevern", StringComparison.Ordinal));
        Assert.Contains("utbredelse til dem som ikke er part Nei", agreement);
        Assert.Contains("roller og ansvar Ja", agreement);
        Assert.Contains("beslutningsrett Ukjent", agreement);
        Assert.Contains("Avtalen og pengene slutter samtidig, 31. desember 2022", agreement);
        Assert.Contains("KS", agreement);
        var rollOut = page.Texts(".checks > li")[0];
        Assert.Contains("Mangler", rollOut);
        Assert.Contains("31. desember 2022", rollOut);
        Assert.Equal(9 * 3, page.Document.QuerySelectorAll("article.panel h4 + dl dt").Length);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Those_who_must_decide_have_no_path_and_the_matrix_is_an_anarchy(DatabaseKind kind)
    {
        var page = await (await TestApp.SharedAsync(kind)).OpenAsync(Page);

        var paths = page.Table("De som må beslutte");
        Assert.Contains("(346)", paths[0][0]);
        Assert.Equal(("Ingen vei er planlagt", "Ukjent"), (paths[0][1], paths[0][2]));
        Assert.Contains(paths, row => row[1] == "Besluttet ja");
        Assert.Contains("Føringene er sentrale, men hver bestemmer selv (anarki): IT-prinsipper og strategier, IT-arkitektur, IT-infrastruktur, forretningsapplikasjoner og IT-investeringer og prioriteringer", page.Text("section[aria-labelledby=beslutningsrett] .stack .stack > ul"));
        Assert.Equal(6, page.Table("Beslutninger i DigiBarnevern").Count);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Figure_13_is_guided_centrally_and_decided_as_anarchy_and_figure_14_is_not(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var figure13 = await app.OpenAsync("/beslutningsrett/figure-13");
        var figure14 = await app.OpenAsync("/beslutningsrett/figure-14");

        Assert.Contains("hver bestemmer selv (anarki): IT-prinsipper og strategier, IT-arkitektur, IT-infrastruktur, forretningsapplikasjoner og IT-investeringer og prioriteringer", figure13.Text("main ul.plain"));
        var rows = figure13.Table("IT-governance mellom stat og kommune");
        Assert.All(rows[0].Skip(1), cell => Assert.Equal("○ Gir innspill", cell));
        Assert.All(rows[5].Skip(1), cell => Assert.Equal("● Bestemmer", cell));
        Assert.Empty(figure14.Document.QuerySelectorAll("main ul.plain"));
        Assert.Contains("Noen bestemmer på alle områdene", figure14.Text("main .stack > p .status"));
        Assert.Equal("● Bestemmer", figure14.Table("Beslutningsstruktur i kommunene")[4][5]);
        Assert.Equal(3, (await app.OpenAsync("/beslutningsrett")).Table("Skjemaer for beslutningsrett").Count);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await app.OpenAsync("/beslutningsrett/finnes-ikke")).Response.StatusCode);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_disagreement_has_a_day_when_it_goes_up(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var owner = await app.SignInAsync("bufdir");
        await owner.AddAsync("disagreement", ("text_nb", "Hvem betaler drift"), ("parties_nb", "Bufdir og KS"), ("state", "open"), ("starts", "2026-02-01"));
        Assert.Contains("Ingen frist", (await app.OpenAsync(Page)).Table("Uenighetene og hvor de står")[0][4]);

        await owner.AddAsync("co-operation-rule", ("kind", "escalation"), ("text_nb", "Samstyringsorganet"), ("days", "14"));

        var page = await app.OpenAsync(Page);
        Assert.Equal(("Åpen", "1. februar 2026", "Skulle vært løftet 15. februar 2026"), (page.Table("Uenighetene og hvor de står")[0][2], page.Table("Uenighetene og hvor de står")[0][3], page.Table("Uenighetene og hvor de står")[0][4]));
        Assert.StartsWith("Eskalering ved uenighet: Samstyringsorganet (etter 14 dager)", page.Text("section[aria-labelledby=regler] li"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Agreements_of_all_initiatives_are_one_list(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var list = await app.JsonAsync("/api/v1/agreements?initiative=digibarnevern&sort=-ends");

        Assert.Equal(3, list.GetProperty("total").GetInt32());
        var first = list.GetProperty("items")[0];
        Assert.Equal(("digibarnevern", "co_operation", "2022-12-31", "2022-12-31"), (first.GetProperty("initiative").GetString(), first.GetProperty("kind").GetString(), first.GetProperty("ends").GetString(), first.GetProperty("moneyEnds").GetString()));
        Assert.Equal(["roll_out"], first.GetProperty("lacks").EnumerateArray().Select(part => part.GetString()));
        Assert.Equal(["bufdir", "ks", "digibarnevern-kommunene"], first.GetProperty("parties").EnumerateArray().Select(party => party.GetProperty("organisation").GetString()));
        Assert.Equal(3, (await app.OpenAsync("/avtaler")).Table("Avtaler").Count);
    }
}
