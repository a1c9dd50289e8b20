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

    public Task<OrganisationItem?> FindAsync(string key, CancellationToken ct) => new OrganisationList().From(db).SingleOrDefaultAsync(o => o.Key == key, ct);

    /// <summary>The key of the body that an alias leads to.</summary>
    public async Task<string?> BehindAliasAsync(string alias, CancellationToken ct) =>
        await db.OrganisationAliases.Where(a => a.Alias == alias).Join(db.Organisations, a => a.Organisation, o => o.Id, (_, o) => o.Key).SingleOrDefaultAsync(ct);

    public async Task<Picture> ReadAsync(OrganisationItem organisation, CancellationToken ct)
    {
        if (organisation.Kind is OrganisationKind.County && await new CountyList().From(db).SingleOrDefaultAsync(c => c.Number == organisation.Key, ct) is { } county)
        {
            var network = county.Network is null ? null : await NetworkAsync(OrganisationId.Of(county.Network), ct);
            return new(organisation, null, county, network, await MunicipalitiesAsync(county.Number, ct), 0, await roles.ReadAsync(organisation.Key, county.Network, ct));
        }

        var id = OrganisationId.Of(organisation.Key);
        var forum = await db.Forums.Where(f => f.Id == id)
            .Select(f => new MandateItem { Mandate = f.Mandate, MandateNote = f.MandateNote, Members = f.Members, Provenance = f.Provenance }).SingleOrDefaultAsync(ct);
        return new(organisation, forum, null, null, [], await db.Memberships.CountAsync(m => m.Body == id, ct), await roles.ReadAsync(organisation.Key, null, ct));
    }

    private async Task<CountyNetwork?> NetworkAsync(OrganisationId id, CancellationToken ct) =>
        await db.Networks.Where(n => n.Id == id).Join(db.Organisations, n => n.Id, b => b.Id, (n, b) => new CountyNetwork { Key = b.Key, Name = b.Name, Provenance = n.Provenance }).SingleOrDefaultAsync(ct);

    private async Task<IReadOnlyList<MunicipalityItem>> MunicipalitiesAsync(string county, CancellationToken ct)
    {
        var list = new MunicipalityList();
        return await list.CompleteAsync(db, await list.Sorts[0].Order(list.From(db).Where(m => m.County == county), false).Take(ListQuery.MaxPageSizeOfPages).ToListAsync(ct), ct);
    }
}
