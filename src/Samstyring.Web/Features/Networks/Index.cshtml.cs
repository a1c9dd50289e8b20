using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Networks;

/// <summary>The networks: which are there, and how much do we know of them?</summary>
public sealed class IndexModel(SamstyringDb db) : ListPage<NetworkItem>(db, new NetworkList())
{
    private IReadOnlyDictionary<NetworkField, int> _known = new Dictionary<NetworkField, int>();

    private int _networks;

    private string? _membersAsOf;

    /// <summary>Of all networks, whatever the filter: how many have a form, funding and a number of municipalities stated.</summary>
    public string Lead(Ui ui) => ui[
        "networks.lead", Ui.Capital(ui.Word(_networks)),
        Neuter.Word(ui, Known(NetworkField.Form)), Neuter.Word(ui, Known(NetworkField.Funding)), Neuter.Word(ui, Known(NetworkField.MunicipalityCount))];

    public string TableNote(Ui ui) => _membersAsOf is null ? ui["networks.table-note"] : $"{ui["networks.table-note"]} {ui["networks.members-note", ui.Time(_membersAsOf)]}";

    protected override async Task LoadMoreAsync(ListQuery query, CancellationToken ct)
    {
        _membersAsOf = await Db.Memberships.Where(m => Db.Networks.Any(n => n.Id == m.Body)).MaxAsync(m => m.Provenance.AsOf, ct);
        _networks = await Db.Networks.CountAsync(ct);
        _known = await Db.NetworkFacts.Select(f => new { f.Network, f.Field }).Distinct().GroupBy(f => f.Field)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }

    private int Known(NetworkField field) => _known.GetValueOrDefault(field);
}
