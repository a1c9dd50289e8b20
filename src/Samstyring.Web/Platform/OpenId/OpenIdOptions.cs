using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Samstyring.Web.Platform.OpenId;

/// <summary>Of one provider. Its endpoints are filled in from what it says of itself, when somebody first signs in.</summary>
public sealed class OpenIdOptions : OAuthOptions
{
    public OpenIdProvider Provider { get; set; } = null!;

    /// <summary>What the provider says of itself and its keys. It is kept, and read again now and then.</summary>
    public ConfigurationManager<OpenIdConnectConfiguration> Discovery { get; set; } = null!;

    private HttpDocumentRetriever Documents => new(Backchannel) { RequireHttps = Provider.Discovery.Scheme == Uri.UriSchemeHttps };

    /// <summary>Reads at once what the provider says: it may have changed its keys since.</summary>
    public Task<OpenIdConnectConfiguration> ReadAgainAsync(CancellationToken ct)
    {
        Discovery.RequestRefresh();
        return OpenIdConnectConfigurationRetriever.GetAsync(Provider.Discovery.AbsoluteUri, Documents, ct);
    }

    /// <summary>After the framework has made the back channel.</summary>
    internal sealed class AfterFramework : IPostConfigureOptions<OpenIdOptions>
    {
        public void PostConfigure(string? name, OpenIdOptions options) => options.Discovery = new(options.Provider.Discovery.AbsoluteUri, new OpenIdConnectConfigurationRetriever(), options.Documents);
    }
}
