using System.Globalization;
using Microsoft.EntityFrameworkCore;
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
