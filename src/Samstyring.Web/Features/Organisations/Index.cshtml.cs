using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Organisations;

/// <summary>Who is who, across levels.</summary>
public sealed class IndexModel(SamstyringDb db, Ui ui) : ListPage<OrganisationItem>(db, new OrganisationList())
{
    /// <summary>Kinds that the lead names.</summary>
    private const int Named = 4;

    private Dictionary<OrganisationKind, int> _kinds = [];

    /// <summary>How many bodies, and of what kinds.</summary>
    public string Lead()
    {
        var largest = _kinds.OrderByDescending(k => k.Value).ThenBy(k => k.Key).Take(Named).Select(k => ui.Count("organisations.kind." + Domain.Kernel.Codes.Of(k.Key), k.Value)).ToList();
        return _kinds.Count switch
        {
            0 => ui["organisations.lead-none"],
            1 => Ui.Capital(ui["organisations.lead.one-kind", Frame.Total, largest[0]]),
            var kinds => ui[kinds <= Named ? "organisations.lead.few-kinds" : "organisations.lead.more-kinds", Frame.Total, ui.Join(largest)],
        };
    }

    protected override async Task LoadMoreAsync(ListQuery query, CancellationToken ct)
    {
        var list = new OrganisationList();
        _kinds = await query.CountAsync("kinds", list, Tally, () => query.Filter(list, list.From(Db)).GroupBy(o => o.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct), ct);
    }
}
