using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Data.Tests;

public sealed class VisibilityTests
{
    private static readonly OrganisationId Nav = OrganisationId.Of("nav");
    private static readonly OrganisationId Digdir = OrganisationId.Of("digdir");

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task What_is_restricted_is_there_only_for_its_audience(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        var key = await db.Initiatives.OrderBy(i => i.Key).Select(i => i.Key).FirstAsync();
        var all = await db.Initiatives.CountAsync();
        var audience = AudienceId.Of(Nav);
        db.Add(new AudienceMember { Audience = audience, Organisation = Nav });
        db.Record(new Told());
        await db.SaveChangesAsync();
        await db.Initiatives.Where(i => i.Key == key).ExecuteUpdateAsync(i => i.SetProperty(x => x.VisibleTo, audience));

        Assert.Equal((true, all), await SeenAsync(new(UserId.New(), Nav)));
        Assert.Equal((false, all - 1), await SeenAsync(new(UserId.New(), Digdir)));
        Assert.Equal((false, all - 1), await SeenAsync(new(UserId.New(), Organisation: null)));
        Assert.Equal((false, all - 1), await SeenAsync(Viewer.Public));
        Assert.Equal((true, all), await SeenAsync(Viewer.Installation));

        async Task<(bool, int)> SeenAsync(Viewer viewer)
        {
            db.BeginFor(viewer);
            return (await db.Initiatives.AnyAsync(i => i.Key == key), await db.Initiatives.CountAsync());
        }
    }
}
