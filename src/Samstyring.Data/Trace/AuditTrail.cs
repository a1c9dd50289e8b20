using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Trace;

/// <summary>Which links are asked for. What is null does not narrow.</summary>
public sealed record TrailFilter(OrganisationId? OnBehalfOf = null, string? Event = null, Subject? Subject = null)
{
    public bool Narrows => this != new TrailFilter();
}

/// <summary>A link as a person may see it.</summary>
/// <param name="IsHidden">It tells of something that the reader may not see: there is a link, and that is all.</param>
public sealed record TrailEntry(AuditEntry Entry, bool IsHidden)
{
    public bool IsErased => !IsHidden && Entry.Payload is null;
}

/// <summary>
/// Reads the chain for people, the newest link first, from a number downwards. Whoever may not see what a link tells of sees only that there
/// is a link, and with a filter not even that.
/// </summary>
public static class AuditTrail
{
    /// <param name="before">Links below this number; null from the end.</param>
    public static Task<IReadOnlyList<TrailEntry>> ReadAsync(SamstyringDb db, TrailFilter filter, long? before, int most, CancellationToken ct)
    {
        var entries = filter.Subject is { } subject
            ? from s in db.AuditSubjects
              join e in db.AuditEntries on s.Number equals e.Number
              where s.Type == subject.Type && s.Key == subject.Key
              select e
            : db.AuditEntries;
        if (filter.OnBehalfOf is { } organisation)
        {
            entries = entries.Where(e => e.OnBehalfOf == organisation);
        }

        if (filter.Event is { } kind)
        {
            entries = entries.Where(e => e.Event == kind);
        }

        if (filter.Narrows)
        {
            entries = Visible(db, entries);
        }

        return TakeAsync(db, before is null ? entries : entries.Where(e => e.Number < before), most, ct);
    }

    /// <summary>What was done on behalf of an organisation or to it. Each of the two is read by its own index.</summary>
    /// <param name="key">The organisation's key.</param>
    public static async Task<IReadOnlyList<TrailEntry>> OfOrganisationAsync(SamstyringDb db, OrganisationId organisation, string key, long? before, int most, CancellationToken ct)
    {
        var below = before ?? long.MaxValue;
        var done = await db.AuditEntries.Where(e => e.OnBehalfOf == organisation && e.Number < below).OrderByDescending(e => e.Number).Take(most).Select(e => e.Number).ToListAsync(ct);
        var met = await db.AuditSubjects.Where(s => s.Type == "organisation" && s.Key == key && s.Number < below).OrderByDescending(s => s.Number).Take(most).Select(s => s.Number).ToListAsync(ct);
        long[] numbers = [.. done.Union(met).OrderDescending().Take(most)];
        return await TakeAsync(db, db.AuditEntries.Where(e => numbers.Contains(e.Number)), most, ct);
    }

    private static IQueryable<AuditEntry> Visible(SamstyringDb db, IQueryable<AuditEntry> entries) =>
        db.Viewer.SeesAll ? entries : entries.Where(e => e.VisibleTo == null || db.Audiences.Contains(e.VisibleTo.Value));

    private static async Task<IReadOnlyList<TrailEntry>> TakeAsync(SamstyringDb db, IQueryable<AuditEntry> entries, int most, CancellationToken ct)
    {
        var taken = await entries.OrderByDescending(e => e.Number).Take(most).ToListAsync(ct);
        if (db.Viewer.SeesAll || taken.TrueForAll(e => e.VisibleTo is null))
        {
            return [.. taken.Select(e => new TrailEntry(e, IsHidden: false))];
        }

        var audiences = await db.Audiences.ToListAsync(ct);
        return [.. taken.Select(e => new TrailEntry(e, IsHidden: e.VisibleTo is { } audience && !audiences.Contains(audience)))];
    }
}
