using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Platform.OpenId;

namespace Samstyring.Web.Platform;

/// <summary>Sign-in by ASP.NET Core Identity. The cookie says only who somebody is and for whom they act; what they may do is read at each request.</summary>
internal static class SignIn
{
    /// <summary>The claim that holds the organisation acted for.</summary>
    public const string OnBehalfOf = "samstyring:on-behalf-of";

    public const int ShortestPassword = 12;

    /// <summary>The domain that passkeys belong to; the host of the request where it is not set.</summary>
    private const string PasskeyDomain = "SAMSTYRING_PASSKEY_DOMAIN";

    private const string Stamp = "AspNet.Identity.SecurityStamp";

    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var secure = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        services.AddCookies(secure).AddOpenId(OpenIdProvider.From(configuration, mayBePlain: environment.IsDevelopment()), secure);
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ServerDomain = configuration[PasskeyDomain];

            // The device must know its owner: a passkey is both what one has and what one knows or is, and needs no code besides.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
        services.AddScoped<Sessions>();
        services.AddIdentityCore<Person>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
                options.Password.RequiredLength = ShortestPassword;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddSignInManager()
            .AddUserStore<PersonStore>()
            .AddDefaultTokenProviders();
    }

    private static AuthenticationBuilder AddCookies(this IServiceCollection services, CookieSecurePolicy secure)
    {
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddScheme<AuthenticationSchemeOptions, TokenAccess>(TokenAccess.Name, _ => { });
        authentication.AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure(cookie =>
            {
                Protect(cookie.Cookie, "samstyring", secure);
                cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
                cookie.SlidingExpiration = true;
                cookie.LoginPath = "/logg-inn";
                cookie.ReturnUrlParameter = "tilbake";
                cookie.Events = new CookieAuthenticationEvents { OnValidatePrincipal = ValidateAsync };
                cookie.ForwardDefaultSelector = context => TokenAccess.IsMeant(context) ? TokenAccess.Name : null;
            });
            cookies.ExternalCookie!.Configure(cookie =>
            {
                Protect(cookie.Cookie, "samstyring-ekstern", secure);
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(10);
            });
            cookies.TwoFactorUserIdCookie!.Configure(cookie => Protect(cookie.Cookie, "samstyring-kode", secure));
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "samstyring-skjema";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = secure;
        });
        return authentication;
    }

    /// <summary>No script reads it, and no other site sends it along but by a link.</summary>
    private static void Protect(CookieBuilder cookie, string name, CookieSecurePolicy secure) =>
        (cookie.Name, cookie.HttpOnly, cookie.SameSite, cookie.SecurePolicy) = (name, true, SameSiteMode.Lax, secure);

    /// <summary>
    /// One query for each request of somebody signed in. A person who is gone, whose password or access was changed, or who acts for
    /// nobody any more is signed out; an organisation that the person no longer acts for is left.
    /// </summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext cookie)
    {
        var context = cookie.HttpContext;
        var db = context.RequestServices.GetRequiredService<SamstyringDb>();
        var principal = cookie.Principal!;
        if (!Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            cookie.RejectPrincipal();
            return;
        }

        var user = new UserId(id);
        var person = await db.Users.Where(p => p.Id == user && p.ErasedAt == null).Select(p => new { p.Name, p.IsAdministrator, p.SecurityStamp }).SingleOrDefaultAsync(context.RequestAborted);
        if (person is null || !string.Equals(person.SecurityStamp, principal.FindFirstValue(Stamp), StringComparison.Ordinal))
        {
            cookie.RejectPrincipal();
            return;
        }

        var organisations = await OrganisationsAsync(db, user, context.RequestAborted);
        if (organisations is [] && !person.IsAdministrator)
        {
            cookie.RejectPrincipal();
            return;
        }

        var chosen = principal.FindFirstValue(OnBehalfOf);
        var signedIn = new SignedIn(user, person.Name, person.IsAdministrator, organisations, organisations.FirstOrDefault(o => string.Equals(o.Key, chosen, StringComparison.Ordinal)));
        signedIn.Enter(context);
        db.BeginFor(signedIn.Standing.Viewer);
    }

    public static async Task<IReadOnlyList<ActsFor>> OrganisationsAsync(SamstyringDb db, UserId user, CancellationToken ct) =>
        await (from a in db.Affiliations
               join o in db.Organisations on a.Organisation equals o.Id
               where a.User == user && a.EndedAt == null
               orderby o.SortKey, o.Key
               select new ActsFor(o.Id, o.Key, o.Name, a.Role, o.Kind)).ToListAsync(ct);
}
