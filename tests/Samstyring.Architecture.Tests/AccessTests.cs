using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Samstyring.TestKit;

namespace Samstyring.Architecture.Tests;

public sealed class AccessTests
{
    /// <summary>Serves files that were added after the build. It says nothing, so it is closed.</summary>
    private const string OnlyInDevelopment = "Fallback {**path:file}";

    [Fact]
    public async Task Every_endpoint_says_who_may_call_it_and_says_one_thing()
    {
        var endpoints = (await TestApp.SharedAsync(DatabaseKind.Sqlite)).Services.GetRequiredService<EndpointDataSource>().Endpoints;

        Assert.Contains(endpoints, endpoint => endpoint.DisplayName == "/LifeEvents/Index");
        Offenders.None(endpoints.Where(endpoint => IsGuarded(endpoint) == IsOpen(endpoint)).Select(endpoint => endpoint.DisplayName!).Where(name => name != OnlyInDevelopment));
    }

    [Fact]
    public async Task An_endpoint_that_says_nothing_is_closed_to_visitors()
    {
        var services = (await TestApp.SharedAsync(DatabaseKind.Sqlite)).Services;
        var withoutRule = await services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
        Assert.NotNull(withoutRule);

        using var scope = services.CreateScope();
        var authorization = scope.ServiceProvider.GetRequiredService<IAuthorizationService>();

        Assert.False((await authorization.AuthorizeAsync(new ClaimsPrincipal(new ClaimsIdentity()), null, withoutRule)).Succeeded);
        Assert.True((await authorization.AuthorizeAsync(new ClaimsPrincipal(new ClaimsIdentity("a signed-in user")), null, withoutRule)).Succeeded);
    }

    private static bool IsGuarded(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null;

    private static bool IsOpen(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
