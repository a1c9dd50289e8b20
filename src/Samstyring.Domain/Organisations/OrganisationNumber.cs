namespace Samstyring.Domain.Organisations;

/// <summary>
/// A Norwegian organisation number: nine digits, of which the last is a check digit modulo 11 with the weights
/// 3, 2, 7, 6, 5, 4, 3, 2 (Brønnøysundregistrene). The first digit is not tested.
/// </summary>
public static class OrganisationNumber
{
    private static readonly int[] Weights = [3, 2, 7, 6, 5, 4, 3, 2];

    public static bool IsValid(string digits)
    {
        if (digits.Length != 9 || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        var remainder = Weights.Select((weight, i) => weight * (digits[i] - '0')).Sum() % 11;
        var check = remainder == 0 ? 0 : 11 - remainder;
        return check < 10 && check == digits[8] - '0';
    }
}
