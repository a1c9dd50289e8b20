using System.Globalization;

namespace Samstyring.Web.Features.Design.Lists;

/// <summary>Things whose key is a number in their source. «07» and «+7» are not the key of 7.</summary>
internal static class NumberKey
{
    public static int? Read(string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && string.Equals(key, number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ? number
            : null;

    public static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);
}
