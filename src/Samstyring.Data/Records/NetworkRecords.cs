using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Loading;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Records;

/// <summary>What a forum may do, and who sits in it.</summary>
internal sealed class ForumRecord() : RecordType<Forum>("forum", "forums")
{
    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<Forum>()
        .Key("org_key", FieldKind.Body)
        .Code<Mandate>("mandate", nameof(Forum.Mandate)).Localized("mandate_note", nameof(Forum.MandateNote), isLong: true).Localized("members", nameof(Forum.Members), isLong: true).All;

    internal override Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct) => Task.FromResult(new NewRecord(values.Required("org_key"), new Forum
    {
        Id = values.Body("org_key"),
        MandateNote = values.Localized("mandate_note"),
        Members = values.Localized("members"),
        Provenance = origin,
    }));

    protected override IQueryable<Forum> Find(SamstyringDb db, string key)
    {
        var id = OrganisationId.Of(key);
        return db.Forums.Where(f => f.Id == id);
    }

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, Forum entity, DateOnly today, CancellationToken ct)
    {
        var body = await db.Organisations.Where(o => o.Id == entity.Id).Select(o => new { o.Key, o.Name, o.Parent }).SingleAsync(ct);
        return new(body.Name, "/organisasjoner/" + body.Key, Stewards.OfForum(entity.Id, body.Parent), [new("organisation", body.Key)]);
    }
}

internal sealed class ForumSeatRecord() : RecordType<ForumSeat>("forum-seat", "forum-seats")
{
    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<ForumSeat>()
        .Key("forum", FieldKind.Body)
        .Body("holder", nameof(ForumSeat.Holder)).Text("region", nameof(ForumSeat.Region)).Code<SeatState>("seat", nameof(ForumSeat.Seat)).Localized("note", nameof(ForumSeat.Note), isLong: true).All;

    internal override Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct)
    {
        var id = ForumSeatId.Of($"{values["forum"]}/{values["holder"]}/{values["region"]}/{values["note_nb"]}");
        return Task.FromResult(new NewRecord(id.Value.ToString("D"), new ForumSeat { Id = id, Forum = values.Body("forum"), Note = values.Localized("note"), Provenance = origin }));
    }

    protected override IQueryable<ForumSeat>? Find(SamstyringDb db, string key)
    {
        var id = Guid.TryParseExact(key, "D", out var guid) ? new ForumSeatId(guid) : default;
        return id == default ? null : db.ForumSeats.Where(s => s.Id == id);
    }

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, ForumSeat entity, DateOnly today, CancellationToken ct)
    {
        var forum = await db.Organisations.Where(o => o.Id == entity.Forum).Select(o => new { o.Key, o.Name, o.Parent }).SingleAsync(ct);
        var holder = entity.Holder is { } id ? await Names.BodyAsync(db, id, ct) : null;
        return new(
            Names.Tied(forum.Name, holder?.Name ?? new(entity.Region ?? "")), await Names.PathAsync(db, entity.Forum, forum.Key, ct), Stewards.OfForum(entity.Forum, forum.Parent),
            [new("organisation", forum.Key), .. holder is null ? [] : new[] { new Subject("organisation", holder.Key) }]);
    }
}

/// <summary>The region of a network, and the counties of today that it is now. What is known of the network besides are its facts.</summary>
internal sealed class NetworkRecord() : RecordType<Network>("network", "networks")
{
    public override bool CanBeAdded => false;

    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<Network>()
        .Text("region", nameof(Network.Region), required: true).Text("counties", nameof(Network.Counties), required: true).All;

    internal override Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct) => throw new NotSupportedException("Networks come with the data.");

    internal override async Task<Reason?> CheckAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct)
    {
        var known = await db.Counties.Select(c => c.Number).ToListAsync(ct);
        return values.Required("counties").Split('|').FirstOrDefault(number => !known.Contains(number, StringComparer.Ordinal)) is { } unknown ? new Reason("field.not-a-county", "counties", unknown) : null;
    }

    /// <summary>
    /// No source names the members, so they are worked out from the counties, as when the data is loaded. What somebody added, corrected or
    /// restricted stays, also where whoever changes the network may not see it.
    /// </summary>
    internal override async Task DeriveOthersAsync(SamstyringDb db, object entity, CancellationToken ct)
    {
        var network = (Network)entity;
        var key = (await Names.BodyAsync(db, network.Id, ct)).Key;
        var counties = network.Counties.Split('|').Select(OrganisationId.Of).ToList();
        var due = await db.Municipalities.Where(m => counties.Contains(m.County)).Join(db.Organisations, m => m.Id, o => o.Id, (m, o) => new { m.Id, m.Number, o.SortKey }).ToDictionaryAsync(m => m.Id, ct);
        var ofNetwork = RecordTypes.Tied(key, "%");
        var origin = new Provenance($"{network.Provenance.Source}; kartverket", network.Provenance.AsOf, Certainty.Inferred);
        var corrected = await db.CorrectedFacts.IgnoreQueryFilters().Where(f => f.RecordType == "membership" && EF.Functions.Like(f.RecordKey, ofNetwork)).Select(f => f.RecordKey).ToListAsync(ct);
        var kept = corrected.Select(membership => OrganisationId.Of(membership.Split(RecordTypes.Tie)[1])).ToHashSet();
        var there = await db.Memberships.IgnoreQueryFilters().Where(m => m.Body == network.Id)
            .Select(m => new { m.Id, m.Member, IsWorkedOut = m.VisibleTo == null && m.Provenance.Certainty == Certainty.Inferred && m.Provenance.Source == origin.Source }).ToListAsync(ct);
        List<MembershipId> gone = [.. there.Where(m => m.IsWorkedOut && !due.ContainsKey(m.Member) && !kept.Contains(m.Member)).Select(m => m.Id)];
        await db.Memberships.Where(m => gone.Contains(m.Id)).ExecuteDeleteAsync(ct);
        await BulkInsert.InsertAsync(db, due.Values.ExceptBy(there.Select(m => m.Member), m => m.Id).Select(m => new Membership
        {
            Id = MembershipId.Of($"{key}/{m.Number}"),
            Member = m.Id,
            Body = network.Id,
            SortKey = m.SortKey,
            Provenance = origin,
        }), ct);
    }

    protected override IQueryable<Network> Find(SamstyringDb db, string key)
    {
        var id = OrganisationId.Of(key);
        return db.Networks.Where(n => n.Id == id);
    }

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, Network entity, DateOnly today, CancellationToken ct)
    {
        var network = await Names.BodyAsync(db, entity.Id, ct);
        return new(network.Name, "/nettverk/" + network.Key, Stewards.OfNetwork(entity.Id), [new("organisation", network.Key)]);
    }
}

internal sealed class NetworkFactRecord() : RecordType<NetworkFact>("network-fact", "network-facts")
{
    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<NetworkFact>()
        .Key("network", FieldKind.Body).Key("field", FieldKind.Code, [.. Codes.All<NetworkField>()])
        .Localized("value", nameof(NetworkFact.Value), required: true, isLong: true).All;

    internal override async Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct)
    {
        var id = NetworkFactId.Of($"{values["network"]}/{values["field"]}/{values["value_nb"]}");
        return new(id.Value.ToString("D"), new NetworkFact
        {
            Id = id,
            Network = values.Body("network"),
            Field = values.Code<NetworkField>("field"),
            Order = (await db.NetworkFacts.MaxAsync(f => (int?)f.Order, ct) ?? 0) + 1,
            Value = values.Localized("value"),
            Provenance = origin,
        });
    }

    internal override async Task<Reason?> CheckAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct) =>
        key is null && !await db.Networks.AnyAsync(n => n.Id == values.Body("network"), ct) ? new Reason("field.not-a-network", "network", values["network"]) : null;

    protected override IQueryable<NetworkFact>? Find(SamstyringDb db, string key)
    {
        var id = Guid.TryParseExact(key, "D", out var guid) ? new NetworkFactId(guid) : default;
        return id == default ? null : db.NetworkFacts.Where(f => f.Id == id);
    }

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, NetworkFact entity, DateOnly today, CancellationToken ct)
    {
        var network = await Names.BodyAsync(db, entity.Network, ct);
        return new(network.Name, "/nettverk/" + network.Key, Stewards.OfNetwork(entity.Network), [new("organisation", network.Key)]);
    }
}

/// <summary>What a theme is called, for all networks alike.</summary>
internal sealed class ThemeRecord() : RecordType<Theme>("theme", "themes")
{
    public override bool CanBeAdded => false;

    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<Theme>()
        .Localized("name", nameof(Theme.Name), required: true).Localized("note", nameof(Theme.Note), isLong: true).All;

    internal override Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct) => throw new NotSupportedException("Themes come with the data.");

    protected override IQueryable<Theme>? Find(SamstyringDb db, string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && key == Key(number) ? db.Themes.Where(t => t.Number == number) : null;

    protected override void Derive(Theme entity) => Set(entity, nameof(Theme.Folded), Folding.Fold(string.Join(' ', entity.Name.Nb, entity.Name.Nn, entity.Name.En)));

    protected override Task<RecordCard> CardAsync(SamstyringDb db, Theme entity, DateOnly today, CancellationToken ct) => Task.FromResult(new RecordCard(entity.Name, Path(entity), Stewards.OfRegistry, []));

    protected override Task<Findable?> FindableAsync(SamstyringDb db, Theme entity, CancellationToken ct) => Task.FromResult<Findable?>(
        new("theme", Key(entity.Number), entity.Name, entity.Note, Path(entity), 5, [], [entity.Note]));

    private static string Key(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Path(Theme theme) => "/nettverk/temaer#tema-" + Key(theme.Number);
}

internal sealed class ThemeCellRecord() : RecordType<ThemeCell>("theme-cell", "theme-cells")
{
    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<ThemeCell>()
        .Key("theme", FieldKind.Number).Key("network", FieldKind.Body)
        .Code<ThemeState>("state", nameof(ThemeCell.State)).All;

    internal override Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct) => Task.FromResult(new NewRecord(
        RecordTypes.Tied(values.Required("theme"), values.Required("network")), new ThemeCell { Theme = values.OptionalNumber("theme")!.Value, Network = values.Body("network"), Provenance = origin }));

    internal override async Task<Reason?> CheckAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct)
    {
        if (key is not null)
        {
            return null;
        }

        var number = values.OptionalNumber("theme");
        return !await db.Themes.AnyAsync(t => t.Number == number, ct) ? new Reason("field.no-such-thing", "theme", values["theme"])
            : !await db.Networks.AnyAsync(n => n.Id == values.Body("network"), ct) ? new Reason("field.not-a-network", "network", values["network"]) : null;
    }

    protected override IQueryable<ThemeCell>? Find(SamstyringDb db, string key)
    {
        if (key.Split(RecordTypes.Tie) is not [var theme, var network] || !int.TryParse(theme, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var id = OrganisationId.Of(network);
        return db.ThemeCells.Where(c => c.Theme == number && c.Network == id);
    }

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, ThemeCell entity, DateOnly today, CancellationToken ct)
    {
        var network = await Names.BodyAsync(db, entity.Network, ct);
        var theme = await db.Themes.Where(t => t.Number == entity.Theme).Select(t => t.Name).SingleAsync(ct);
        return new(Names.Tied(theme, network.Name), "/nettverk/temaer", Stewards.OfNetwork(entity.Network), [new("organisation", network.Key), new("theme", entity.Theme.ToString(CultureInfo.InvariantCulture))]);
    }
}
