using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Samstyring.Web.Platform.OpenId;

internal static class OpenIdSetup
{
    /// <summary>The page that begins and ends a sign-in with a provider, and says what went wrong.</summary>
    public const string Page = "/logg-inn/ekstern";

    /// <summary>Adds the providers that are configured. None of them is asked anything before somebody wants in.</summary>
    public static void AddOpenId(this AuthenticationBuilder authentication, IReadOnlyList<OpenIdProvider> providers, CookieSecurePolicy secure)
    {
        authentication.Services.AddSingleton(providers);
        authentication.Services.AddSingleton<OpenIdProviders>();
        foreach (var provider in providers)
        {
            authentication.AddOAuth<OpenIdOptions, OpenIdHandler>(provider.Scheme, provider.Name, options => Configure(options, provider, secure));
        }

        authentication.Services.AddSingleton<IPostConfigureOptions<OpenIdOptions>, OpenIdOptions.AfterFramework>();
    }

    private static void Configure(OpenIdOptions options, OpenIdProvider provider, CookieSecurePolicy secure)
    {
        options.Provider = provider;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.CallbackPath = provider.CallbackPath;
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.UsePkce = true;
        options.Scope.Add("openid");
        foreach (var scope in provider.Scopes)
        {
            options.Scope.Add(scope);
        }

        // The framework wants addresses from the start; discovery puts the right ones here before either is used.
        (options.AuthorizationEndpoint, options.TokenEndpoint) = (provider.Issuer, provider.Issuer);

        // Cookies of browsers and tokens of providers go by the clock on the wall.
        options.TimeProvider = TimeProvider.System;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = secure;
        options.Events = new OAuthEvents
        {
            OnAccessDenied = denied =>
            {
                denied.Response.Redirect(Page + "?grunn=avbrutt");
                denied.HandleResponse();
                return Task.CompletedTask;
            },
            OnRemoteFailure = failed =>
            {
                Log.ProviderRefused(failed.HttpContext.RequestServices.GetRequiredService<ILogger<OpenIdProviders>>(), provider.Key, failed.Failure);
                failed.Response.Redirect(Page + "?grunn=avvist");
                failed.HandleResponse();
                return Task.CompletedTask;
            },
        };
    }
}
