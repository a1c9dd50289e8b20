using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Networks;

/// <summary>A forum in a list: what it may do, and how many seats a source speaks of.</summary>
public sealed record ForumItem
{
    public required string Key { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>Null where no source says what the forum may do.</summary>
    public Mandate? Mandate { get; init; }

    public required LocalizedText MandateNote { get; init; }

    /// <summary>Who sits there, in the source's words.</summary>
    public required LocalizedText Members { get; init; }

    /// <summary>Bodies that a source says have a seat, as members or observers.</summary>
    public required int SeatsKnown { get; init; }

    /// <summary>Bodies that may have a seat: the source does not say.</summary>
    public required int SeatsUnknown { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

internal sealed class ForumList : ListSpec<ForumItem>
{
    private const string UnknownMandate = "unknown";

    public override string Name => "forums";

    public override string Path => "/forum";

    public override IReadOnlyList<ListFilter<ForumItem>> Filters =>
    [
        ListFilters.Fixed<ForumItem>("mandate", "forum-mandate", [.. Codes.All<Mandate>(), UnknownMandate],
            value => Codes.TryParse<Mandate>(value, out var mandate) ? f => f.Mandate == mandate : f => f.Mandate == null),
    ];

    public override IReadOnlyList<ListSort<ForumItem>> Sorts =>
    [
        new("name", (rows, descending) => rows.By(descending, f => f.SortKey, f => f.Key)),
        new("seats", (rows, descending) => rows.By(descending, f => f.SeatsKnown, f => f.Key)),
    ];

    public override IReadOnlyList<ExportField<ForumItem>> Fields =>
    [
        new("key", f => f.Key), .. Text("name", f => f.Name), new("mandate", f => f.Mandate is { } mandate ? Codes.Of(mandate) : null), .. Text("mandate_note", f => f.MandateNote),
        .. Text("members", f => f.Members), new("seats_known", f => f.SeatsKnown), new("seats_unknown", f => f.SeatsUnknown), .. Origin(f => f.Provenance),
    ];

    public override IQueryable<ForumItem> From(SamstyringDb db) =>
        from f in db.Forums
        join o in db.Organisations on f.Id equals o.Id
        select new ForumItem
        {
            Key = o.Key,
            Name = o.Name,
            Mandate = f.Mandate,
            MandateNote = f.MandateNote,
            Members = f.Members,
            SeatsKnown = db.ForumSeats.Count(s => s.Forum == f.Id && (s.Seat == SeatState.Yes || s.Seat == SeatState.Observer)),
            SeatsUnknown = db.ForumSeats.Count(s => s.Forum == f.Id && s.Seat == null),
            Provenance = f.Provenance,
            SortKey = o.SortKey,
            Folded = o.Folded,
        };

    public override Expression<Func<ForumItem, bool>> Contains(string folded) => f => f.Folded.Contains(folded);
}

/// <summary>A seat in a forum, or in a network's own bodies.</summary>
public sealed record SeatItem
{
    /// <summary>Names the seat for changing it.</summary>
    public string Key => Id.Value.ToString("D");

    [JsonIgnore]
    public ForumSeatId Id { get; init; }

    public required BodyRef Forum { get; init; }

    public BodyRef? Holder { get; init; }

    /// <summary>The region that the seat is for, as the sources name it.</summary>
    public string? Region { get; init; }

    /// <summary>Null where the source does not say whether there is a seat.</summary>
    public SeatState? Seat { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public bool ForumIsNetwork { get; init; }

    [JsonIgnore]
    public bool HolderIsNetwork { get; init; }

    [JsonIgnore]
    public bool IsRestricted { get; init; }

    [JsonIgnore]
    public string ForumSortKey { get; init; } = "";

    [JsonIgnore]
    public string HolderSortKey { get; init; } = "";

    public string ForumPath() => BodyPaths.Of(Forum.Key, ForumIsNetwork);

    public string HolderPath() => BodyPaths.Of(Holder?.Key ?? "", HolderIsNetwork);
}

internal static class Seats
{
    /// <summary>Seats on one page; the sources have fewer than a hundred.</summary>
    public const int Most = 500;

    /// <summary>Known seats first, then by forum and holder.</summary>
    public static IReadOnlyList<SeatItem> Ordered(IEnumerable<SeatItem> seats) =>
    [
        .. seats.OrderBy(s => s.Seat is null).ThenBy(s => s.ForumSortKey, StringComparer.Ordinal).ThenBy(s => s.HolderSortKey, StringComparer.Ordinal)
            .ThenBy(s => s.Region, StringComparer.Ordinal),
    ];

    public static IQueryable<SeatItem> Of(SamstyringDb db, Expression<Func<ForumSeat, bool>> which) =>
        from s in db.ForumSeats.Where(which)
        join f in db.Organisations on s.Forum equals f.Id
        join h in db.Organisations on s.Holder equals (OrganisationId?)h.Id into holders
        from holder in holders.DefaultIfEmpty()
        orderby s.Id
        select new SeatItem
        {
            Id = s.Id,
            Forum = new BodyRef { Key = f.Key, Name = f.Name },
            Holder = holder == null ? null : new BodyRef { Key = holder.Key, Name = holder.Name },
            Region = s.Region,
            Seat = s.Seat,
            Note = s.Note,
            Provenance = s.Provenance,
            IsRestricted = db.Shows(s.VisibleTo, "forum-seat", s.Id.Value),
            ForumIsNetwork = db.Networks.Any(n => n.Id == s.Forum),
            HolderIsNetwork = db.Networks.Any(n => n.Id == s.Holder),
            ForumSortKey = f.SortKey,
            HolderSortKey = db.Organisations.Where(h => h.Id == s.Holder).Select(h => h.SortKey).FirstOrDefault() ?? "",
        };
}
