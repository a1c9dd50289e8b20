using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Samstyring.Data;
using Samstyring.Domain.Actors;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Actors;

/// <summary>A channel that reaches a municipality.</summary>
/// <param name="Strength">From 1 to 100.</param>
/// <param name="Provenance">Where the relation comes from; the strength has an origin of its own.</param>
public sealed record ChannelOfMunicipality(string Channel, LocalizedText Name, ChannelRelation Relation, int Strength, Provenance Provenance);

/// <summary>A municipality with who reaches it, and who must be told what it is told.</summary>
public sealed record MunicipalityChannelsItem
{
    /// <summary>The number of the municipality.</summary>
    public required string Key { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>On 1 January 2026.</summary>
    public required int Inhabitants { get; init; }

    public MunicipalPart Part { get; init; }

    /// <summary>The strongest first.</summary>
    public IReadOnlyList<ChannelOfMunicipality> Channels { get; init; } = [];

    /// <summary>The strength of the strongest, 0 where there is none.</summary>
    public int Strength => Channels is [var strongest, ..] ? strongest.Strength : 0;

    /// <summary>Bodies that act for the municipality, to be told what it is told .</summary>
    public IReadOnlyList<BodyRef> Tell { get; init; } = [];

    /// <summary>How it decides, where a source says so.</summary>
    public IReadOnlyList<DecisionOfMunicipality> Decisions { get; init; } = [];

    [JsonIgnore]
    public OrganisationId Id { get; init; }

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

/// <summary>How a municipality decides on a subject.</summary>
public sealed record DecisionOfMunicipality(LocalizedText Subject, DecisionModelKind Model, LocalizedText DecidedBy, Provenance Provenance);

/// <summary>Municipalities that an initiative touches, each with its channels.</summary>
/// <param name="picture">Null for the list of no initiative.</param>
internal sealed class ChannelList(ChannelPicture? picture) : ListSpec<MunicipalityChannelsItem>
{
    private readonly string _initiative = picture?.Facts.Initiative.Key ?? "";

    public override string Name => "channels";

    public override string Path => $"/tiltak/{_initiative}/kanaler";

    public override string Api => $"/api/v1/initiatives/{_initiative}/channels";

    public override IReadOnlyList<ListFilter<MunicipalityChannelsItem>> Filters =>
    [
        ListFilters.Code<MunicipalityChannelsItem, MunicipalPart>("part", "municipal-part", part => In(picture?.Facts.Parts.With(part))),
        new("channel", "channels.channel", ChannelsAsync, channel => In(picture?.ReachedBy(channel))),
        new("only", "channels.only", ChannelsAsync, channel => In(picture?.ReachedOnlyBy(channel))),
        ListFilters.Fixed<MunicipalityChannelsItem>("reached", "channels.reached", ["yes", "no"], value => value == "no" ? In(picture?.Unreached) : In(picture?.Facts.Parts.Of.Keys.Except(picture.Unreached))),
    ];

    public override IReadOnlyList<ListSort<MunicipalityChannelsItem>> Sorts =>
    [
        new("name", (rows, descending) => rows.By(descending, m => m.SortKey, m => m.Key)),
        new("number", (rows, descending) => rows.By(descending, m => m.Key, m => m.Key)),
        new("inhabitants", (rows, descending) => rows.By(descending, m => m.Inhabitants, m => m.Key)),
    ];

    public override IReadOnlyList<ExportField<MunicipalityChannelsItem>> Fields =>
    [
        new("municipality_number", m => m.Key), new("name", m => m.Name.Nb), new("inhabitants", m => m.Inhabitants), new("part", m => Codes.Of(m.Part)), new("strength", m => m.Strength),
        .. Enum.GetValues<ChannelRelation>().SelectMany(Columns), new("tell", m => Joined(m.Tell.Select(body => body.Key).Prepend(m.Key))), new("tell_names", m => Joined(m.Tell.Select(body => body.Name.Nb).Prepend(m.Name.Nb))),
        new("decided_by", m => Joined(m.Decisions.Select(decision => decision.DecidedBy.Nb))),
    ];

    public override IQueryable<MunicipalityChannelsItem> From(SamstyringDb db)
    {
        List<OrganisationId> touched = [.. picture?.Facts.Parts.Of.Keys ?? []];
        return
            from m in db.Municipalities
            where touched.Contains(m.Id)
            join o in db.Organisations on m.Id equals o.Id
            select new MunicipalityChannelsItem { Key = m.Number, Name = o.Name, Inhabitants = m.Population2026, Id = m.Id, SortKey = o.SortKey, Folded = o.Folded };
    }

    public override Expression<Func<MunicipalityChannelsItem, bool>> Contains(string folded) => m => m.Folded.Contains(folded) || m.Key == folded;

    public override Task<IReadOnlyList<MunicipalityChannelsItem>> CompleteAsync(SamstyringDb db, IReadOnlyList<MunicipalityChannelsItem> rows, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<MunicipalityChannelsItem>>(picture is null ? rows : [.. rows.Select(row => Complete(picture, row))]);

    private static MunicipalityChannelsItem Complete(ChannelPicture picture, MunicipalityChannelsItem row) => row with
    {
        Part = picture.Facts.Parts.Of[row.Id],
        Channels = [.. picture.ChannelsOf(row.Id).Select(channel => new ChannelOfMunicipality(channel.Body.Key, channel.Body.Name, channel.Link.Relation, picture.StrengthOf(channel.Link.Relation), channel.Link.Provenance))],
        Tell = [.. picture.ActingFor(row.Id).Select(acting => new BodyRef { Key = acting.Body.Key, Name = acting.Body.Name })],
        Decisions = [.. picture.Facts.Models[row.Id].Select(model => new DecisionOfMunicipality(model.Subject, model.Model, model.DecidedBy, model.Provenance))],
    };

    private Task<IReadOnlyList<FilterOption>> ChannelsAsync(SamstyringDb db, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<FilterOption>>([.. picture?.Facts.Channels.Select(body => new FilterOption(body.Key, body.Name)) ?? []]);

    private static Expression<Func<MunicipalityChannelsItem, bool>> In(IEnumerable<OrganisationId>? municipalities)
    {
        List<OrganisationId> wanted = [.. municipalities ?? []];
        return row => wanted.Contains(row.Id);
    }

    /// <summary>Who reaches it by a kind of relation, and how strong that is.</summary>
    private static IEnumerable<ExportField<MunicipalityChannelsItem>> Columns(ChannelRelation relation) =>
    [
        new(Codes.Of(relation), m => Joined(m.Channels.Where(channel => channel.Relation == relation).Select(channel => channel.Channel))),
        new(Codes.Of(relation) + "_strength", m => m.Channels.FirstOrDefault(channel => channel.Relation == relation)?.Strength),
    ];

    private static string? Joined(IEnumerable<string?> texts) => string.Join('|', texts) is { Length: > 0 } joined ? joined : null;
}
