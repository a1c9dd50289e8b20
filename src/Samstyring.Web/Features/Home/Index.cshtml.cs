using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Funding;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Steering;

namespace Samstyring.Web.Features.Home;

/// <summary>What this is, where each kind of reader begins, and how far the picture has come.</summary>
public sealed class IndexModel(SamstyringDb db) : PageModel
{
    /// <summary>Below this a municipality counts as small: half of them are.</summary>
    private const int Small = 5_000;

    public sealed record Cell(int Column, int Row, int Population)
    {
        public bool IsSmall => Population < Small;
    }

    /// <summary>Counts over everything, each with the fact that stands for its source.</summary>
    public sealed record Totals(int LifeEvents, int Unfunded, int WithKs, int ActivityLinks, int WithPhase, int OpenNotes, int Notes);

    public IReadOnlyList<Cell> Municipalities { get; private set; } = [];

    public LetterSummary Letters { get; private set; } = new(0, 0, 0, 0);

    public Totals All { get; private set; } = null!;

    public int SmallCount => Municipalities.Count(m => m.IsSmall);

    public double SmallShare => Municipalities.Count == 0 ? 0 : (double)Municipalities.Where(m => m.IsSmall).Sum(m => m.Population) / Municipalities.Sum(m => m.Population);

    /// <summary>One fact of each table, for the cards behind the figures.</summary>
    public IReadOnlyDictionary<string, Provenance> Sources { get; private set; } = new Dictionary<string, Provenance>(StringComparer.Ordinal);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Municipalities = await db.Municipalities.OrderBy(m => m.Number).Select(m => new Cell(m.HexColumn, m.HexRow, m.Population2026)).ToListAsync(ct);
        Letters = LetterSummary.Of((await db.LifeEventLetters.GroupBy(l => new { l.Mentioned, l.Assignment, l.Notice }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct))
            .SelectMany(g => Enumerable.Repeat((g.Key.Mentioned, g.Key.Assignment, g.Key.Notice), g.Count)));
        IReadOnlyList<Domain.LifeEvents.JointPhase> noPhase = [];
        var notes = await db.SourceNotes.GroupBy(n => n.Status).Select(g => new { Status = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Status, g => g.Count, ct);
        All = new(
            await db.LifeEvents.CountAsync(ct),
            await db.LifeEventFundings.CountAsync(f => f.Funded == Funded.No, ct),
            await db.LifeEventActors.CountAsync(a => db.Organisations.Any(o => o.Id == a.Organisation && o.Key == "ks"), ct),
            await db.LifeEventActivities.CountAsync(ct),
            await db.LifeEventActivities.CountAsync(a => a.Phases != noPhase, ct),
            notes.GetValueOrDefault(Domain.Knowledge.NoteStatus.Open),
            notes.Values.Sum());
        Sources = new Dictionary<string, Provenance>(StringComparer.Ordinal)
        {
            ["letters"] = new("003 §3.4 Tabell 3 p.21 l.435-464", "2020", Certainty.Stated),
            ["ks"] = new("003 §2.3 Tabell 1 p.12 l.222-268", "2021", Certainty.Stated),
            ["funding"] = new("003 §3.7 Tabell 4 p.26 l.553-560", "2021", Certainty.Inferred),
            ["phases"] = new("003 §3.1 Tabell 2 p.16 l.321-336", "2021", Certainty.Stated),
            ["population"] = new("csdata", "2026-01-01", Certainty.Stated),
        };
    }
}
