namespace Samstyring.Browser.Tests;

/// <summary>The pages of the product, one of each kind. A page that is missing here fails a test of its own.</summary>
internal static class Pages
{
    /// <summary>The pages that the pictures in <c>docs/screenshots</c> show, by the name of the picture.</summary>
    public static readonly IReadOnlyList<(string Name, string Path)> Main =
    [
        ("forsiden", "/"), ("livshendelse", "/livshendelser/alvorlig-sykt-barn"), ("organisasjoner", "/organisasjoner"), ("kommuner", "/kommuner"), ("kommune", "/kommuner/4207"), ("losning", "/losninger/eksempel-timebestilling"), ("prognose", "/losninger/eksempel-timebestilling/prognose?price=-30&law=2028"), ("nettverk", "/nettverk/digi-agder"),
    ];

    public static readonly IReadOnlyList<string> All =
    [
        "/", "/livshendelser", "/livshendelser/alvorlig-sykt-barn", "/livshendelser/dodsfall-og-arv", "/organisasjoner", "/organisasjoner/digdir", "/organisasjoner/ovrige-kommuner", "/organisasjoner/42",
        "/kommuner", "/kommuner?vis=sentralitet&county=18", "/kommuner/4207", "/kommuner/4207/fakta", "/kommuner/4207/kalender", "/kommuner/4227", "/veikart", "/veikart?state=being_adopted", "/kommuner/1580", "/kommuner/1507", "/nettverk", "/nettverk/digi-agder", "/nettverk/digi-vestland", "/nettverk/temaer", "/forum",
        "/nettverk/digi-agder/losninger", "/nettverk/digi-agder/samarbeid", "/nettverk/digi-agder/kontingent",
        "/losninger", "/losninger/eksempel-timebestilling", "/losninger/portal-for-bekymringsmelding", "/losninger/eksempel-timebestilling/kommuner", "/losninger/eksempel-timebestilling/kommuner/4207", "/losninger/eksempel-timebestilling/pris", "/losninger/eksempel-timebestilling/prognose?price=20", "/losninger/digisos/prognose",
        "/losninger/eksempel-timebestilling/prognose/spor-forst/00000000-0000-0000-0000-000000000000",
        "/losninger/eksempel-timebestilling/leverandorer", "/losninger/eksempel-timebestilling/bolger", "/losninger/eksempel-timebestilling/hindringer", "/losninger/eksempel-timebestilling/anskaffelser", "/losninger/eksempel-timebestilling/klar/4207",
        "/anbefalte-tiltak", "/anbefalte-tiltak/1", "/radsprosjekter", "/radsprosjekter/1", "/kilder", "/kilder/003", "/kilder/uenigheter", "/kilder/uenigheter/D-01", "/ordliste", "/ordliste/LifeEvent",
        "/tiltak", "/tiltak/digibarnevern", "/tiltak/digibarnevern/porter/bp3", "/tiltak/digibarnevern/porter/bp4", "/tiltak/digibarnevern/porter/bp4/svar/G-GJE-01a", "/tiltak/digibarnevern/porter/bp4/beslutninger/1",
        "/tiltak/digibarnevern/metode", "/tiltak/digibarnevern/avhengigheter", "/tiltak/digibarnevern/aktorer", "/tiltak/digibarnevern/team", "/tiltak/digibarnevern/kanaler", "/tiltak/digibarnevern/publisert-kart", "/tiltak/digibarnevern/styring", "/tiltak/digibarnevern/virkemidler", "/tiltak/digibarnevern/tjenestevolum", "/beslutningsrett", "/beslutningsrett/figure-13", "/avtaler", "/avvik", "/avvik/rapport",
        "/historikk/organisation/4207", "/endre/municipality/4207", "/endre/membership/ny", "/forslag", "/forslag/00000000-0000-8000-8000-000000000000", "/skjerme/membership/digi-agder~4207",
        "/logg-inn", "/logg-inn/kode", "/logg-inn/adgangsnokkel", "/logg-inn/ekstern", "/min-side/adgangsnokler", "/min-side/innlogginger", "/logg-ut", "/min-side", "/min-side/navn", "/min-side/passord", "/min-side/to-trinn", "/min-side/tokener",
        "/personer", "/personer/00000000-0000-0000-0000-000000000001/rolle", "/personer/00000000-0000-0000-0000-000000000001/avslutt", "/personer/00000000-0000-0000-0000-000000000001/slett",
        "/invitasjon/finnes-ikke", "/personer/inviter", "/personer/maskiner", "/personer/alle", "/pa-vegne-av", "/import", "/import/prosjekter", "/administrasjon", "/administrasjon/spor", "/administrasjon/lesninger", "/spor", "/sok", "/sok?q=flekkefjord", "/sok?q=xyzzyq", "/om", "/tilgjengelighet", "/design", "/api", "/finnes-ikke", "/organisasjoner?kind=feil", "/organisasjoner?q=xyzzyq",
    ];

    /// <summary>Of these, the ones that a visitor is asked to sign in for.</summary>
    public static readonly IReadOnlyList<string> Closed =
    [
        "/logg-ut", "/pa-vegne-av", "/min-side", "/min-side/navn", "/min-side/passord", "/min-side/to-trinn", "/min-side/tokener", "/min-side/adgangsnokler", "/min-side/innlogginger", "/personer", "/personer/inviter", "/personer/maskiner", "/personer/alle",
        "/administrasjon", "/administrasjon/spor", "/administrasjon/lesninger", "/spor", "/forslag", "/endre/municipality/4207", "/endre/membership/ny", "/import", "/import/prosjekter", "/kommuner/4207/kalender",
        "/losninger/eksempel-timebestilling/hindringer", "/losninger/eksempel-timebestilling/anskaffelser", "/losninger/eksempel-timebestilling/klar/4207",
    ];
}
