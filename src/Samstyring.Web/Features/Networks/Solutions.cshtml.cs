using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Networks;

/// <summary>What taking part has given one member, as far as it is recorded .</summary>
/// <param name="InUse">Solutions in use that came through the network.</param>
/// <param name="Hours">Of the network's work; null where none are recorded.</param>
/// <param name="Helps">What the network has done for it, each once.</param>
public sealed record MemberGain(MemberOfNetwork Member, int InUse, int? Hours, IReadOnlyList<MemberHelp> Helps);

/// <summary>One solution of the matrix.</summary>
/// <param name="All">The members that it is for: what has been decided is counted over all.</param>
/// <param name="Of">The same by member.</param>
public sealed record SolutionColumn(Solution Solution, IReadOnlyList<MemberStep> All, IReadOnlyDictionary<OrganisationId, MemberStep> Of);

/// <summary>A solution that members lag on, with those of the members that are shown.</summary>
public sealed record LaggingRow(Solution Solution, int Decided, int Eligible, IReadOnlyList<Laggard> Members);

/// <summary>Which members lag on what, why, and what has taking part given each?</summary>
public sealed class SolutionsModel(SamstyringDb db, Tally tally, TimeProvider clock, Ui ui) : PageModel
{
    /// <summary>Solutions beside each other, so that the page stays below 200 kB.</summary>
    public const int Columns = 6;

    /// <summary>Solutions that members lag on, below each other.</summary>
    public const int LaggingRows = 8;

    /// <summary>Members that a row names before it counts the rest.</summary>
    public const int MostNames = 30;

    private WorkFacts _facts = null!;

    public string Key => _facts.Key;

    public LocalizedText Name => _facts.Name;

    public NetworkScope Scope { get; private set; } = null!;

    public IReadOnlyList<MemberOfNetwork> Members => Scope.Shown;

    /// <summary>Solutions that are for one of the members at least, and have the name that is asked for.</summary>
    public int Total { get; private set; }

    public IReadOnlyList<SolutionColumn> Shown { get; private set; } = [];

    public LaggingSummary Summary { get; private set; } = null!;

    public IReadOnlyList<LaggingRow> Lagging { get; private set; } = [];

    /// <summary>Members that something is recorded of.</summary>
    public IReadOnlyList<MemberGain> Gains { get; private set; } = [];

    /// <summary>Solutions that came through the network.</summary>
    public int Through { get; private set; }

    public IEnumerable<ThemeLead> Leads => _facts.Of<ThemeLead>();

    public bool IsPublicSector { get; private set; }

    /// <summary>The name that is asked for, as it was written.</summary>
    public string? Q { get; private set; }

    /// <summary>The page of solutions in the matrix, from 1.</summary>
    public int SolutionPage { get; private set; } = 1;

    public int Pages => Math.Max(1, (Total + Columns - 1) / Columns);

    /// <summary>The page of solutions that members lag on, from 1.</summary>
    public int LaggingPage { get; private set; } = 1;

    public int LaggingPages => Math.Max(1, (Summary.Solutions + LaggingRows - 1) / LaggingRows);

    /// <summary>The counties that the members are in, by name.</summary>
    public IReadOnlyList<(string Key, LocalizedText Name)> Counties => [.. _facts.Members.Select(m => (m.County, m.CountyName)).DistinctBy(c => c.County, StringComparer.Ordinal).OrderBy(c => NorwegianOrder.Key(c.CountyName.ToString()), StringComparer.Ordinal)];

    public bool IsFiltered => Scope.County is not null || Q is not null;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await WorkReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return NotFound();
        }

        _facts = facts;
        IsPublicSector = SignedIn.StandingOf(HttpContext).IsPublicSector;
        Q = ListQuery.Value(Request.Query, "q")?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, ListQuery.MaxTextLength)] : null;
        var county = Counties.Select(c => c.Key).FirstOrDefault(c => c == ListQuery.Value(Request.Query, "fylke"));
        Scope = new(facts.Members, county, Q is null ? [] : Folding.Words(Q));
        (Total, Through) = await NetworkAdoption.CountAsync(db, facts.Id, Scope, ct);
        SolutionPage = Math.Clamp(Asked("side"), 1, Pages);
        var columns = await RememberedAsync($"matrix {SolutionPage}", () => NetworkAdoption.KeysAsync(db, Scope, (SolutionPage - 1) * Columns, Columns, ct), ct);
        Summary = await RememberedAsync("lagging", () => NetworkLagging.SummaryAsync(db, Scope, ct), ct);
        LaggingPage = Math.Clamp(Asked("etter"), 1, LaggingPages);
        var lagging = await RememberedAsync($"lagging {LaggingPage}", () => NetworkLagging.PageAsync(db, Scope, (LaggingPage - 1) * LaggingRows, LaggingRows, ct), ct);
        await ShowAsync(columns, [.. lagging.Select(l => l.Key)], ct);
        var inUse = await NetworkAdoption.InUseThroughAsync(db, facts.Id, Members, ct);
        var helps = facts.Of<MemberHelp>().ToLookup(h => h.Organisation);
        Gains = [.. Members.Select(m => new MemberGain(m, inUse.GetValueOrDefault(m.Id), helps[m.Id].Any(h => h.Count is not null) ? helps[m.Id].Sum(h => h.Count ?? 0) : null, [.. helps[m.Id]])).Where(gain => gain.InUse > 0 || gain.Helps is not [])];
        return Page();
    }

    public string Lead() => _facts.Members is [] ? ui["network.members-none"]
        : Summary.Solutions == 0 ? ui["network-solutions.lead-none", ui.Number(Members.Count), ui.Number(Total)]
        : ui["network-solutions.lead", ui.Number(Members.Count), ui.Number(Total), ui.Number(Summary.ByMember.Count), ui.Count("network-solutions.lead-on", Summary.Solutions)];

    /// <summary>Decided or further, of the members that the solution is for, with those of which nobody has said anything.</summary>
    public string Decided(SolutionColumn column) => ui["network-solutions.decided", ui.Number(column.All.Count(m => m.HasDecided)), ui.Number(column.All.Count), ui.Number(column.All.Count(m => m.Step is null))];

    /// <summary>Members by how many solutions they lag on, most first; who lags on none is left out.</summary>
    public IEnumerable<(MemberOfNetwork Member, int Solutions)> ByMember => Members.Where(m => Summary.ByMember.ContainsKey(m.Number)).Select(m => (m, Summary.ByMember[m.Number])).OrderByDescending(row => row.Item2);

    /// <summary>Another page of one of the sections, with the filters and the other section as they are.</summary>
    public string Address(string section, int page, string anchor)
    {
        var query = new QueryBuilder(Request.Query.Where(p => p.Key != section));
        if (page > 1)
        {
            query.Add(section, page.ToString(CultureInfo.InvariantCulture));
        }

        return $"/nettverk/{Key}/losninger{query}#{anchor}";
    }

    private int Asked(string section) => int.TryParse(ListQuery.Value(Request.Query, section), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1;

    /// <summary>What is counted over all solutions is remembered for a minute, unless the reader wrote a name.</summary>
    private Task<T> RememberedAsync<T>(string what, Func<Task<T>> count, CancellationToken ct) => Q is null ? tally.GetAsync($"{what} {Key} {Scope.County}", count, ct) : count();

    private async Task ShowAsync(IReadOnlyList<string> columnKeys, IReadOnlyList<string> laggingKeys, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var byKey = (await NetworkAdoption.SolutionsAsync(db, [.. columnKeys.Union(laggingKeys, StringComparer.Ordinal)], ct)).ToDictionary(s => s.Key, StringComparer.Ordinal);
        List<Solution> columns = [.. columnKeys.Select(byKey.GetValueOrDefault).OfType<Solution>()], lagging = [.. laggingKeys.Select(byKey.GetValueOrDefault).OfType<Solution>()];
        var matrix = await NetworkAdoption.StepsAsync(db, Scope, columns.Concat(lagging), ct);
        var reports = IsPublicSector ? await NetworkAdoption.ReportsAsync(db, Scope, lagging, ct) : [];
        var here = Members.Select(m => m.Id).ToHashSet();
        Shown = [.. columns.Select(s => (Solution: s, All: matrix.Of(s).Where(m => s.IsFor(m.County, m.Population)).ToList())).Select(c => new SolutionColumn(c.Solution, c.All, c.All.ToDictionary(m => m.Id)))];
        Lagging =
        [
            .. lagging.Select(s => (Solution: s, Members: LaggingRules.Of(s, matrix.Of(s), reports, today).Where(l => here.Contains(l.Member.Id)).ToList())).Where(row => row.Members is not [])
                .Select(row => new LaggingRow(row.Solution, row.Members[0].Decided, row.Members[0].Eligible, row.Members)),
        ];
    }
}
