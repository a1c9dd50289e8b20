using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Access;

/// <summary>A made-up person whom somebody who tries an example installation may be.</summary>
public sealed record ExampleChoice(string Place, string Name, LocalizedText Organisation, Role Role);

[AllowAnonymous]
[EnableRateLimiting(Throttle.Doors)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SignInPageModel(SignInUser signIn, SamstyringDb db, ExampleDoor door, Sessions sessions, Ui ui) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where the person came from: an address of this site, else the front page.</summary>
    [BindProperty(Name = "tilbake", SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>Empty but in an example installation, on the machine itself.</summary>
    public IReadOnlyList<ExampleChoice> Examples { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => ShowExamplesAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        switch (await signIn.RunAsync(Email?.Trim() ?? "", Password ?? "", ct))
        {
            case SignInAnswer.SignedIn:
                return Onward();
            case SignInAnswer.NeedsSecondFactor:
                return LocalRedirect("/logg-inn/kode" + QueryString.Create("tilbake", Url.IsLocalUrl(Back) ? Back! : "/"));
            default:
                ModelState.AddModelError(nameof(Email), ui["access.sign-in.refused"]);
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                await ShowExamplesAsync(ct);
                return Page();
        }
    }

    /// <summary>One click, no password. Where the door is closed this address does not exist.</summary>
    public async Task<IActionResult> OnPostExampleAsync(string? place, CancellationToken ct)
    {
        if (!await door.IsOpenAsync(HttpContext, ct) || await db.Users.AsTracking().SingleOrDefaultAsync(p => p.ExampleOf != null && p.ExampleOf == place && !p.IsAdministrator, ct) is not { } person)
        {
            return NotFound();
        }

        await sessions.EnterAsync(person, null, ct);
        return Onward();
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/");

    private async Task ShowExamplesAsync(CancellationToken ct)
    {
        if (await door.IsOpenAsync(HttpContext, ct))
        {
            var there = await (
                from p in db.Users
                join a in db.Affiliations on p.Id equals a.User
                join o in db.Organisations on a.Organisation equals o.Id
                where p.ExampleOf != null && p.ErasedAt == null && a.EndedAt == null
                select new ExampleChoice(p.ExampleOf!, p.Name, o.Name, a.Role)).ToListAsync(ct);
            Examples = [.. ExamplePeople.All.Join(there, e => e.Place, choice => choice.Place, (_, choice) => choice, StringComparer.Ordinal)];
        }
    }
}
