using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Knowledge;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Knowledge;

/// <summary>All sources: who sent them, and which of them have notes?</summary>
public sealed class SourcesModel(SamstyringDb db) : ListPage<SourceItem>(db, new SourceList())
{
    private IReadOnlyList<(SenderKind Kind, int Sources)> _bySender = [];
    private int _withNotes;

    /// <summary>Of the whole register, whatever the filters.</summary>
    public string Lead(Ui ui) => ui[
        "sources.lead", ui.Count("sources.lead.sources", _bySender.Sum(s => s.Sources)),
        ui.Join([.. _bySender.Select(s => ui.Count("sources.lead." + Domain.Kernel.Codes.Of(s.Kind), s.Sources))]), ui.Word(_withNotes)];

    protected override async Task LoadMoreAsync(ListQuery query, CancellationToken ct)
    {
        var bySender = await Db.SourceDocuments.GroupBy(d => d.SenderKind).Select(g => new { Kind = g.Key, Sources = g.Count() }).ToListAsync(ct);
        _bySender = [.. bySender.OrderByDescending(s => s.Sources).ThenBy(s => s.Kind).Select(s => (s.Kind, s.Sources))];
        _withNotes = await Db.SourceNotes.Select(n => n.Document).Distinct().CountAsync(ct);
    }
}
