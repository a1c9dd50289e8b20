using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Knowledge;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Council;

/// <summary>Projects of one year.</summary>
/// <param name="Unclear">Of these, how many the list marks as not settled in size.</param>
public sealed record ProjectYear(int Year, int Projects, int Unclear);

/// <summary>The projects that Digitaliseringsrådet has advised: how many, whose, and how big?</summary>
public sealed class IndexModel(SamstyringDb db) : ListPage<CouncilProjectItem>(db, new CouncilProjectList())
{
    /// <summary>The finding that the report counts 72 projects and lists 73.</summary>
    private const string CountNote = "D-01";

    private const int Most = 100;

    /// <summary>Every year of the list, whatever the filter.</summary>
    public IReadOnlyList<ProjectYear> Years { get; private set; } = [];

    /// <summary>What is wrong with the list as a whole.</summary>
    public IReadOnlyList<SourceNote> Notes { get; private set; } = [];

    public SourceNote? Count => Notes.FirstOrDefault(n => string.Equals(n.Key, CountNote, StringComparison.Ordinal));

    public int Total => Years.Sum(y => y.Projects);

    public string Lead(Ui ui)
    {
        var unclear = Years.Sum(y => y.Unclear);
        return Years is [] ? ui["council.lead-none"] : ui["council.lead", Total, $"{Years[0].Year}", $"{Years[^1].Year}", unclear, Total - unclear];
    }

    protected override async Task LoadMoreAsync(ListQuery query, CancellationToken ct)
    {
        Years = [.. (await Db.CouncilProjects.GroupBy(p => p.Year).OrderBy(g => g.Key)
            .Select(g => new { g.Key, Projects = g.Count(), Unclear = g.Count(p => p.Size == CouncilProjectList.Unclear) }).ToListAsync(ct)).Select(y => new ProjectYear(y.Key, y.Projects, y.Unclear))];
        Notes = await Db.SourceNotes.Where(n => Db.SourceNoteSubjects.Any(s => s.Note == n.Key && s.Subject == "organisation:digitaliseringsradet")).OrderBy(n => n.Key).Take(Most).ToListAsync(ct);
    }
}
