using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Hex;

namespace Samstyring.Web.Features.Organisations.Municipalities;

/// <summary>What is known of one municipality: how large is it, who does it work with, who decides? An old number leads here, or to a choice where it was split.</summary>
public sealed class DetailsModel(MunicipalityPicture pictures, OrganisationPicture organisations, Ui ui) : PageModel
{
    /// <summary>Null where the number is one that was split.</summary>
    public MunicipalityPicture.Picture? Picture { get; private set; }

    /// <summary>What the number was split into.</summary>
    public IReadOnlyList<SuccessorItem> Parts { get; private set; } = [];

    public HexMap Map { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken ct)
    {
        Picture = await pictures.ReadAsync(number, ct);
        if (Picture is not null)
        {
            Map = MunicipalityMap.Around(ui, Picture.Municipality.Name, Picture.Nearby);
            return Page();
        }

        Parts = await pictures.SuccessorsAsync(number, ct);
        return Parts switch
        {
            [] => await BehindAsync(number, ct) is { } path ? RedirectPermanent(path) : NotFound(),
            [var only] => RedirectPermanent(BodyPaths.Of(only.Number) + "/fakta"),
            _ => Page(),
        };
    }

    /// <summary>The answer, computed: size and change, network, roles.</summary>
    public string Lead(MunicipalityPicture.Picture picture)
    {
        var municipality = picture.Municipality;
        var change = municipality.Population - municipality.Population2024;
        var date = ui.Time(MunicipalityFacts.PopulationDate(MunicipalityFacts.PopulationYear));
        var grown = change switch { > 0 => "more", < 0 => "fewer", _ => "same" };
        return string.Join(
            ' ',
            ui[$"municipality.lead.{grown}", ui.Plain(municipality.Name), municipality.Population, date, Math.Abs(change)],
            picture.Roles.Network is { } network ? ui["municipality.lead.network", ui.Plain(network.BodyName)] : ui["municipality.lead.no-network"],
            RoleSentence.Of(ui, picture.Roles));
    }

    /// <summary>«1004, brukt til 2019».</summary>
    public string Used(FormerNumberItem number) => Used(number.FirstYear, number.LastYear);

    public string Used(int first, int last) =>
        first <= 1940 ? ui["municipality.used-to", $"{last}"] : first == last ? ui["municipality.used-one", $"{last}"] : ui["municipality.used-from", $"{first}", $"{last}"];

    /// <summary>Another key of the municipality («flekkefjord»), or a body that is no municipality with a number.</summary>
    private async Task<string?> BehindAsync(string key, CancellationToken ct) =>
        await organisations.BehindAliasAsync(key, ct) is { } known ? BodyPaths.Of(known)
        : await organisations.FindAsync(key, ct) is { Organisation: var body } ? BodyPaths.Of(body.Key, body.IsRegionalNetwork)
        : null;
}
