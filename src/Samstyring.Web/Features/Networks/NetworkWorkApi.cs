using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Networks;

/// <summary>The yearly fee of a network, as it is and as it would be. Amounts are kroner as decimal strings; null is unknown.</summary>
/// <param name="Rates">The rates that are recorded for the year.</param>
/// <param name="Asked">Those that are reckoned with in <c>then</c>.</param>
/// <param name="TotalThen">What the network would get, as far as it is known.</param>
public sealed record NetworkFees(string Network, int Year, NetworkRates Rates, NetworkRates Asked, IReadOnlyList<NetworkFeeItem> Municipalities, IReadOnlyList<NetworkFeeItem> Counties, string? TotalNow, string? TotalThen, string Currency);

/// <summary>Kroner a year: for each municipality, for each of its inhabitants, and the same for each county.</summary>
public sealed record NetworkRates(string? Base, string? PerInhabitant, string? CountyBase, string? CountyPerInhabitant);

/// <summary>What one municipality or county pays.</summary>
/// <param name="Key">Its number.</param>
/// <param name="PopulationThen">Null for a member that leaves.</param>
public sealed record NetworkFeeItem(string Key, LocalizedText Name, int Population, string? Now, int? PopulationThen, string? Then, string? Change);

/// <summary>A solution that most members have decided on, with those that have not.</summary>
/// <param name="Decided">Members that have decided, or are further, of those in <paramref name="Eligible"/>.</param>
public sealed record LaggingItem(string Solution, LocalizedText Name, bool IsExample, int Decided, int Eligible, IReadOnlyList<LaggingMember> Members);

/// <summary>A member that has decided nothing.</summary>
/// <param name="Step">What counts; null where nobody has said anything.</param>
/// <param name="Obstacles">What it says stands in its way now; null for a caller who acts for no public body.</param>
public sealed record LaggingMember(string Municipality, LocalizedText Name, AdoptionStep? Step, IReadOnlyList<ObstacleCode>? Obstacles);

internal static class NetworkWorkApi
{
    private const string Tag = "Networks";

    public static void MapNetworkWork(this IEndpointRouteBuilder api)
    {
        api.MapListOf("/networks/{key}/adoption", "ListNetworkAdoption", Tag, new NetworkAdoptionList(default, ""), async (db, key, ct) => await NetworkAsync(db, key, ct) is { } network ? new NetworkAdoptionList(network, key) : null);
        api.MapGet("/networks/{key}/lagging", LaggingAsync).WithName("ListNetworkLagging").WithTags(Tag).ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/networks/{key}/fees", FeesAsync).WithName("GetNetworkFees").WithTags(Tag).ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<OrganisationId?> NetworkAsync(SamstyringDb db, string key, CancellationToken ct) =>
        await db.Networks.Join(db.Organisations, n => n.Id, o => o.Id, (n, o) => new { n.Id, o.Key }).Where(n => n.Key == key).Select(n => (OrganisationId?)n.Id).SingleOrDefaultAsync(ct);

    /// <summary>Who lags on what, over all solutions of the network: those that most lag on first.</summary>
    private static async Task<Results<Ok<Envelope<LaggingItem>>, ProblemHttpResult>> LaggingAsync(string key, string? county, string? page, string? pageSize, HttpContext http, SamstyringDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await NetworkAsync(db, key, ct) is not { } network)
        {
            return ListApi.NotFound();
        }

        var members = await NetworkAdoption.MembersAsync(db, network, key, ct);
        List<BadValue> bad = [];
        var (number, size) = (Whole("page", page, 1_000_000, bad) ?? 1, Whole("pageSize", pageSize, ListQuery.MaxPageSize, bad) ?? ListQuery.DefaultPageSize);
        string[] counties = [.. members.Select(m => m.County).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (county is not null && !counties.Contains(county, StringComparer.Ordinal))
        {
            bad.Add(new("county", county, string.Join(", ", counties)));
        }

        if (Unknown(http, ["county", "page", "pageSize"], bad))
        {
            return ListApi.BadQuery(bad);
        }

        NetworkScope scope = new(members, county, []);
        var rows = await NetworkLagging.PageAsync(db, scope, (number - 1) * size, size, ct);
        var solutions = await NetworkAdoption.SolutionsAsync(db, [.. rows.Select(r => r.Key)], ct);
        var matrix = await NetworkAdoption.StepsAsync(db, scope, solutions, ct);
        var isPublicSector = SignedIn.StandingOf(http).IsPublicSector;
        var reports = isPublicSector ? await NetworkAdoption.ReportsAsync(db, scope, solutions, ct) : [];
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var shown = scope.Shown.Select(m => m.Id).ToHashSet();
        var items = solutions.Zip(rows, (solution, row) => new LaggingItem(
            solution.Key, solution.Name, solution.IsExample, row.Decided, row.Eligible,
            [.. LaggingRules.Of(solution, matrix.Of(solution), reports, today).Where(l => shown.Contains(l.Member.Id)).Select(l => new LaggingMember(l.Member.Number, l.Member.Name, l.Member.Step, isPublicSector ? [.. l.Obstacles.Select(o => o.Obstacle).Distinct()] : null))]));
        return TypedResults.Ok(new Envelope<LaggingItem>([.. items], (await NetworkLagging.SummaryAsync(db, scope, ct)).Solutions, number, size));
    }

    /// <summary>What members and counties pay in the year, and what they would pay with other rates (kroner), without some members (numbers with commas between), with other numbers of inhabitants (percent) or for the same total (<c>true</c>).</summary>
    private static async Task<Results<Ok<NetworkFees>, ProblemHttpResult>> FeesAsync(
        string key, string? @base, string? perInhabitant, string? countyBase, string? countyPerInhabitant, string? without, string? growth, string? keepTotal, HttpContext http, SamstyringDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await WorkReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return ListApi.NotFound();
        }

        var year = clock.GetUtcNow().Year;
        var rates = FeeRates.Of(facts.Of<NetworkFee>(), year);
        Dictionary<string, string?> asked = new(StringComparer.Ordinal)
        {
            [FeeParameters.OfApi.Base] = @base,
            [FeeParameters.OfApi.PerInhabitant] = perInhabitant,
            [FeeParameters.OfApi.CountyBase] = countyBase,
            [FeeParameters.OfApi.CountyPerInhabitant] = countyPerInhabitant,
            [FeeParameters.OfApi.Without] = without,
            [FeeParameters.OfApi.Growth] = growth,
            [FeeParameters.OfApi.KeepTotal] = keepTotal,
        };
        var (trial, wrong) = FeeAsked.Read(name => asked[name], FeeParameters.OfApi, rates, facts.Members);
        List<BadValue> bad = [.. wrong];
        if (Unknown(http, FeeParameters.OfApi.All, bad))
        {
            return ListApi.BadQuery(bad);
        }

        var table = facts.Fees(rates, trial);
        var (names, counties) = (facts.Members.ToDictionary(m => m.Number, m => m.Name, StringComparer.Ordinal), facts.Members.DistinctBy(m => m.County, StringComparer.Ordinal).ToDictionary(m => m.County, m => m.CountyName, StringComparer.Ordinal));
        return TypedResults.Ok(new NetworkFees(
            key, year, Of(rates), Of(trial.Rates), [.. table.Members.Select(line => Item(line, names[line.Key]))], [.. table.Counties.Select(line => Item(line, counties[line.Key]))], Kroner(table.TotalNow), Kroner(table.TotalThen), "NOK"));
    }

    private static NetworkRates Of(FeeRates rates) => new(Text(rates.Base), Text(rates.PerInhabitant), Text(rates.CountyBase), Text(rates.CountyPerInhabitant));

    private static NetworkFeeItem Item(FeeLine line, LocalizedText name) => new(line.Key, name, line.Population, Kroner(line.Now), line.PopulationThen, Kroner(line.Then), Kroner(line.Change));

    private static string? Text(decimal? rate) => rate?.ToString("0.00####", CultureInfo.InvariantCulture);

    private static string? Kroner(long? øre) => (øre / 100m)?.ToString("0.00", CultureInfo.InvariantCulture);

    private static int? Whole(string name, string? text, int most, List<BadValue> bad)
    {
        if (text is null || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most))
        {
            return text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);
        }

        bad.Add(new(name, text, string.Create(CultureInfo.InvariantCulture, $"1–{most}")));
        return null;
    }

    /// <summary>Whether anything is wrong; a parameter that there is not, is.</summary>
    private static bool Unknown(HttpContext http, IReadOnlyList<string> known, List<BadValue> bad)
    {
        bad.AddRange(http.Request.Query.Keys.Except([.. known, UiLanguage.Parameter], StringComparer.Ordinal).Select(name => new BadValue(name, name, string.Join(", ", known))));
        return bad is not [];
    }
}
