using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.About;

/// <summary>The API's reference. The list of addresses comes from the endpoints themselves and needs no JavaScript.</summary>
public sealed class ApiReferenceModel(EndpointDataSource endpoints) : PageModel
{
    /// <summary>Addresses that everybody can open as they are; and patterns with a key in them, and those that ask who you are.</summary>
    public sealed record Address(string Path, bool CanBeOpened);

    public IReadOnlyList<(string Tag, IReadOnlyList<Address> Addresses)> Groups { get; private set; } = [];

    public void OnGet() => Groups =
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.StartsWith("/api/v1/", StringComparison.Ordinal) == true && e.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>()?.ExcludeFromDescription != true)
            .GroupBy(e => e.Metadata.GetMetadata<ITagsMetadata>()?.Tags[0] ?? "", StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, Addresses(group))),
    ];

    private static IReadOnlyList<Address> Addresses(IEnumerable<RouteEndpoint> group) =>
    [
        .. group.GroupBy(e => e.RoutePattern.RawText!, StringComparer.Ordinal).Select(same => new Address(same.Key, same.Any(CanBeOpened))).OrderBy(a => a.Path, StringComparer.Ordinal),
    ];

    private static bool CanBeOpened(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.Parameters.Count == 0
        && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        && endpoint.Metadata.GetMetadata<NeedsQuery>() is null
        && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get, StringComparer.Ordinal) == true;
}
