using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Market;

internal static class MarketApi
{
    private const string Tag = "Solutions";

    /// <summary>Neutral facts, the same for everybody.</summary>
    public static void MapMarket(this IEndpointRouteBuilder api)
    {
        api.MapListBelow("/solutions/{key}/products", "ListProductsOfSolution", Tag, key => new ProductList(key), ExistsAsync);
        api.MapListBelow("/solutions/{key}/waves", "ListWavesOfSolution", Tag, key => new WaveList(key), ExistsAsync);
    }

    /// <summary>What municipalities tell each other: a caller who acts for no public body finds nothing here.</summary>
    public static void MapMarketOfPublicSector(this IEndpointRouteBuilder closed)
    {
        closed.MapListBelow("/solutions/{key}/obstacles", "ListObstaclesOfSolution", Tag, key => new ObstacleList(key), IsForViewerAsync);
        closed.MapListBelow("/solutions/{key}/procurements", "ListProcurementsOfSolution", Tag, key => new ProcurementList(key), IsForViewerAsync);
    }

    private static Task<bool> ExistsAsync(SamstyringDb db, string key, CancellationToken ct) => db.Solutions.AnyAsync(s => s.Key == key, ct);

    private static async Task<bool> IsForViewerAsync(SamstyringDb db, string key, CancellationToken ct)
    {
        if (!db.Viewer.IsPublicSector || !await ExistsAsync(db, key, ct))
        {
            return false;
        }

        db.ReadRestricted(new("solution", key));
        return true;
    }
}
