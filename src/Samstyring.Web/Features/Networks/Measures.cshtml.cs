using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Networks;

/// <summary>The recommended measures: who was to do what by when, and what became of it ?</summary>
public sealed class MeasuresModel(SamstyringDb db) : ListPage<MeasureItem>(db, new MeasureList())
{
    private const int Most = 100;

    private IReadOnlyList<(LocalizedText Responsible, int From, int To)> _all = [];

    /// <summary>Of all measures, whatever the filter: how many there are, the years, and who is responsible for how many.</summary>
    public string Lead(Ui ui) => _all is []
        ? ui["measures.lead-none"]
        : ui[
            "measures.lead", Ui.Capital(Neuter.Word(ui, _all.Count)), $"{_all.Min(m => m.From)}", $"{_all.Max(m => m.To)}",
            ui.Join([.. _all.GroupBy(m => m.Responsible).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Nb, StringComparer.Ordinal).Select(g => ui["measures.lead-part", ui.Plain(g.Key), Neuter.Word(ui, g.Count())])])];

    protected override async Task LoadMoreAsync(ListQuery query, CancellationToken ct) =>
        _all = [.. (await Db.RecommendedMeasures.OrderBy(m => m.Number).Select(m => new { m.Responsible, m.YearFrom, m.YearTo }).Take(Most).ToListAsync(ct)).Select(m => (m.Responsible, m.YearFrom, m.YearTo))];
}
