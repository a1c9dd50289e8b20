using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Samstyring.Data;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Web.Platform;

/// <summary>Says that an endpoint needs another scope than its method does: GET and HEAD read, everything else writes.</summary>
internal sealed record NeedsScope(TokenScope Scope);

/// <summary>Says that an endpoint takes a token of the scope <c>calendar</c> in its address, because calendar programs send no headers.</summary>
internal sealed record TakesTokenInAddress;

/// <summary>
/// Calls of the API by <c>Authorization: Bearer</c>. A token is checked against the database at each call: it dies when it expires or is
/// revoked, and a personal one when its person no longer acts for the organisation.
/// </summary>
internal sealed class TokenAccess(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SamstyringDb db, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "samstyring-token";

    /// <summary>The parameter of an address that holds a token. Nothing with it is remembered, and Startup keeps it out of the log.</summary>
    public const string Parameter = "token";

    private static readonly object Scopes = new();

    /// <summary>Only calls of the API are made with tokens; a page takes no notice of one. Whoever shows anything is held to it.</summary>
    public static bool IsMeant(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api/v1", StringComparison.OrdinalIgnoreCase) && (context.Request.Headers.ContainsKey("Authorization") || IsInAddress(context));

    /// <summary>Refuses a call whose token is not good, also where a visitor without one would be let in.</summary>
    public static async Task GateAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsMeant(context))
        {
            await next(context);
        }
        else if (context.User.Identity?.IsAuthenticated != true)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "token-invalid", "The token is unknown, has expired, was revoked, or belongs to somebody who no longer acts for its organisation.");
        }
        else if (!((IReadOnlyList<TokenScope>)context.Items[Scopes]!).Contains(Needed(context)))
        {
            context.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{Codes.Of(Needed(context))}\"";
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "scope-missing", $"The token does not have the scope «{Codes.Of(Needed(context))}».");
        }
        else
        {
            await next(context);
        }
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Shown() is not { } hash)
        {
            return AuthenticateResult.Fail("No token.");
        }

        var now = clock.GetUtcNow();
        if (await FindAsync(hash, now) is not { } found)
        {
            return AuthenticateResult.Fail("No such token.");
        }

        if (found.LastUsedAt is not { } used || now - used >= TimeSpan.FromMinutes(1))
        {
            await db.AccessTokens.Where(t => t.Id == found.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.LastUsedAt, now), Context.RequestAborted);
        }

        var role = AccessToken.RoleOf(found.Scopes, found.Role ?? Role.Contributor);
        Context.Items[Scopes] = found.Scopes;
        if (found.User is { } user)
        {
            ActsFor acting = new(found.Organisation, found.Key, found.OrganisationName, role, found.Kind);
            new SignedIn(user, found.Name!, IsAdministrator: false, [acting], acting).Enter(Context);
        }
        else
        {
            SignedIn.Enter(Context, new Standing(User: null, found.Organisation, role, IsAdministrator: false) { IsPublicSector = found.Kind.IsPublicSector() });
        }

        db.BeginFor(SignedIn.StandingOf(Context).Viewer);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity([new Claim("samstyring:token", found.Id.ToString())], Name)), Name));
    }

    private static bool IsInAddress(HttpContext context) =>
        !context.Request.Headers.ContainsKey("Authorization") && context.Request.Query.ContainsKey(Parameter) && context.GetEndpoint()?.Metadata.GetMetadata<TakesTokenInAddress>() is not null;

    /// <summary>The hash of what the call shows; null where it is no bearer token.</summary>
    private string? Shown() =>
        IsInAddress(Context) ? Secret.HashOf(Request.Query[Parameter].ToString()) :
        Request.Headers.Authorization.ToString().Split(' ', 2) is [var scheme, var shown] && scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) ? Secret.HashOf(shown.Trim()) : null;

    /// <summary>Read anew at each call; null where the token does not work, or its person no longer acts for the organisation.</summary>
    private async Task<Found?> FindAsync(string hash, DateTimeOffset now)
    {
        var found = await (
            from t in db.AccessTokens
            join o in db.Organisations on t.Organisation equals o.Id
            join a in db.Affiliations.Where(a => a.EndedAt == null) on new { User = t.User, t.Organisation } equals new { User = (UserId?)a.User, a.Organisation } into held
            from a in held.DefaultIfEmpty()
            join p in db.Users on t.User equals p.Id into people
            from p in people.DefaultIfEmpty()
            where t.Hash == hash && t.RevokedAt == null && t.ExpiresAt > now
            select new Found(t.Id, t.User, t.Scopes, t.LastUsedAt, t.Organisation, o.Key, o.Name, o.Kind, (Role?)a.Role, (string?)p.Name)).SingleOrDefaultAsync(Context.RequestAborted);
        return found is null || (found.User is not null && found.Role is null) ? null : found;
    }

    private sealed record Found(AccessTokenId Id, UserId? User, IReadOnlyList<TokenScope> Scopes, DateTimeOffset? LastUsedAt, OrganisationId Organisation, string Key, LocalizedText OrganisationName, OrganisationKind Kind, Role? Role, string? Name);

    private static TokenScope Needed(HttpContext context) =>
        IsInAddress(context) ? TokenScope.Calendar :
        context.GetEndpoint()?.Metadata.GetMetadata<NeedsScope>()?.Scope
        ?? (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? TokenScope.Read : TokenScope.Write);

    private static Task RefuseAsync(HttpContext context, int status, string code, string title) =>
        TypedResults.Problem(statusCode: status, title: title, detail: "Nothing was changed.", extensions: [new("code", code)]).ExecuteAsync(context);
}
