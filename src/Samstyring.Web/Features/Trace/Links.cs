using System.Runtime.CompilerServices;
using System.Text.Json;
using Samstyring.Data;
using Samstyring.Data.Trace;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Trace;

/// <summary>A link of the chain of changes.</summary>
public sealed record LinkItem
{
    /// <summary>From 1, without a gap.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null where the program itself acted, and where the person was erased.</summary>
    public string? Person { get; init; }

    /// <summary>Whether the program itself acted.</summary>
    public required bool ByProgram { get; init; }

    public BodyRef? OnBehalfOf { get; init; }

    /// <summary>Null where the link is restricted.</summary>
    public string? Event { get; init; }

    public string? SubjectType { get; init; }

    public string? SubjectKey { get; init; }

    /// <summary>What the event tells, before and after; null where it was erased or is restricted.</summary>
    public JsonElement? Details { get; init; }

    /// <summary>What it tells was erased with the person it told of.</summary>
    public required bool Erased { get; init; }

    /// <summary>It tells of something that you may not see: there is a link, and no more is said.</summary>
    public required bool Restricted { get; init; }

    public required string Hash { get; init; }
}

/// <summary>Some links, the newest first.</summary>
/// <param name="Next">The value of <c>before</c> that gives the next ones; null where these are the last.</param>
public sealed record LinkPage(IReadOnlyList<LinkItem> Items, int PageSize, long? Next);

/// <summary>Reads links with the names of those they tell of, and never more than asked for.</summary>
internal static class Links
{
    private const int Batch = 500;

    public static readonly IReadOnlyList<ExportField<LinkItem>> Fields =
    [
        new("number", l => l.Number), new("at", l => l.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture)), new("person", l => l.Person),
        new("by_program", l => l.ByProgram), new("on_behalf_of", l => l.OnBehalfOf?.Key), new("event", l => l.Event), new("subject_type", l => l.SubjectType), new("subject_key", l => l.SubjectKey),
        new("details", l => l.Details?.GetRawText()), new("erased", l => l.Erased), new("restricted", l => l.Restricted), new("hash", l => l.Hash),
    ];

    public static async Task<(LinkPage Page, TraceNames.Names Names)> PageAsync(SamstyringDb db, TraceNames names, LinkQuery query, CancellationToken ct)
    {
        var entries = await query.ReadAsync(db, query.PageSize + 1, ct);
        var shown = entries.Take(query.PageSize).ToList();
        foreach (var link in shown.Where(link => !link.IsHidden))
        {
            db.Shows(link.Entry.VisibleTo, link.Entry.SubjectType, link.Entry.SubjectKey);
        }

        var known = await names.ReadAsync(shown, ct);
        return (new([.. shown.Select(entry => Item(entry, known))], query.PageSize, entries.Count > shown.Count ? shown[^1].Entry.Number : null), known);
    }

    /// <summary>All links from the query's beginning on.</summary>
    public static async IAsyncEnumerable<LinkItem> AllAsync(SamstyringDb db, TraceNames names, LinkQuery query, [EnumeratorCancellation] CancellationToken ct)
    {
        long? next = query.Before;
        do
        {
            var (page, _) = await PageAsync(db, names, query with { Before = next, PageSize = Batch }, ct);
            foreach (var link in page.Items)
            {
                yield return link;
            }

            next = page.Next;
        }
        while (next is not null);
    }

    private static LinkItem Item(TrailEntry shown, TraceNames.Names names)
    {
        var entry = shown.Entry;
        LinkItem bare = new() { Number = entry.Number, At = entry.At, ByProgram = false, Erased = shown.IsErased, Restricted = shown.IsHidden, Hash = entry.Hash };
        return shown.IsHidden ? bare : bare with
        {
            Person = entry.User is { } user ? names.People.GetValueOrDefault(user) : null,
            ByProgram = entry.User is null,
            OnBehalfOf = entry.OnBehalfOf is { } organisation ? names.Organisations.GetValueOrDefault(organisation) : null,
            Event = entry.Event,
            SubjectType = entry.SubjectType,
            SubjectKey = entry.SubjectKey,
            Details = entry.Payload is null ? null : JsonElement.Parse(entry.Payload),
        };
    }
}
