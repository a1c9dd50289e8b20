using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Samstyring.Domain.Access;

namespace Samstyring.Web.Platform.OpenId;

/// <summary>
/// OpenID Connect's code flow on the framework's OAuth handler, which brings state, correlation and PKCE. Added here: discovery, nonce,
/// the issuer of the answer (RFC 9207) and the id token, of which issuer, audience, lifetime and signature must hold.
/// </summary>
internal sealed class OpenIdHandler(IOptionsMonitor<OpenIdOptions> options, ILoggerFactory logger, UrlEncoder encoder) : OAuthHandler<OpenIdOptions>(options, logger, encoder)
{
    private const string Nonce = "nonce";

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];

    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await DiscoverAsync();
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = Secret.New();
        properties.Items[Nonce] = nonce;
        Dictionary<string, string?> added = new(StringComparer.Ordinal) { [Nonce] = nonce };
        foreach (var (name, value) in Options.Provider.Parameters)
        {
            added[name] = value;
        }

        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), added);
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        var provider = await DiscoverAsync();
        var issuer = Request.Query["iss"];
        if (issuer.Count > 0 ? !string.Equals(issuer, provider.Issuer, StringComparison.Ordinal) : provider.AuthorizationResponseIssParameterSupported)
        {
            return HandleRequestResult.Fail("The answer does not come from the provider that was asked (RFC 9207).");
        }

        return await base.HandleRemoteAuthenticateAsync();
    }

    /// <summary>The person as the id token has it. Nothing else of the token answer is used.</summary>
    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var written = tokens.Response!.RootElement.TryGetProperty("id_token", out var element) ? element.GetString() : null;
        var result = await ValidateAsync(written, await DiscoverAsync());
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            result = await ValidateAsync(written, await Options.ReadAgainAsync(Context.RequestAborted));
        }

        if (!result.IsValid)
        {
            throw new AuthenticationFailureException("The id token is not good.", result.Exception);
        }

        var token = (JsonWebToken)result.SecurityToken;
        if (!properties.Items.TryGetValue(Nonce, out var nonce) || !token.TryGetPayloadValue<string>(Nonce, out var told) || !string.Equals(nonce, told, StringComparison.Ordinal))
        {
            throw new AuthenticationFailureException("The id token was not made for this request.");
        }

        if (token.TryGetPayloadValue<string>("azp", out var party) && !string.Equals(party, Options.ClientId, StringComparison.Ordinal))
        {
            throw new AuthenticationFailureException("The id token was made for another program.");
        }

        return string.IsNullOrEmpty(token.Subject)
            ? throw new AuthenticationFailureException("The id token does not say who it is about.")
            : new(External.From(token, written!, Options.Provider).Principal(Scheme.Name), properties, Scheme.Name);
    }

    private Task<TokenValidationResult> ValidateAsync(string? token, OpenIdConnectConfiguration provider) => Tokens.ValidateTokenAsync(token, new TokenValidationParameters
    {
        ValidIssuer = Options.Provider.Issuer,
        ValidAudience = Options.ClientId,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        IssuerSigningKeys = provider.SigningKeys,
    });

    private async Task<OpenIdConnectConfiguration> DiscoverAsync()
    {
        var provider = await Options.Discovery.GetConfigurationAsync(Context.RequestAborted);
        if (!string.Equals(provider.Issuer, Options.Provider.Issuer, StringComparison.Ordinal))
        {
            throw new AuthenticationFailureException($"The provider calls itself «{provider.Issuer}».");
        }

        (Options.AuthorizationEndpoint, Options.TokenEndpoint) = (provider.AuthorizationEndpoint, provider.TokenEndpoint);
        return provider;
    }
}
