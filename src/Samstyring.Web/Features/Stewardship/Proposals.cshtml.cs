using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Stewardship;

/// <summary>What others ask of this organisation, and what it asked of others.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ProposalsModel(ProposalReader reader) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<ProposalItem> ToAnswer { get; private set; } = [];

    public IReadOnlyList<ProposalItem> Ours { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var standing = SignedIn.StandingOf(HttpContext);
        (ToAnswer, Ours) = (await reader.ToAnswerAsync(standing, Most, ct), await reader.OursAsync(standing, Most, ct));
    }
}
