namespace Samstyring.Web.Features.Design.Adoption;

/// <summary>Links from a solution's pages to those about its market.</summary>
/// <param name="Key">Of the solution.</param>
/// <param name="IsPublicSector">Whether the reader may see what municipalities tell each other: obstacles and procurements are not named for others.</param>
/// <param name="Here">The page that the links stand on: <c>leverandorer</c>; null for the solution's own.</param>
public sealed record SolutionWays(string Key, bool IsPublicSector, string? Here = null)
{
    private static readonly (string Path, bool IsClosed)[] All = [("leverandorer", false), ("bolger", false), ("hindringer", true), ("anskaffelser", true)];

    /// <summary>The last part of each address.</summary>
    public IEnumerable<string> Paths => All.Where(way => (IsPublicSector || !way.IsClosed) && way.Path != Here).Select(way => way.Path);
}
