using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Market;

/// <summary>An experience group and who takes part in it.</summary>
/// <param name="IsIn">Whether the municipality that is acted for takes part.</param>
public sealed record GroupMembers(ExperienceGroup Group, IReadOnlyList<(GroupMember Membership, Adopter Municipality)> Members, bool IsIn);

/// <summary>Who takes the solution in use together, can the vendors and the support carry it, and who is next ?</summary>
[AllowAnonymous]
public sealed class WavesModel(SamstyringDb db, TimeProvider clock, Ui ui) : PageModel
{
    /// <summary>Members of a group that are listed.</summary>
    public const int MostMembers = 40;

    private MarketFacts _market = null!;

    public Solution Solution => _market.Solution.Solution;

    public IReadOnlyList<WaveMembers> Waves { get; private set; } = [];

    public IReadOnlyList<WaveLoad> Load { get; private set; } = [];

    public IReadOnlyList<Adopter> Late { get; private set; } = [];

    public IReadOnlyList<NextInLine> Next { get; private set; } = [];

    public IReadOnlyList<GroupProposal> Proposals { get; private set; } = [];

    public IReadOnlyList<GroupMembers> Groups { get; private set; } = [];

    public bool IsPublicSector { get; private set; }

    /// <summary>Whether names of people are shown: to those who are signed in.</summary>
    public bool IsSignedIn { get; private set; }

    /// <summary>The number of the municipality that is acted for; null where none is, or the solution is not for it.</summary>
    public string? Own { get; private set; }

    public DateOnly Today { get; } = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await MarketReader.ReadAsync(db, key, ct) is not { } market)
        {
            return NotFound();
        }

        _market = market;
        AdoptionWave[] waves = [.. market.Solution.Of<AdoptionWave>()];
        Waves = WaveRules.Members(waves, market.Eligible);
        Load = WaveRules.Load(waves, [.. market.Solution.Of<SolutionProduct>()], market.Eligible, Today);
        Late = WaveRules.Late(market.Eligible, Today);
        Next = WaveRules.Next(market.Eligible, await MarketReader.NeighboursAsync(db, ct));
        Proposals = WaveRules.Groups(waves, market.Eligible, Today);
        var standing = SignedIn.StandingOf(HttpContext);
        (IsPublicSector, IsSignedIn, Own) = (standing.IsPublicSector, standing.User is not null, market.Of(standing.OnBehalfOf)?.Number);
        var byId = market.Eligible.ToDictionary(m => m.Id);
        var memberships = market.Solution.Of<GroupMember>().Where(m => m.Organisation is { } body && byId.ContainsKey(body)).Select(m => (Membership: m, Municipality: byId[m.Organisation!.Value])).ToList();
        Groups = [.. market.Solution.Of<ExperienceGroup>().Select(group => (Group: group, Members: memberships.Where(m => m.Membership.IsOf(group)).OrderBy(m => m.Municipality.Number, StringComparer.Ordinal).ToList())).Select(g => new GroupMembers(g.Group, g.Members, g.Members.Exists(m => m.Municipality.Number == Own)))];
        return Page();
    }

    /// <summary>How many take part, how much room is left, and where more is planned than can be carried.</summary>
    public string Lead()
    {
        if (Waves is [])
        {
            return ui["waves.lead-none"];
        }

        var (members, left) = (Waves.Sum(w => w.Members.Count), Waves.Where(w => (AsOf.Last(w.Wave.Ends) ?? DateOnly.MaxValue) >= Today).Sum(w => Math.Max(0, w.Left ?? 0)));
        var lead = ui["waves.lead", ui.Count("waves.count", Waves.Count), ui.Count("waves.municipalities", members), ui.Number(left)];
        return Load.Any(l => l.IsOver) ? lead + " " + ui["waves.lead-over"] : lead;
    }

    public BodyName? Body(OrganisationId? body) => body is { } id ? _market.Solution.Bodies.GetValueOrDefault(id) : null;

    public string When(WaveLoad load) => load.Quarter is { } quarter ? ui["waves.quarter", ui.Number(quarter.Number), quarter.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)] : ui["waves.year-only", load.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)];

    public string Half(GroupProposal group) => ui["waves.half-" + group.Half, group.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)];

    public LocalizedText CountyOf(Adopter municipality) => _market.Counties.GetValueOrDefault(OrganisationId.Of(municipality.County)) ?? LocalizedText.Unknown;
}
