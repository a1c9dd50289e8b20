using Samstyring.Domain.Organisations;
using Samstyring.TestKit;

namespace Samstyring.Domain.Tests.Organisations;

public sealed class OrganisationNumberTests
{
    [Theory]
    [InlineData("123456785")]
    [InlineData("974760673")] // Brønnøysundregistrene.
    public void A_number_whose_check_digit_fits_is_valid(string number) => Assert.True(OrganisationNumber.IsValid(number));

    [Theory]
    [InlineData("987654321")]
    [InlineData("123456784")]
    [InlineData("12345678")]
    [InlineData("1234567850")]
    [InlineData("12345678x")]
    [InlineData("١٢٣٤٥٦٧٨٥")]
    [InlineData("")]
    public void Any_other_is_not(string number) => Assert.False(OrganisationNumber.IsValid(number));

    [Fact]
    public void One_wrong_digit_or_two_that_changed_places_is_always_found()
    {
        foreach (var number in Published())
        {
            var slips =
                from i in Enumerable.Range(0, 9)
                from digit in "0123456789"
                where number[i] != digit
                select number.Remove(i, 1).Insert(i, $"{digit}");
            var swaps =
                from i in Enumerable.Range(0, 7)
                where number[i] != number[i + 1]
                select number[..i] + number[i + 1] + number[i] + number[(i + 2)..];

            Assert.DoesNotContain(slips.Concat(swaps), OrganisationNumber.IsValid);
        }
    }

    [Fact]
    public void All_356_numbers_of_municipalities_are_valid()
    {
        var numbers = Published();

        Assert.Equal(356, numbers.Count);
        Assert.All(numbers, number => Assert.True(OrganisationNumber.IsValid(number), number));
    }

    private static List<string> Published() => [.. ReferenceFile.Read("municipalities").Rows.Select(row => row["org_number"]).Where(number => number.Length > 0)];
}
