using System.Globalization;
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

/// <summary>Which members lag on what, why, and what has taking part given each?</summary>
public sealed class SolutionsModel(SamstyringDb db, TimeProvider clock, Ui ui) : PageModel
{
    /// <summary>Solutions beside each other, so that the page stays below 200 kB.</summary>
    public const int Columns = 6;

    private WorkFacts _facts = null!;

    public string Key => _facts.Key;

    public LocalizedText Name => _facts.Name;

    public IReadOnlyList<MemberOfNetwork> Members => _facts.Members;

    public NetworkMatrix Matrix { get; private set; } = null!;

    /// <summary>By solution of the page: its members in their order; those that it is not for are left out.</summary>
    public IReadOnlyList<(Solution Solution, IReadOnlyDictionary<OrganisationId, Adopter> Of)> Shown { get; private set; } = [];

    public IReadOnlyList<Laggard> Laggards { get; private set; } = [];

    public IReadOnlyList<MemberGain> Gains { get; private set; } = [];

    /// <summary>Solutions that came through the network.</summary>
    public int Through { get; private set; }

    public IEnumerable<ThemeLead> Leads => _facts.Of<ThemeLead>();

    public bool IsPublicSector { get; private set; }

    /// <summary>The page of solutions, from 1.</summary>
    public int SolutionPage { get; private set; } = 1;

    public int Pages => Math.Max(1, (Matrix.Total + Columns - 1) / Columns);

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await WorkReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return NotFound();
        }

        _facts = facts;
        IsPublicSector = SignedIn.StandingOf(HttpContext).IsPublicSector;
        SolutionPage = int.TryParse(ListQuery.Value(Request.Query, "side"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, 100_000) : 1;
        Matrix = await NetworkAdoption.ReadAsync(db, Members, (SolutionPage - 1) * Columns, Columns, ct);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var all = Matrix.Solutions.Select(s => (Solution: s, Members: Matrix.Of(s))).ToList();
        Shown = [.. all.Select(s => (s.Solution, (IReadOnlyDictionary<OrganisationId, Adopter>)s.Members.Where(m => s.Solution.IsFor(m.County, m.Population)).ToDictionary(m => m.Id)))];
        Laggards = [.. all.SelectMany(s => LaggingRules.Of(s.Solution, s.Members, Matrix.Reports, today))];
        (Through, var inUse) = await NetworkAdoption.ThroughAsync(db, facts.Id, Members, ct);
        var helps = facts.Of<MemberHelp>().ToLookup(h => h.Organisation);
        Gains = [.. Members.Select(m => new MemberGain(m, inUse.GetValueOrDefault(m.Id), helps[m.Id].Any(h => h.Count is not null) ? helps[m.Id].Sum(h => h.Count ?? 0) : null, [.. helps[m.Id]]))];
        return Page();
    }

    public string Lead() => Members is [] ? ui["network.members-none"]
        : Laggards is [] ? ui["network-solutions.lead-none", ui.Number(Members.Count), ui.Number(Matrix.Total)]
        : ui["network-solutions.lead", ui.Number(Members.Count), ui.Number(Matrix.Total), ui.Number(Laggards.Select(l => l.Member.Id).Distinct().Count())];

    /// <summary>Decided or further, of the members that the solution is for, with those of which nobody has said anything.</summary>
    public string Decided(IReadOnlyDictionary<OrganisationId, Adopter> of) => ui["network-solutions.decided", ui.Number(of.Values.Count(m => m.HasDecided)), ui.Number(of.Count), ui.Number(of.Values.Count(m => m.Step is null))];

    public string Address(int page) => $"/nettverk/{Key}/losninger" + (page > 1 ? string.Create(CultureInfo.InvariantCulture, $"?side={page}") : "") + "#medlemmer";
}
