using Samstyring.Data;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Trace;

/// <summary>A link with what it tells, in the reader's words.</summary>
public sealed record LinkRow(LinkItem Link, string? Event, IReadOnlyList<ToldField> Told)
{
    /// <summary>The name of the person it happened to, where it happened to one.</summary>
    public string? SubjectName { get; init; }
}

/// <summary>The links that a page shows, with what leads on from them.</summary>
/// <param name="Path">Of the page.</param>
/// <param name="Api">The address that gives the same as a file.</param>
public sealed record LinkTable(LinkQuery Query, IReadOnlyList<BadValue> Bad, string Path, string Api)
{
    public IReadOnlyList<LinkRow> Rows { get; private set; } = [];

    public long? Next { get; private set; }

    public async Task FillAsync(SamstyringDb db, TraceNames names, LinkWords words, CancellationToken ct)
    {
        var (page, known) = await Links.PageAsync(db, names, Query, ct);
        Next = page.Next;
        Rows =
        [
            .. page.Items.Select(link => new LinkRow(link, link.Event is null ? null : words.Event(link.Event), link.Details is { } details ? words.Fields(link.Event!, details, known) : [])
            {
                SubjectName = link.SubjectType is "person" && Guid.TryParse(link.SubjectKey, out var id) ? known.People.GetValueOrDefault(new(id)) : null,
            }),
        ];
    }
}
