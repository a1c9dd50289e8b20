using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;

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
        .. group.Select(e => new Address(e.RoutePattern.RawText!, e.RoutePattern.Parameters.Count == 0 && e.Metadata.GetMetadata<IAllowAnonymous>() is not null)).Distinct().OrderBy(a => a.Path, StringComparer.Ordinal),
    ];
}
