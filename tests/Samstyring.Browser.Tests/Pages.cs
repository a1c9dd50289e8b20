namespace Samstyring.Browser.Tests;

/// <summary>The pages of the product, one of each kind. A page that is missing here fails a test of its own.</summary>
internal static class Pages
{
    /// <summary>The pages that the pictures in <c>docs/screenshots</c> show, by the name of the picture.</summary>
    public static readonly IReadOnlyList<(string Name, string Path)> Main =
    [
        ("forsiden", "/"), ("livshendelse", "/livshendelser/alvorlig-sykt-barn"), ("organisasjoner", "/organisasjoner"), ("kommuner", "/kommuner"), ("kommune", "/kommuner/4207"), ("nettverk", "/nettverk/digi-agder"),
    ];

    public static readonly IReadOnlyList<string> All =
    [
        "/", "/livshendelser", "/livshendelser/alvorlig-sykt-barn", "/livshendelser/dodsfall-og-arv", "/organisasjoner", "/organisasjoner/digdir", "/organisasjoner/ovrige-kommuner", "/organisasjoner/42",
        "/kommuner", "/kommuner?vis=sentralitet&county=18", "/kommuner/4207", "/kommuner/1580", "/kommuner/1507", "/nettverk", "/nettverk/digi-agder", "/nettverk/digi-vestland", "/nettverk/temaer", "/forum",
        "/anbefalte-tiltak", "/anbefalte-tiltak/1", "/radsprosjekter", "/radsprosjekter/1", "/kilder", "/kilder/003", "/kilder/uenigheter", "/kilder/uenigheter/D-01", "/ordliste", "/ordliste/LifeEvent",
        "/logg-inn", "/logg-ut", "/pa-vegne-av", "/import", "/sok", "/sok?q=flekkefjord", "/sok?q=xyzzyq", "/om", "/tilgjengelighet", "/design", "/api", "/finnes-ikke", "/organisasjoner?kind=feil", "/organisasjoner?q=xyzzyq",
    ];
}
