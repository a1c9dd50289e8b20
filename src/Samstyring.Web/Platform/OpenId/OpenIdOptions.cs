using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Samstyring.Web.Platform.OpenId;

/// <summary>Of one provider. Its endpoints are filled in from what it says of itself, when somebody first signs in.</summary>
public sealed class OpenIdOptions : OAuthOptions
{
    public OpenIdProvider Provider { get; set; } = null!;

    /// <summary>What the provider says of itself and its keys; kept, and read again when a token has an unknown key.</summary>
    public ConfigurationManager<OpenIdConnectConfiguration> Discovery { get; set; } = null!;

    /// <summary>After the framework has made the back channel.</summary>
    internal sealed class AfterFramework : IPostConfigureOptions<OpenIdOptions>
    {
        public void PostConfigure(string? name, OpenIdOptions options) => options.Discovery = new(
            options.Provider.Discovery.AbsoluteUri, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(options.Backchannel) { RequireHttps = options.Provider.Discovery.Scheme == Uri.UriSchemeHttps });
    }
}
