using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Samstyring.Web.Platform.OpenId;

/// <summary>The providers of this installation. Those that are down are asked again by the next person who wants in.</summary>
internal sealed class OpenIdProviders(IReadOnlyList<OpenIdProvider> all, IOptionsMonitor<OpenIdOptions> options, ILogger<OpenIdProviders> log)
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
}
