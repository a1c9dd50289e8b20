using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Domain.Tests.Kernel;

public sealed class NorwegianOrderTests
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyzæøå";

    [Fact]
    public void Ae_oe_and_aa_come_last_and_double_a_is_aa() =>
        Assert.Equal(
            ["Alta", "Asker", "Bodø", "Oslo", "Os\u00f8y", "Tønsberg", "Tårnby", "Vadsø", "Zurich", "Ærøy", "Øksnes", "Østre Toten", "Aalesund", "Ålgård", "Åmli"],
            Sorted("Zurich", "Åmli", "Ålgård", "Aalesund", "Østre Toten", "Øksnes", "Ærøy", "Vadsø", "Tårnby", "Tønsberg", "Os\u00f8y", "Oslo", "Bodø", "Asker", "Alta"));

    [Fact]
    public void Capitals_make_no_difference() => Assert.Equal(NorwegianOrder.Key("OSLO kommune"), NorwegianOrder.Key("Oslo kommune"));

    [Fact]
    public void A_shorter_name_comes_before_a_longer_one_that_begins_with_it() => Assert.Equal(["Os", "Oslo", "Oslofjorden"], Sorted("Oslofjorden", "Oslo", "Os"));

    [Fact]
    public void All_municipalities_come_in_the_order_of_the_alphabet()
    {
        var names = Sorted([.. ReferenceFile.Read("municipalities").Rows.Select(row => row["name_nb"])]);

        Assert.Equal(357, names.Count);
        var places = names.Select(name => Alphabet.IndexOf(name.Replace("Aa", "Å")[..1].ToLowerInvariant(), StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    private static List<string> Sorted(params string[] names) => [.. names.OrderBy(NorwegianOrder.Key, StringComparer.Ordinal)];
}
