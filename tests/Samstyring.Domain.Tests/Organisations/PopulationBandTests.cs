using FsCheck;
using FsCheck.Fluent;
using Samstyring.Domain.Organisations;
using Samstyring.TestKit;

namespace Samstyring.Domain.Tests.Organisations;

public sealed class PopulationBandTests
{
    [Theory]
    [InlineData(0, PopulationBand.Under2000)]
    [InlineData(1_999, PopulationBand.Under2000)]
    [InlineData(2_000, PopulationBand.From2000)]
    [InlineData(4_999, PopulationBand.From2000)]
    [InlineData(5_000, PopulationBand.From5000)]
    [InlineData(19_999, PopulationBand.From5000)]
    [InlineData(20_000, PopulationBand.From20000)]
    [InlineData(49_999, PopulationBand.From20000)]
    [InlineData(50_000, PopulationBand.From50000)]
    [InlineData(724_290, PopulationBand.From50000)]
    public void A_band_begins_at_its_bound(int inhabitants, PopulationBand band) => Assert.Equal(band, PopulationBands.Of(inhabitants));

    [Fact]
    public void Every_population_is_in_exactly_one_band() =>
        Prop.ForAll(
            Gen.Choose(0, 1_000_000).ToArbitrary(),
            inhabitants => Enum.GetValues<PopulationBand>().Where(band => Holds(band, inhabitants)).SequenceEqual([PopulationBands.Of(inhabitants)])).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("population_2024", 5_550_203)]
    [InlineData("population_2025", 5_594_340)]
    [InlineData("population_2026", 5_627_400)]
    public void The_bands_add_up_to_the_country(string column, int country)
    {
        var populations = ReferenceFile.Read("municipalities").Rows.Select(row => int.Parse(row[column], System.Globalization.CultureInfo.InvariantCulture)).ToList();

        var bands = Enum.GetValues<PopulationBand>().Select(band => populations.Where(inhabitants => Holds(band, inhabitants)).ToList()).ToList();

        Assert.Equal(357, bands.Sum(band => band.Count));
        Assert.Equal(country, bands.Sum(band => band.Sum()));
        Assert.All(bands, Assert.NotEmpty);
    }

    private static bool Holds(PopulationBand band, int inhabitants)
    {
        var (from, to) = PopulationBands.Range(band);
        return inhabitants >= from && (to is null || inhabitants < to);
    }
}
