using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Networks;

/// <summary>A region and its seat in each of the national councils, in their order; null where no source speaks of one.</summary>
public sealed record RegionSeats(string Region, BodyRef Network, IReadOnlyList<SeatItem?> Seats)
{
    public bool HasKnownSeat => Seats.Any(s => s?.Seat is SeatState.Yes or SeatState.Observer);
}

/// <summary>The forums: which of them may decide, and which regions have no known seat ?</summary>
public sealed class ForumsModel(SamstyringDb db, Ui ui) : ListPage<ForumItem>(db, new ForumList())
{
    private List<Mandate?> _mandates = [];

    private ILookup<string, SeatItem> _seatsByForum = Array.Empty<SeatItem>().ToLookup(s => "", StringComparer.Ordinal);

    /// <summary>Forums in which a source speaks of seats for the networks.</summary>
    public IReadOnlyList<BodyRef> NationalCouncils { get; private set; } = [];

    public IReadOnlyList<RegionSeats> Regions { get; private set; } = [];

    /// <summary>The time that the regions hold for.</summary>
    public string? RegionsAsOf { get; private set; }

    /// <summary>Seats in the networks' own bodies, and the county's seat in the regional committees.</summary>
    public IReadOnlyList<SeatItem> RegionalSeats { get; private set; } = [];

    public IEnumerable<SeatItem> KnownSeats(ForumItem forum) => _seatsByForum[forum.Key].Where(s => s.Seat is not null);

    /// <summary>How many forums may do what, whatever the filter, and which regions have no known seat.</summary>
    public string Lead()
    {
        var mandates = Enum.GetValues<Mandate>().Reverse().Select(m => (Code: Codes.Of(m), Forums: _mandates.Count(known => known == m)))
            .Select(m => ui.Count("forums.lead-" + m.Code, m.Forums, Neuter.Word(ui, m.Forums)));
        return string.Join(' ',
            ui["forums.lead", Ui.Capital(Neuter.Word(ui, _mandates.Count)), ui.Join([.. mandates]), Neuter.Word(ui, _mandates.Count(m => m is null))], SeatLead());
    }

    /// <summary>Names every region without a known seat in a national council.</summary>
    public string SeatLead()
    {
        var without = Regions.Where(r => !r.HasKnownSeat).Select(r => r.Region).ToList();
        return without.Count switch
        {
            0 => ui["forums.seats-all", ui.Word(Regions.Count)],
            var n when n == Regions.Count => ui["forums.seats-none", ui.Word(n), ui.Join(without)],
            var n => ui["forums.seats-some", Ui.Capital(ui.Word(n)), ui.Word(Regions.Count), ui.Join(without)],
        };
    }

    protected override async Task LoadMoreAsync(ListQuery query, CancellationToken ct)
    {
        _mandates = await Db.Forums.OrderBy(f => f.Id).Select(f => f.Mandate).Take(Seats.Most).ToListAsync(ct);
        var forums = await Db.Forums.Join(Db.Organisations, f => f.Id, o => o.Id, (_, o) => new { o.Key, o.Name, o.SortKey }).OrderBy(f => f.SortKey).Take(Seats.Most).ToListAsync(ct);
        var networks = await Db.Networks.Join(Db.Organisations, n => n.Id, o => o.Id, (n, o) => new { n.Region, n.Provenance.AsOf, o.Key, o.Name, o.SortKey }).OrderBy(n => n.SortKey).Take(Seats.Most).ToListAsync(ct);
        var seats = Seats.Ordered(await Seats.Of(Db, s => true).Take(Seats.Most).ToListAsync(ct));
        _seatsByForum = seats.ToLookup(s => s.Forum.Key, StringComparer.Ordinal);
        RegionsAsOf = networks.Select(n => n.AsOf).Max(StringComparer.Ordinal);
        NationalCouncils =
        [
            .. forums.Where(f => _seatsByForum[f.Key].Any(s => s.HolderIsNetwork)).Select(f => new BodyRef { Key = f.Key, Name = f.Name }),
        ];
        Regions =
        [
            .. networks.Select(n => new RegionSeats(
                n.Region, new() { Key = n.Key, Name = n.Name },
                [.. NationalCouncils.Select(c => _seatsByForum[c.Key].FirstOrDefault(s => string.Equals(s.Holder?.Key, n.Key, StringComparison.Ordinal)))])),
        ];
        RegionalSeats = [.. seats.Where(s => s.Region is not null && !s.HolderIsNetwork).OrderBy(s => NorwegianOrder.Key(s.Region!), StringComparer.Ordinal)];
    }
}
