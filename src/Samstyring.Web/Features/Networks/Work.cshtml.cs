using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Networks;

/// <summary>A member and what it and the network expect of each other.</summary>
/// <param name="Last">The newest that they have agreed on; null where there is none.</param>
public sealed record MemberExpectation(MemberOfNetwork Member, Expectation? Last, ExpectationState State);

/// <summary>What does the network lead, which cases does it carry, what is agreed with whom, and who has too much to do?</summary>
public sealed class WorkModel(SamstyringDb db, TimeProvider clock, Ui ui) : PageModel
{
    private WorkFacts _facts = null!;

    private IReadOnlyDictionary<OrganisationId, BodyName> _bodies = new Dictionary<OrganisationId, BodyName>();

    private IReadOnlyDictionary<int, LocalizedText> _themes = new Dictionary<int, LocalizedText>();

    public string Key => _facts.Key;

    public LocalizedText Name => _facts.Name;

    public IEnumerable<ThemeLead> Leads => _facts.Of<ThemeLead>();

    public IReadOnlyList<CaseWay> Cases { get; private set; } = [];

    public IReadOnlyList<MemberExpectation> Expectations { get; private set; } = [];

    /// <summary>Members that something is agreed with, those to be looked at again first.</summary>
    public IEnumerable<MemberExpectation> Agreed => Expectations.Where(e => e.Last is not null).OrderBy(e => e.State);

    public IEnumerable<MemberOfNetwork> Unclear => Expectations.Where(e => e.Last is null).Select(e => e.Member);

    public RoleLimit? Limit => _facts.Of<RoleLimit>().FirstOrDefault();

    public int MostRoles => Limit?.Count ?? RoleLimit.Default;

    /// <summary>Whether the viewer acts for the network: nobody else sees the names of those who have roles.</summary>
    public bool IsOfNetwork { get; private set; }

    public IReadOnlyList<RolesOfPerson> People { get; private set; } = [];

    public IReadOnlyList<SeatsOfBody> Seats { get; private set; } = [];

    public IReadOnlyList<Overlap> Overlaps { get; private set; } = [];

    /// <summary>Co-operations whose members no source names: whether they overlap is unknown.</summary>
    public int UnknownCoOperations { get; private set; }

    public int Members => _facts.Members.Count;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await WorkReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return NotFound();
        }

        _facts = facts;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Cases = NetworkRules.Ways(facts.Of<NetworkCase>(), facts.Of<CaseStep>());
        var agreed = facts.Of<Expectation>().Where(e => e.Organisation is not null).GroupBy(e => e.Organisation!.Value).ToDictionary(g => g.Key, g => g.MaxBy(e => e.SignedOn ?? "", StringComparer.Ordinal));
        Expectations = [.. facts.Members.Select(m => new MemberExpectation(m, agreed.GetValueOrDefault(m.Id), NetworkRules.StateOf(agreed.GetValueOrDefault(m.Id), today)))];
        IsOfNetwork = SignedIn.StandingOf(HttpContext) is { User: not null, OnBehalfOf: var body } && body == facts.Id;
        People = NetworkRules.ByPerson(facts.Of<NetworkRole>(), MostRoles, today);
        Seats = await WorkReader.SeatsAsync(db, facts.Id, ct);
        Overlaps = await WorkReader.OverlapsAsync(db, facts.Id, ct);
        UnknownCoOperations = await db.CoOperations.CountAsync(c => c.Organisation == null || !db.Memberships.Any(m => m.Body == c.Organisation), ct);
        _bodies = await WorkReader.BodiesAsync(db, facts, ct);
        _themes = await db.Themes.Select(t => new { t.Number, t.Name }).ToDictionaryAsync(t => t.Number, t => t.Name, ct);
        return Page();
    }

    public string Lead()
    {
        var clear = Expectations.Count(e => e.State is ExpectationState.Clear);
        return ui["network-work.lead", ui.Count("network-work.leads", Leads.Count()), ui.Count("network-work.cases", Cases.Count(c => !c.IsAnswered)), ui.Number(clear), ui.Number(Expectations.Count)];
    }

    public BodyName? Body(OrganisationId? body) => body is { } id ? _bodies.GetValueOrDefault(id) : null;

    public LocalizedText? Theme(ThemeLead lead) => lead.Theme is { } number ? _themes.GetValueOrDefault(number) : null;
}
