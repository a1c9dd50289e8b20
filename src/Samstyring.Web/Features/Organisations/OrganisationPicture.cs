using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Features.Organisations.Municipalities;

namespace Samstyring.Web.Features.Organisations;

/// <summary>The whole picture of one body, read in a fixed number of queries.</summary>
public sealed class OrganisationPicture(SamstyringDb db, BodyRoleReader roles)
{
    /// <param name="Forum">Null where the body is no forum.</param>
    /// <param name="County">Null where the body is no county of today.</param>
    /// <param name="Network">The network that covers the county.</param>
    /// <param name="MemberCount">All members; the roles hold the first <see cref="BodyRoleReader.Most"/>.</param>
    public sealed record Picture(
        OrganisationItem Organisation, MandateItem? Forum, CountyItem? County, CountyNetwork? Network, IReadOnlyList<MunicipalityItem> Municipalities, int MemberCount, BodyRoles Roles);

    /// <summary>A body, with the other keys that lead to it.</summary>
    public sealed record Found(OrganisationItem Organisation, IReadOnlyList<AliasItem> Aliases);

    public async Task<Found?> FindAsync(string key, CancellationToken ct)
    {
        var aliases = BodyRoleReader.Aliases(db);
        return await new OrganisationList().From(db).Where(o => o.Key == key)
            .Select(o => new { Organisation = o, Aliases = aliases.Where(a => a.Organisation == o.Id).OrderBy(a => a.Alias).ToList() }).SingleOrDefaultAsync(ct) is { } found
            ? new(found.Organisation, found.Aliases)
            : null;
    }

    /// <summary>The key of the body that an alias leads to.</summary>
    public async Task<string?> BehindAliasAsync(string alias, CancellationToken ct) =>
        await db.OrganisationAliases.Where(a => a.Alias == alias).Join(db.Organisations, a => a.Organisation, o => o.Id, (_, o) => o.Key).SingleOrDefaultAsync(ct);

    public async Task<Picture> ReadAsync(Found found, CancellationToken ct)
    {
        var organisation = found.Organisation;
        if (organisation.Kind is OrganisationKind.County && await CountyAsync(organisation.Key, ct) is { County: var county, Network: var network })
        {
            return new(organisation, null, county, network, await MunicipalitiesAsync(county.Number, ct), 0, await roles.ReadAsync(organisation.Key, county.Network, found.Aliases, ct));
        }

        var id = OrganisationId.Of(organisation.Key);
        var forum = await db.Forums.Where(f => f.Id == id)
            .Select(f => new MandateItem { Mandate = f.Mandate, MandateNote = f.MandateNote, Members = f.Members, Provenance = f.Provenance }).SingleOrDefaultAsync(ct);
        return new(organisation, forum, null, null, [], await db.Memberships.CountAsync(m => m.Body == id, ct), await roles.ReadAsync(organisation.Key, null, found.Aliases, ct));
    }

    private async Task<(CountyItem County, CountyNetwork? Network)?> CountyAsync(string number, CancellationToken ct)
    {
        var counties =
            from c in new CountyList().From(db)
            where c.Number == number
            join b in db.Organisations on c.Network equals b.Key into bodies
            from body in bodies.DefaultIfEmpty()
            join n in db.Networks on body.Id equals n.Id into networks
            from network in networks.DefaultIfEmpty()
            select new { County = c, Network = network == null ? null : new CountyNetwork { Key = body.Key, Name = body.Name, Provenance = network.Provenance } };
        return await counties.SingleOrDefaultAsync(ct) is { } found ? (found.County, found.Network) : null;
    }

    private async Task<IReadOnlyList<MunicipalityItem>> MunicipalitiesAsync(string county, CancellationToken ct)
    {
        var list = new MunicipalityList();
        return await list.CompleteAsync(db, await list.Sorts[0].Order(list.From(db).Where(m => m.County == county), false).Take(ListQuery.MaxPageSizeOfPages).ToListAsync(ct), ct);
    }
}
