using Microsoft.EntityFrameworkCore;

namespace Samstyring.Data.Trace;

/// <summary>What can be wrong with a link.</summary>
public enum ChainFault
{
    /// <summary>The number does not follow the one before: a row is missing, or rows changed places.</summary>
    Gap = 1,

    /// <summary>It does not name the hash of the link before it.</summary>
    Broken,

    /// <summary>Its fields do not give its hash.</summary>
    Changed,

    /// <summary>Its payload or salt does not give its digest, or one of them is gone without the other.</summary>
    PayloadChanged,

    /// <summary>The chain ends before the head that was kept, or has another hash there.</summary>
    CutOff,
}

/// <param name="Number">The number of the link where it shows.</param>
public sealed record ChainFinding(long Number, ChainFault Fault);

/// <param name="Findings">At most a hundred, in order; empty where the chain holds.</param>
/// <param name="Checked">Links that were followed.</param>
/// <param name="Erased">Links whose payload was erased: their digests stand, and the chain holds.</param>
public sealed record ChainReport(ChainHead Head, long Checked, long Erased, IReadOnlyList<ChainFinding> Findings)
{
    public bool Holds => Findings is [];
}

/// <summary>Follows the chain from its first link: finds a changed, missing, reordered or cut-off row.</summary>
public static class ChainCheck
{
    private const int MostFindings = 100;

    private const int Batch = 5_000;

    /// <param name="kept">A head that was written down before: in the log, or in the manifest of a backup.</param>
    public static Task<ChainReport> RunAsync(SamstyringDb db, ChainHead? kept, CancellationToken ct) => FollowAsync(db, ChainHead.Empty, kept, ct);

    /// <summary>Follows the last links only, from the one before them on: where somebody waits for the answer.</summary>
    public static async Task<ChainReport> RunAsync(SamstyringDb db, ChainHead? kept, int last, CancellationToken ct)
    {
        var end = await AuditChain.HeadAsync(db, ct);
        var before = await db.AuditEntries.Where(e => e.Number == end.Number - last).Select(e => new ChainHead(e.Number, e.Hash)).SingleOrDefaultAsync(ct);
        var start = before ?? ChainHead.Empty;
        var isFollowed = kept?.Number > start.Number;
        var report = await FollowAsync(db, start, isFollowed ? kept : null, ct);
        return kept is null or { Number: 0 } || isFollowed || await db.AuditEntries.AnyAsync(e => e.Number == kept.Number && e.Hash == kept.Hash, ct)
            ? report
            : report with { Findings = [.. report.Findings, new(kept.Number, ChainFault.CutOff)] };
    }

    private static async Task<ChainReport> FollowAsync(SamstyringDb db, ChainHead from, ChainHead? kept, CancellationToken ct)
    {
        var head = from;
        List<ChainFinding> findings = [];
        var (followed, erased, met) = (0L, 0L, kept is null or { Number: 0 });
        while (await db.AuditEntries.Where(e => e.Number > head.Number).OrderBy(e => e.Number).Take(Batch).ToListAsync(ct) is { Count: > 0 } links)
        {
            foreach (var link in links)
            {
                findings.AddRange(Faults(link, head).Select(fault => new ChainFinding(link.Number, fault)));
                followed++;
                erased += link.Payload is null ? 1 : 0;
                met |= kept is not null && link.Number == kept.Number && string.Equals(link.Hash, kept.Hash, StringComparison.Ordinal);
                head = new(link.Number, link.Hash);
                if (findings.Count >= MostFindings)
                {
                    return new(head, followed, erased, findings);
                }
            }
        }

        return new(head, followed, erased, met ? findings : [.. findings, new(kept!.Number, ChainFault.CutOff)]);
    }

    private static IEnumerable<ChainFault> Faults(AuditEntry link, ChainHead before)
    {
        if (link.Number != before.Number + 1)
        {
            yield return ChainFault.Gap;
        }

        if (!string.Equals(link.PreviousHash, before.Hash, StringComparison.Ordinal))
        {
            yield return ChainFault.Broken;
        }

        if (!string.Equals(link.Hash, AuditChain.HashOf(link), StringComparison.Ordinal))
        {
            yield return ChainFault.Changed;
        }

        if ((link.Payload is null) != (link.Salt is null) || (link.Payload is not null && !string.Equals(link.PayloadDigest, AuditChain.DigestOf(link.Salt!, link.Payload), StringComparison.Ordinal)))
        {
            yield return ChainFault.PayloadChanged;
        }
    }
}
