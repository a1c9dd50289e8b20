using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Analysis.Adoption.Spread;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Domain.Adoption;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Adoption;

/// <summary>A search for whom to ask first: how far it has come, and what it found. For the one who began it, and only while that one is of the team that owns the solution.</summary>
[Authorize]
public sealed class AskingPageModel(SamstyringDb db, IServiceProvider services, Ui ui) : PageModel
{
    public Solution Solution { get; private set; } = null!;

    public Guid Id { get; private set; }

    public ForecastJobState State { get; private set; }

    public bool IsRunning => State is ForecastJobState.Waiting or ForecastJobState.Running;

    /// <summary>Null until it has begun.</summary>
    public AskingProgress? Progress { get; private set; }

    /// <summary>Null until it is found.</summary>
    public WhomToAsk? Result { get; private set; }

    public IReadOnlyList<MunicipalityStep> Municipalities { get; private set; } = [];

    /// <summary>How far, in words.</summary>
    public string Words => Progress switch
    {
        null => ui["asking.waiting"],
        { Found: 0 } p => ui["asking.trying", ui.Number(p.Tried), ui.Number(p.Candidates)],
        var p when p.Found < p.Count => ui["asking.found", ui.Number(p.Found), ui.Number(p.Count)],
        var p => ui["asking.comparing", ui.Number(p.Count)],
    };

    /// <summary>Whole per cent.</summary>
    public int Percent => (int)(100 * (Progress?.Share ?? 0));

    public async Task<IActionResult> OnGetAsync(string key, Guid job, CancellationToken ct) => await FindAsync(key, job, ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string key, Guid job, CancellationToken ct)
    {
        if (await FindAsync(key, job, ct) is not { } found)
        {
            return NotFound();
        }

        services.GetRequiredService<ForecastJobs>().Cancel(found);
        await ((Task)found.Work.WaitAsync(ct)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return LocalRedirect(Request.Path);
    }

    private async Task<ForecastJob?> FindAsync(string key, Guid job, CancellationToken ct)
    {
        var standing = SignedIn.StandingOf(HttpContext);
        if (standing.User is not { } person || services.GetRequiredService<ForecastJobs>().Find(job, person) is not { } found || found.Solution != key
            || await SolutionReader.ReadAsync(db, key, ct) is not { } facts || !ForecastPageModel.SeesEach(standing, facts.Solution))
        {
            return null;
        }

        (Solution, Id, Progress, State, Municipalities) = (facts.Solution, found.Id, found.Progress, found.State, found.Municipalities);
        Result = State is ForecastJobState.Done ? await found.Work : null;
        return found;
    }
}
