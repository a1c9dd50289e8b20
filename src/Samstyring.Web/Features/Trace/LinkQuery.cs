using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Trace;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Trace;

/// <summary>
/// Which links a reader asks for. The chain only grows, and at the end that is read first: a page begins below a number, so that it is read
/// by index however long the chain is, and stays the same while others write.
/// </summary>
/// <param name="Organisation">The key of an organisation on whose behalf something was done.</param>
/// <param name="Subject">What it happened to, as <c>type:key</c>.</param>
/// <param name="Before">Links below this number; null from the end.</param>
public sealed record LinkQuery(string? Organisation, string? Event, string? Subject, long? Before, int PageSize)
{
    /// <summary>The query parameters, on the pages and in the API.</summary>
    public static readonly IReadOnlyList<string> Filters = ["organisation", "event", "subject"];

    /// <summary>Set where only what concerns one organisation is read: what it did, and what was done to it.</summary>
    private (OrganisationId Id, string Key)? Concerns { get; init; }

    private OrganisationId? OnBehalfOf { get; init; }

    public bool IsFiltered => Organisation is not null || Event is not null || Subject is not null;

    /// <summary>The filters as a query string, with where to begin.</summary>
    public string Address(long? before) => new QueryBuilder(new[]
    {
        ("organisation", Organisation), ("event", Event), ("subject", Subject), ("before", before?.ToString(CultureInfo.InvariantCulture)),
    }.Where(p => p.Item2 is not null).Select(p => KeyValuePair.Create(p.Item1, p.Item2!))).ToString();

    /// <summary>Reads a query string; says everything that is wrong with it.</summary>
    public static async Task<(LinkQuery Query, IReadOnlyList<BadValue> Bad)> ReadAsync(SamstyringDb db, IQueryCollection query, int maxPageSize, CancellationToken ct)
    {
        List<BadValue> bad = [];
        LinkQuery read = new(ListQuery.Value(query, "organisation")?.Trim(), ListQuery.Value(query, "event"), ListQuery.Value(query, "subject")?.Trim(), ReadBefore(query, bad), ListQuery.Whole(query, "pageSize", 1, maxPageSize, bad) ?? ListQuery.DefaultPageSize);
        if (read.Event is { } kind && !EventKinds.All.ContainsKey(kind))
        {
            bad.Add(new("event", kind, string.Join(", ", EventKinds.All.Keys.Order(StringComparer.Ordinal))));
        }

        if (read.Subject is { } subject && SubjectOf(subject) is null)
        {
            bad.Add(new("subject", subject, "organisation:digdir"));
        }

        if (read.Organisation is not { } key)
        {
            return (read, bad);
        }

        var organisation = await db.Organisations.Where(o => o.Key == key).Select(o => (OrganisationId?)o.Id).SingleOrDefaultAsync(ct);
        if (organisation is null)
        {
            bad.Add(new("organisation", key, "4207, digdir"));
        }

        return (read with { OnBehalfOf = organisation }, bad);
    }

    /// <summary>The same for what concerns one organisation. The filters do not apply.</summary>
    public static (LinkQuery Query, IReadOnlyList<BadValue> Bad) ReadFor(OrganisationId organisation, string key, IQueryCollection query, int maxPageSize)
    {
        List<BadValue> bad = [];
        LinkQuery read = new(null, null, null, ReadBefore(query, bad), ListQuery.Whole(query, "pageSize", 1, maxPageSize, bad) ?? ListQuery.DefaultPageSize);
        return (read with { Concerns = (organisation, key) }, bad);
    }

    internal Task<IReadOnlyList<TrailEntry>> ReadAsync(SamstyringDb db, int most, CancellationToken ct) => Concerns is { } one
        ? AuditTrail.OfOrganisationAsync(db, one.Id, one.Key, Before, most, ct)
        : AuditTrail.ReadAsync(db, new(OnBehalfOf, Event, Subject is null ? null : SubjectOf(Subject)), Before, most, ct);

    internal static long? ReadBefore(IQueryCollection query, List<BadValue> bad)
    {
        if (ListQuery.Value(query, "before") is not { } value)
        {
            return null;
        }

        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        bad.Add(new("before", value, "1–"));
        return null;
    }

    private static Subject? SubjectOf(string text) => text.Split(':', 2) is [{ Length: > 0 } type, { Length: > 0 } key] ? new(type, key) : null;
}
