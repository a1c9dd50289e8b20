using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Knowledge;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Networks;

/// <summary>The theme grid: which network has a specialist group on which theme, and how far is it (R-118)?</summary>
public sealed class ThemesModel(SamstyringDb db, Ui ui) : PageModel
{
    private const int Most = 50;

    public IReadOnlyList<ThemeItem> Themes { get; private set; } = [];

    /// <summary>The columns. Every theme has a cell for every network, in this order.</summary>
    public IReadOnlyList<BodyRef> Networks { get; private set; } = [];

    public IReadOnlyList<SourceNote> Notes { get; private set; } = [];

    public int All => Cells.Count();

    public int Known => Cells.Count(c => c.State is not null);

    public int Lost => Cells.Count(c => c.State is null && c.Provenance.Certainty is Certainty.Lost);

    private IEnumerable<ThemeCellItem> Cells => Themes.SelectMany(t => t.Cells);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Themes = await new ThemeList().From(db).OrderBy(t => t.Number).Take(Most).ToListAsync(ct);
        Networks =
        [
            .. await db.Networks.Join(db.Organisations, n => n.Id, o => o.Id, (_, o) => o).OrderBy(o => o.SortKey).Take(Most)
                .Select(o => new BodyRef { Key = o.Key, Name = o.Name }).ToListAsync(ct),
        ];
        Notes = await db.SourceNotes.Where(n => db.SourceNoteSubjects.Any(s => s.Note == n.Key && s.Subject.StartsWith("theme:"))).OrderBy(n => n.Key).Take(Most).ToListAsync(ct);
    }

    /// <summary>The answer, computed: how many cells there are, and how many of them we know.</summary>
    public string Lead()
    {
        var grid = ui["themes.lead", Ui.Capital(Neuter.Word(ui, Themes.Count)), Neuter.Word(ui, Networks.Count), All];
        return (Known, Lost) switch
        {
            (0, var lost) when lost == All => $"{grid} {ui["themes.lead-lost"]}",
            (0, var lost) => $"{grid} {ui["themes.lead-none", lost]}",
            var (known, lost) => $"{grid} {ui["themes.lead-some", known, Count(ThemeState.Established), Count(ThemeState.BeingEstablished), Count(ThemeState.Considered), lost]}",
        };
    }

    public int Count(ThemeState state) => Cells.Count(c => c.State == state);

    /// <summary>When the grid holds for: the time of its cells, oldest first.</summary>
    public string Dated() => ui.Join([.. Cells.Select(c => c.Provenance.AsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(ui.Time)]);

    /// <summary>What the sources say in words, with the themes that they say it of.</summary>
    public IEnumerable<(LocalizedText Note, IReadOnlyList<ThemeItem> Themes)> Statements() =>
        Themes.Where(t => !t.Note.IsUnknown).GroupBy(t => t.Note).Select(g => (g.Key, (IReadOnlyList<ThemeItem>)[.. g]));
}
