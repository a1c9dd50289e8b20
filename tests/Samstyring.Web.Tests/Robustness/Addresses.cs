using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Samstyring.Data.Records;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Features.Trace;

namespace Samstyring.Web.Tests.Robustness;

/// <summary>Addresses of everything that can be read: each route of the application, with the keys of things that restricted records belong to.</summary>
internal static class Addresses
{
    /// <summary>Answers that nobody's data stands in: files, health, the API's own description.</summary>
    private static readonly string[] Technical = ["/health/", "/openapi/"];

    private static readonly string[] Formats = ["csv", "xlsx", "json"];

    private const string Initiative = RestrictedRecords.Initiative;

    /// <summary>The initiative that is restricted.</summary>
    private const string Hidden = "skjult-initiative";

    /// <summary>Things that the restricted records belong to, by route.</summary>
    private static readonly Dictionary<string, string[]> Things = new(StringComparer.Ordinal)
    {
        ["/livshendelser/{slug}"] = ["fa-barn", "starte-og-drive-en-bedrift"],
        ["/kommuner/{number}/fakta"] = ["4207", "0301"],
        ["/kommuner/{number}/kalender"] = ["4207"],
        ["/api/v1/municipalities/{number}/agenda"] = ["4207", "0301"],
        ["/api/v1/municipalities/{number}/agenda.ics"] = ["4207", "0301"],
        ["/organisasjoner/{key}"] = ["digdir", "nav", "ks", "statped", "kommit-radet", "42"],
        ["/nettverk/{key}"] = ["digi-agder", "digi-rogaland"],
        ["/api/v1/life-events/{key}"] = ["having-a-child", "starting-and-running-a-business"],
        ["/api/v1/life-events/{key}/actors"] = ["having-a-child"],
        ["/api/v1/life-events/{key}/activities"] = ["having-a-child", "starting-and-running-a-business"],
        ["/api/v1/networks/{key}"] = ["digi-agder", "digi-rogaland"],
        ["/api/v1/themes/{key}"] = ["10"],
        ["/api/v1/forums/{key}"] = ["kommit-radet"],
        ["/api/v1/organisations/{key}"] = ["statped", "kommit-radet", "nav", "digi-agder"],
        ["/api/v1/organisations/{key}/audit-entries"] = ["4207", "digi-agder", "nav", "ks", "digdir"],
        ["/api/v1/municipalities/{number}"] = ["4207", "0301"],
        ["/nettverk/{key}/losninger"] = ["digi-agder"],
        ["/api/v1/networks/{key}/adoption"] = ["digi-agder"],
        ["/api/v1/networks/{key}/lagging"] = ["digi-agder"],
        ["/api/v1/networks/{key}/fees"] = ["digi-agder"],
        ["/nettverk/{key}/samarbeid"] = ["digi-agder"],
        ["/nettverk/{key}/kontingent"] = ["digi-agder"],
        ["/losninger/{key}/leverandorer"] = ["eksempel-timebestilling", "skjult-solution", "felles-kalender"],
        ["/losninger/{key}/bolger"] = ["eksempel-timebestilling", "skjult-solution", "felles-kalender"],
        ["/losninger/{key}/hindringer"] = ["eksempel-timebestilling", "skjult-solution"],
        ["/losninger/{key}/anskaffelser"] = ["eksempel-timebestilling", "skjult-solution"],
        ["/api/v1/solutions/{key}/products"] = ["eksempel-timebestilling", "skjult-solution"],
        ["/api/v1/solutions/{key}/waves"] = ["eksempel-timebestilling", "skjult-solution"],
        ["/api/v1/solutions/{key}/obstacles"] = ["eksempel-timebestilling", "skjult-solution"],
        ["/api/v1/solutions/{key}/procurements"] = ["eksempel-timebestilling", "skjult-solution"],
        ["/tiltak/{key}"] = [Initiative, "digibarnevern", Hidden],
        ["/tiltak/{key}/metode"] = [Initiative, Hidden],
        ["/tiltak/{key}/avhengigheter"] = [Initiative, Hidden, "digibarnevern"],
        ["/tiltak/{key}/team"] = [Initiative, Hidden],
        ["/tiltak/{key}/kanaler"] = [Initiative, Hidden],
        ["/tiltak/{key}/publisert-kart"] = [Initiative, Hidden],
        ["/tiltak/{key}/tjenestevolum"] = [Initiative, Hidden],
        ["/api/v1/initiatives/{key}/channels"] = [Initiative, Hidden],
        ["/api/v1/initiatives/{key}/channel-reach"] = [Initiative, Hidden],
        ["/api/v1/initiatives/{key}/volumes"] = [Initiative, Hidden],
        ["/tiltak/{key}/aktorer"] = [Initiative, Hidden],
        ["/tiltak/{key}/styring"] = [Initiative, Hidden],
        ["/tiltak/{key}/virkemidler"] = [Initiative, Hidden],
        ["/losninger/{key}"] = [RestrictedRecords.Solution, "skjult-solution"],
        ["/losninger/{key}/kommuner"] = [RestrictedRecords.Solution, "skjult-solution"],
        ["/losninger/{key}/pris"] = [RestrictedRecords.Solution, "skjult-solution"],
        ["/losninger/{key}/prognose"] = [RestrictedRecords.Solution],
        ["/api/v1/solutions/{key}"] = [RestrictedRecords.Solution, "skjult-solution"],
        ["/api/v1/solutions/{key}/adoption"] = [RestrictedRecords.Solution, "skjult-solution"],
        ["/api/v1/solutions/{key}/price"] = [RestrictedRecords.Solution + "?municipality=4207"],
        ["/api/v1/solutions/{key}/forecast"] = [RestrictedRecords.Solution],
        ["/beslutningsrett/{key}"] = ["skjult-decision-matrix", "figure-13"],
        ["/api/v1/initiatives/{key}"] = [Initiative, Hidden],
        ["/api/v1/initiatives/{key}/gates"] = [Initiative, Hidden],
        ["/api/v1/initiatives/{key}/actors"] = [Initiative, Hidden],
        ["/api/v1/initiatives/{key}/instruments"] = [Initiative, Hidden],
    };

    /// <summary>Things whose history the restricted records belong to.</summary>
    private static readonly (string Type, string Key)[] Histories =
    [
        ("organisation", "4207"), ("organisation", "0301"), ("organisation", "digi-agder"), ("organisation", "digi-rogaland"), ("organisation", "kommit-radet"), ("organisation", "statped"), ("life-event", "having-a-child"),
        ("theme", "10"), ("activity", "e-guider"), ("municipality", "4207"), ("initiative", Initiative), ("initiative", Hidden), ("solution", RestrictedRecords.Solution),
    ];

    public static async Task<IReadOnlyList<string>> AllAsync(IReadOnlyList<RestrictedRecord> restricted)
    {
        SortedSet<string> all = new(StringComparer.Ordinal) { "/kommuner?vis=nettverk", "/kommuner?network=digi-agder", "/api/v1/municipalities?network=digi-agder", "/api/v1/municipalities?network=none" };
        foreach (var endpoint in (await Routes.AllAsync()).Where(IsRead))
        {
            var path = Routes.Path(endpoint.RoutePattern);
            foreach (var address in await FilledAsync(endpoint, path, restricted))
            {
                all.UnionWith(Variants(endpoint, address));
            }
        }

        return [.. all];
    }

    private static bool IsRead(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is not false && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        && !endpoint.RoutePattern.Parameters.Any(p => p.IsCatchAll) && !Technical.Any(Routes.Path(endpoint.RoutePattern).StartsWith);

    private static async Task<IReadOnlyList<string>> FilledAsync(RouteEndpoint endpoint, string path, IReadOnlyList<RestrictedRecord> restricted)
    {
        if (endpoint.RoutePattern.Parameters is [])
        {
            return path switch
            {
                "/sok" or "/api/v1/search" => [.. restricted.Select(r => $"{path}?q={r.Recipe.Marker}"), path + "?q=zaphod", path + "?q=e-guider"],
                "/api/v1/history" => [.. Records(restricted).Concat(Histories).Select(r => $"{path}?type={r.Type}&key={r.Key}")],
                _ => [path],
            };
        }

        if (Things.TryGetValue(path, out var keys))
        {
            return [.. keys.Select(key => path.Replace("{" + endpoint.RoutePattern.Parameters[0].Name + "}", key, StringComparison.Ordinal))];
        }

        return path switch
        {
            "/historikk/{type}/{key}" => [.. Records(restricted).Concat(Histories).Select(r => $"/historikk/{r.Type}/{r.Key}")],
            "/endre/{type}/ny" => [.. RecordTypes.All.Where(type => type.CanBeAdded).Select(type => $"/endre/{type.Name}/ny")],
            "/api/v1/records/{type}/{record}" or "/endre/{type}/{key}" or "/skjerme/{type}/{key}" => [.. Records(restricted).Concat(Histories).Select(r => path[..path.IndexOf('{', StringComparison.Ordinal)] + $"{r.Type}/{r.Key}")],
            "/tiltak/{key}/porter/{gate}" or "/api/v1/initiatives/{key}/gates/{gate}/checks" => [.. Gates(path, Initiative, "bp1", "bp2"), .. Gates(path, Hidden, "bp1")],
            "/tiltak/{key}/porter/{gate}/svar/{item}" => [.. Gates(path.Replace("{item}", "G-KON-01a", StringComparison.Ordinal), Initiative, "bp2")],
            "/tiltak/{key}/porter/{gate}/beslutninger/{number:int:min(1)}/{form:regex(^pdf$)?}" => [.. Gates("/tiltak/{key}/porter/{gate}/beslutninger/1", Hidden, "bp1")],
            "/forslag/{id:guid}" or "/api/v1/proposals/{id}" => [.. restricted.Where(r => r.Proposal is not null).Select(r => path[..path.IndexOf('{', StringComparison.Ordinal)] + r.Proposal)],
            "/losninger/{key}/kommuner/{number}" => [$"/losninger/{RestrictedRecords.Solution}/kommuner/4207", "/losninger/skjult-solution/kommuner/4207"],
            "/kommuner/{number}/{form:regex(^pdf$)?}" => ["/kommuner/4207", "/kommuner/0301"],
            "/losninger/{key}/prognose/spor-forst/{job:guid}" => [$"/losninger/{RestrictedRecords.Solution}/prognose/spor-forst/01890a5d-ac96-774b-bcce-b302099a8057"],
            "/losninger/{key}/klar/{number}" => ["/losninger/eksempel-timebestilling/klar/4207", "/losninger/skjult-solution/klar/4207"],
            "/invitasjon/{token}" => ["/invitasjon/finnes-ikke"],
            "/feil/{status:int}" => ["/feil/404"],
            _ when path.StartsWith("/personer/{id:guid}/", StringComparison.Ordinal) => [path.Replace("{id:guid}", "01890a5d-ac96-774b-bcce-b302099a8057", StringComparison.Ordinal)],
            _ when endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null => await SamplesAsync(path),
            _ => [await Api.WithKeyAsync(path.Replace("{number}", "{key}", StringComparison.Ordinal))],
        };
    }

    private static async Task<IReadOnlyList<string>> SamplesAsync(string path)
    {
        var samples = (await Routes.PagesOfThingsAsync()).FirstOrDefault(page => page.Route == path).Samples;
        Assert.True(samples is [_, ..], $"No address is known for {path}: say one in {nameof(Addresses)}.");
        return [samples[0]];
    }

    private static IEnumerable<string> Gates(string path, string initiative, params string[] gates) => gates.Select(gate => path.Replace("{key}", initiative, StringComparison.Ordinal).Replace("{gate}", gate, StringComparison.Ordinal));

    private static IEnumerable<(string Type, string Key)> Records(IEnumerable<RestrictedRecord> restricted) => restricted.Select(r => (r.Recipe.Type, r.Key));

    /// <summary>A list is also files, and what a search in it finds.</summary>
    private static IEnumerable<string> Variants(RouteEndpoint endpoint, string address)
    {
        if (endpoint.Metadata.GetMetadata<ListParameters>() is not null)
        {
            return [address, address + "?q=zaphod", .. Formats.Select(format => $"{address}?format={format}")];
        }

        return endpoint.Metadata.GetMetadata<FromTheEnd>() is null ? [address] : [address, address + "?format=csv"];
    }
}
