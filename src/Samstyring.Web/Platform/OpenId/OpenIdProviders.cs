using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Samstyring.Web.Platform.OpenId;

/// <summary>The providers of this installation. Those that are down are asked again by the next person who wants in.</summary>
public sealed class OpenIdProviders(IReadOnlyList<OpenIdProvider> all, IOptionsMonitor<OpenIdOptions> options, ILogger<OpenIdProviders> log)
{
    public IReadOnlyList<OpenIdProvider> All => all;

    public OpenIdProvider? Find(string? key) => all.FirstOrDefault(provider => string.Equals(provider.Key, key, StringComparison.Ordinal));

    public OpenIdProvider? FindIssuer(string? issuer) => all.FirstOrDefault(provider => string.Equals(provider.Issuer, issuer, StringComparison.Ordinal));

    /// <summary>What the provider says of itself; null where it does not answer, or says it is another.</summary>
    public async Task<OpenIdConnectConfiguration?> DiscoverAsync(OpenIdProvider provider, CancellationToken ct)
    {
        try
        {
            var said = await options.Get(provider.Scheme).Discovery.GetConfigurationAsync(ct);
            if (string.Equals(said.Issuer, provider.Issuer, StringComparison.Ordinal))
            {
                return said;
            }

            Log.ProviderIsAnother(log, provider.Key, provider.Issuer, said.Issuer);
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException)
        {
            Log.ProviderSilent(log, provider.Key, e);
            return null;
        }
    }

    /// <summary>Where somebody whom the provider vouched for signs out there; null where it does not answer, or has no such place.</summary>
    /// <param name="idToken">What it vouched with.</param>
    /// <param name="after">Where the provider leads back to.</param>
    public async Task<string?> SignOutAddressAsync(OpenIdProvider provider, string idToken, string after, CancellationToken ct) =>
        await DiscoverAsync(provider, ct) is { EndSessionEndpoint: { Length: > 0 } endpoint }
            ? QueryHelpers.AddQueryString(endpoint, new Dictionary<string, string?>(StringComparer.Ordinal) { ["id_token_hint"] = idToken, ["client_id"] = provider.ClientId, ["post_logout_redirect_uri"] = after })
            : null;
}
