using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Data.Records;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Networks;

/// <summary>A network by its name, with its members and what it has recorded of its work.</summary>
public sealed record WorkFacts(OrganisationId Id, string Key, LocalizedText Name, IReadOnlyList<MemberOfNetwork> Members, IReadOnlyList<NetworkPart> Parts)
{
    public IEnumerable<T> Of<T>()
        where T : NetworkPart => Parts.OfType<T>();

    /// <summary>What members and counties pay by the rates that hold, and by what is tried.</summary>
    public FeeTable Fees(FeeRates now, FeeTrial trial) => FeeRules.Of([.. Members.Select(m => new FeeMember(m.Number, m.County, m.Population))], now, trial);
}

/// <summary>A body that some members take part in beside the network .</summary>
/// <param name="Common">Members of the network that are in it.</param>
/// <param name="All">All that are in it.</param>
public sealed record Overlap(BodyRef Body, bool IsNetwork, int Common, int All);

/// <summary>Seats that a network or a member has in forums.</summary>
public sealed record SeatsOfBody(BodyRef Body, bool IsNetwork, int Seats);

/// <summary>Reads a network's work in a fixed number of queries.</summary>
internal static class WorkReader
{
    /// <summary>Null where there is no such network.</summary>
    public static async Task<WorkFacts?> ReadAsync(SamstyringDb db, string key, CancellationToken ct)
    {
        if (await db.Networks.Join(db.Organisations, n => n.Id, o => o.Id, (n, o) => new { n.Id, o.Key, o.Name }).SingleOrDefaultAsync(n => n.Key == key, ct) is not { } network)
        {
            return null;
        }

        var parts = await db.NetworkParts.Where(p => p.Network == network.Id && p.IsWithdrawn != true).OrderBy(p => p.Order).ThenBy(p => p.Id).ToListAsync(ct);
        foreach (var part in parts)
        {
            db.Shows(part.VisibleTo, NetworkParts.TypeOf(part).Name, part.Id.Value);
        }

        return new(network.Id, key, network.Name, await NetworkAdoption.MembersAsync(db, network.Id, key, ct), parts);
    }

    /// <summary>Where members of the network meet elsewhere, most of them first.</summary>
    public static async Task<IReadOnlyList<Overlap>> OverlapsAsync(SamstyringDb db, OrganisationId network, CancellationToken ct)
    {
        var members = db.Memberships.Where(m => m.Body == network).Select(m => m.Member);
        var rows = await (
            from o in db.Organisations
            where o.Id != network && db.Memberships.Any(t => t.Body == o.Id && members.Contains(t.Member))
            select new { o.Key, o.Name, o.SortKey, IsNetwork = db.Networks.Any(n => n.Id == o.Id), Common = db.Memberships.Count(t => t.Body == o.Id && members.Contains(t.Member)), All = db.Memberships.Count(t => t.Body == o.Id) }).ToListAsync(ct);
        return [.. rows.OrderByDescending(r => r.Common).ThenBy(r => r.SortKey, StringComparer.Ordinal).Select(r => new Overlap(new() { Key = r.Key, Name = r.Name }, r.IsNetwork, r.Common, r.All))];
    }

    /// <summary>Known seats by who has them, of the network and its members: persons are not recorded with them.</summary>
    public static async Task<IReadOnlyList<SeatsOfBody>> SeatsAsync(SamstyringDb db, OrganisationId network, CancellationToken ct)
    {
        var rows = await (
            from o in db.Organisations
            where o.Id == network || db.Memberships.Any(t => t.Body == network && t.Member == o.Id)
            select new { o.Id, o.Key, o.Name, o.SortKey, Seats = db.ForumSeats.Count(s => s.Holder == o.Id && (s.Seat == SeatState.Yes || s.Seat == SeatState.Observer)) }).Where(o => o.Seats > 0).ToListAsync(ct);
        return [.. rows.OrderByDescending(r => r.Seats).ThenBy(r => r.SortKey, StringComparer.Ordinal).Select(r => new SeatsOfBody(new() { Key = r.Key, Name = r.Name }, r.Id == network, r.Seats))];
    }

    /// <summary>Keys and names of the bodies that parts speak of.</summary>
    public static Task<IReadOnlyDictionary<OrganisationId, BodyName>> BodiesAsync(SamstyringDb db, WorkFacts facts, CancellationToken ct) =>
        MarketReader.BodiesAsync(db, facts.Parts.Select(p => p.Organisation).OfType<OrganisationId>(), ct);
}
