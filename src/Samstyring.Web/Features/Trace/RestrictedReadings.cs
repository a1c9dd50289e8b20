using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Trace;

/// <summary>Somebody was shown something restricted. What it holds is not told, only which it was.</summary>
public sealed record ReadItem(long Number, DateTimeOffset At, string? Person, BodyRef? OnBehalfOf, string Type, string Key);

/// <param name="Next">The value of <c>before</c> that gives the next ones; null where these are the last.</param>
public sealed record ReadPage(IReadOnlyList<ReadItem> Items, int PageSize, long? Next);

/// <param name="Before">Reads below this number; null from the end.</param>
public sealed record ReadQuery(long? Before, int PageSize)
{
    public static (ReadQuery Query, IReadOnlyList<BadValue> Bad) Read(IQueryCollection query, int maxPageSize)
    {
        List<BadValue> bad = [];
        return (new(LinkQuery.ReadBefore(query, bad), ListQuery.Whole(query, "pageSize", 1, maxPageSize, bad) ?? ListQuery.DefaultPageSize), bad);
    }
}

/// <summary>Reads of restricted material, the newest first.</summary>
internal static class RestrictedReadings
{
    private const int Batch = 500;

    public static readonly IReadOnlyList<ExportField<ReadItem>> Fields =
    [
        new("number", r => r.Number), new("at", r => r.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)), new("person", r => r.Person),
        new("on_behalf_of", r => r.OnBehalfOf?.Key), new("type", r => r.Type), new("key", r => r.Key),
    ];

    public static async Task<ReadPage> PageAsync(SamstyringDb db, TraceNames names, ReadQuery query, CancellationToken ct)
    {
        var below = query.Before ?? long.MaxValue;
        var reads = await db.RestrictedReads.Where(r => r.Number < below).OrderByDescending(r => r.Number).Take(query.PageSize + 1).ToListAsync(ct);
        var shown = reads.Take(query.PageSize).ToList();
        var known = await names.ReadAsync(shown.Select(r => r.User).OfType<UserId>(), shown.Select(r => r.OnBehalfOf).OfType<OrganisationId>(), ct);
        var items = shown.Select(r => new ReadItem(
            r.Number, r.At, r.User is { } user ? known.People.GetValueOrDefault(user) : null, r.OnBehalfOf is { } organisation ? known.Organisations.GetValueOrDefault(organisation) : null, r.Type, r.Key));
        return new([.. items], query.PageSize, reads.Count > shown.Count ? shown[^1].Number : null);
    }

    public static async IAsyncEnumerable<ReadItem> AllAsync(SamstyringDb db, TraceNames names, ReadQuery query, [EnumeratorCancellation] CancellationToken ct)
    {
        long? next = query.Before;
        do
        {
            var page = await PageAsync(db, names, new(next, Batch), ct);
            foreach (var read in page.Items)
            {
                yield return read;
            }

            next = page.Next;
        }
        while (next is not null);
    }
}
