using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Organisations.Municipalities;

/// <summary>The whole picture of one municipality, read in a fixed number of queries. A municipality has few former numbers and other names: they come with it.</summary>
public sealed class MunicipalityPicture(SamstyringDb db, BodyRoleReader roles)
{
    private const int Most = 200;

    /// <param name="Nearby">The municipality, its neighbours and the others in its county.</param>
    public sealed record Picture(
        MunicipalityItem Municipality, IReadOnlyList<NearbyItem> Nearby, IReadOnlyList<FormerNumberItem> FormerNumbers, IReadOnlyList<DecisionModelItem> DecisionModels, BodyRoles Roles)
    {
        public IReadOnlyList<NearbyItem> Neighbours => [.. Nearby.Where(n => n.IsNeighbour)];
    }

    public async Task<Picture?> ReadAsync(string number, CancellationToken ct)
    {
        var id = OrganisationId.Of(number);
        var aliases = BodyRoleReader.Aliases(db);
        if (await new MunicipalityList().From(db).Where(m => m.Number == number).AsSingleQuery().Select(m => new
        {
            Municipality = m,
            FormerNumbers = db.FormerMunicipalityNumbers.Where(f => f.Municipality == m.Id).OrderByDescending(f => f.LastYear).ThenBy(f => f.OldNumber)
                .Select(f => new FormerNumberItem { Number = f.OldNumber, FirstYear = f.FirstYear, LastYear = f.LastYear, Weight = (double)f.Weight, Provenance = f.Provenance }).ToList(),
            Aliases = aliases.Where(a => a.Organisation == m.Id).OrderBy(a => a.Alias).ToList(),
        }).SingleOrDefaultAsync(ct) is not { } found)
        {
            return null;
        }

        var municipality = found.Municipality;
        return new(
            municipality,
            await NearbyAsync(id, OrganisationId.Of(municipality.County), ct),
            found.FormerNumbers,
            await db.DecisionModels.Where(d => d.Municipality == id).OrderBy(d => d.Id).Take(Most)
                .Select(d => new DecisionModelItem { Id = d.Id, Subject = d.Subject, Model = d.Model, DecidedBy = d.DecidedBy, Note = d.Note, Provenance = d.Provenance, IsRestricted = db.Shows(d.VisibleTo, "decision-model", d.Id.Value) }).ToListAsync(ct),
            await roles.ReadAsync(number, municipality.Network, found.Aliases, ct));
    }

    /// <summary>The municipalities of today that an old number became; one, or several where it was split.</summary>
    public async Task<IReadOnlyList<SuccessorItem>> SuccessorsAsync(string oldNumber, CancellationToken ct) =>
        await (from f in db.FormerMunicipalityNumbers
               join m in db.Municipalities on f.Municipality equals m.Id
               join o in db.Organisations on m.Id equals o.Id
               where f.OldNumber == oldNumber
               orderby m.Number
               select new SuccessorItem
               {
                   Number = m.Number,
                   Name = o.Name,
                   Population = m.Population2026,
                   FirstYear = f.FirstYear,
                   LastYear = f.LastYear,
                   Weight = (double)f.Weight,
                   Provenance = f.Provenance,
               }).Take(Most).ToListAsync(ct);

    private async Task<IReadOnlyList<NearbyItem>> NearbyAsync(OrganisationId id, OrganisationId county, CancellationToken ct)
    {
        var neighbours = db.Neighbours.Where(n => n.A == id).Select(n => n.B).Union(db.Neighbours.Where(n => n.B == id).Select(n => n.A));
        var near = neighbours.Union(db.Municipalities.Where(m => m.County == county).Select(m => m.Id));
        return await (from m in db.Municipalities
                      join o in db.Organisations on m.Id equals o.Id
                      join c in db.Organisations on m.County equals c.Id
                      where near.Contains(m.Id)
                      orderby o.SortKey, m.Number
                      select new NearbyItem
                      {
                          Number = m.Number,
                          Name = o.Name,
                          County = c.Key,
                          CountyName = c.Name,
                          Population = m.Population2026,
                          HexColumn = m.HexColumn,
                          HexRow = m.HexRow,
                          IsOwn = m.Id == id,
                          IsNeighbour = neighbours.Contains(m.Id),
                      }).Take(Most).ToListAsync(ct);
    }
}
