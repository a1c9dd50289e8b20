using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Knowledge;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Knowledge;

/// <summary>All notes: where do the sources disagree, and what is still open?</summary>
public sealed class NotesModel(SamstyringDb db, Catalogue catalogue) : ListPage<DiscrepancyItem>(db, new DiscrepancyList())
{
    private Dictionary<NoteStatus, int> _byStatus = [];
    private IReadOnlyDictionary<string, SourceTitle> _sources = new Dictionary<string, SourceTitle>(StringComparer.Ordinal);

    /// <summary>Of all notes, whatever the filters.</summary>
    public string Lead(Ui ui) => ui[
        "notes.lead", ui.Count("notes.lead.notes", _byStatus.Values.Sum()), ui.Count("notes.lead.open", Count(NoteStatus.Open)),
        ui.Count("notes.lead.resolved", Count(NoteStatus.Resolved)), ui.Count("notes.lead.accepted", Count(NoteStatus.Accepted))];

    /// <summary>Shorter than the title, and what readers call the document by.</summary>
    public string Publisher(string document) => _sources.TryGetValue(document, out var source) ? source.Publisher : document;

    protected override async Task LoadMoreAsync(ListQuery query, CancellationToken ct)
    {
        _byStatus = await Db.SourceNotes.GroupBy(n => n.Status).Select(g => new { g.Key, Notes = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Notes, ct);
        _sources = (await catalogue.GetAsync(ct)).Sources;
    }

    private int Count(NoteStatus status) => _byStatus.GetValueOrDefault(status);
}
