using System.Globalization;
using Microsoft.Extensions.Primitives;
using Samstyring.Data.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Networks;

/// <summary>What the parameters of a trial are called, on the page and in the API.</summary>
/// <param name="Yes">The value of <paramref name="KeepTotal"/> that means yes.</param>
internal sealed record FeeParameters(string Base, string PerInhabitant, string CountyBase, string CountyPerInhabitant, string Without, string Growth, string KeepTotal, string Yes)
{
    public static FeeParameters OfPage { get; } = new("Grunn", "Innbygger", "Fylke", "FylkeInnbygger", "Uten", "Vekst", "Behold", "ja");

    public static FeeParameters OfApi { get; } = new("base", "perInhabitant", "countyBase", "countyPerInhabitant", "without", "growth", "keepTotal", "true");

    public IReadOnlyList<string> All => [Base, PerInhabitant, CountyBase, CountyPerInhabitant, Without, Growth, KeepTotal];
}

/// <summary>Reads the rates, the members and the growth that a reader tries; what is left out is as it is.</summary>
internal static class FeeAsked
{
    /// <summary>Kroner: a milliard.</summary>
    private const decimal MostKroner = 1_000_000_000;

    public static (FeeTrial Trial, IReadOnlyList<BadValue> Bad) Read(Func<string, StringValues> asked, FeeParameters names, FeeRates now, IReadOnlyList<MemberOfNetwork> members)
    {
        List<BadValue> bad = [];
        string? Text(string name) => asked(name).ToString().Trim() is { Length: > 0 } text ? text : null;
        decimal Number(string name, decimal otherwise, decimal least, decimal most)
        {
            if (Text(name) is not { } text)
            {
                return otherwise;
            }

            if (decimal.TryParse(text.Replace(',', '.').Replace('\u2212', '-'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most && decimal.Round(number, 6) == number)
            {
                return number;
            }

            bad.Add(new(name, text, string.Create(CultureInfo.InvariantCulture, $"{least}–{most}")));
            return otherwise;
        }

        decimal? Rate(string name, decimal? recorded) => Text(name) is null ? recorded : Number(name, recorded ?? 0, 0, MostKroner);
        HashSet<string> without = new(StringComparer.Ordinal);
        foreach (var one in (Text(names.Without) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (members.FirstOrDefault(m => m.Number == one || Folding.Fold(m.Name.ToString()) == Folding.Fold(one)) is { } member)
            {
                without.Add(member.Number);
            }
            else
            {
                bad.Add(new(names.Without, one, string.Join(", ", members.Select(m => m.Number))));
            }
        }

        if (Text(names.KeepTotal) is { } keep && keep != names.Yes && keep != "false")
        {
            bad.Add(new(names.KeepTotal, keep, $"{names.Yes}, false"));
        }

        FeeRates rates = new(Rate(names.Base, now.Base), Rate(names.PerInhabitant, now.PerInhabitant), Rate(names.CountyBase, now.CountyBase), Rate(names.CountyPerInhabitant, now.CountyPerInhabitant));
        return (new(rates, without, Number(names.Growth, 0, FeeTrial.LeastGrowth, FeeTrial.MostGrowth), Text(names.KeepTotal) == names.Yes), bad);
    }
}
