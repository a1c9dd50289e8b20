using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Organisations.Municipalities;

/// <summary>The municipalities: how many, how large, where, and in which network?</summary>
public sealed class IndexModel(SamstyringDb db, Ui ui) : ListPage<MunicipalityItem>(db, new MunicipalityList())
{
    /// <summary>What «small» means in the lead: inhabitants below this.</summary>
    private static readonly int Small = PopulationBands.Range(PopulationBand.From2000).To!.Value;

    private int _country;
    private int _municipalities;
    private int _small;
    private int _inSmall;
    private int _inhabitants;

    internal MunicipalityMap? Map { get; private set; }

    /// <summary>The matching municipalities and inhabitants, and how many of them are in small ones.</summary>
    public string Lead()
    {
        if (Map is null)
        {
            return ui["municipalities.lead-bad"];
        }

        var date = ui.Time(MunicipalityFacts.PopulationDate(MunicipalityFacts.PopulationYear));
        var first = Frame.Query.IsFiltered
            ? ui.Count("municipalities.lead-filtered", Frame.Total, _municipalities, _inhabitants, date, Share(_inhabitants, _country))
            : ui["municipalities.lead", _municipalities, _inhabitants, date];
        return Frame.Total <= 1 ? first : $"{first} {ui.Count("municipalities.lead-small", _small, Small, Share(_inSmall, _inhabitants))}";
    }

    public string Network(string key) => ui.Plain(Frame.Options["network"].First(o => string.Equals(o.Value, key, StringComparison.Ordinal)).Name!);

    protected override async Task LoadMoreAsync(ListQuery query, CancellationToken ct)
    {
        var list = new MunicipalityList();
        var all = await list.CompleteAsync(Db, await list.From(Db).OrderBy(m => m.Number).ToListAsync(ct), ct);
        var matching = query.IsFiltered ? await query.Filter(list, list.From(Db)).Select(m => m.Number).ToListAsync(ct) : [.. all.Select(m => m.Number)];
        var numbers = matching.ToHashSet(StringComparer.Ordinal);
        var shown = all.Where(m => numbers.Contains(m.Number)).ToList();
        var small = shown.Where(m => m.Population < Small).ToList();
        (_municipalities, _country) = (all.Count, all.Sum(m => m.Population));
        (_inhabitants, _small, _inSmall) = (shown.Sum(m => m.Population), small.Count, small.Sum(m => m.Population));
        var networks = Frame.Options["network"].Where(o => o.Name is not null).Select(o => (o.Value, o.Name!)).ToList();
        Map = MunicipalityMap.Of(ui, query.Views.GetValueOrDefault("vis", MunicipalityMap.ByPopulation), all, numbers, networks);
    }

    private string Share(int part, int whole) => ui.Percent(whole == 0 ? 0 : (double)part / whole);
}
