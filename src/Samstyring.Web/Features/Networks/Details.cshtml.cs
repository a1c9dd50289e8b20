using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Networks;

/// <summary>One network: what do we know of it, who is in it, and what do the sources disagree on ?</summary>
public sealed class DetailsModel(NetworkPicture picture, Ui ui) : PageModel
{
    public NetworkPicture.Picture Picture { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await picture.ReadAsync(key, ct) is not { } found)
        {
            return NotFound();
        }

        Picture = found;
        return Page();
    }

    /// <summary>The answer, computed: how much is known, what is not, and how many members the county gives.</summary>
    public string Lead()
    {
        var network = Picture.Network;
        List<string> sentences = [Picture.Missing is []
            ? ui["network.lead.all-known", ui.Word(network.Fields)]
            : ui["network.lead.known", ui.Word(network.FieldsKnown), ui.Word(network.Fields), ui.Join([.. Picture.Missing.Select(f => ui["network-field-inline." + Codes.Of(f)])])]];
        if (network.MembersInferred > 0)
        {
            sentences.Add(ui.Count("network.lead.members", network.MembersInferred, ui.Join([.. Picture.Counties.Select(c => ui.Plain(c.Name))])));
        }

        if (Picture.Notes.Count(n => !n.ClaimA.IsUnknown && !n.ClaimB.IsUnknown) is > 0 and var contradictions)
        {
            sentences.Add(ui.Count("network.lead.contradictions", contradictions));
        }

        return string.Join(' ', sentences);
    }

    /// <summary>The years that the facts hold for: «2022», or «2021–2024».</summary>
    public string Years()
    {
        var years = Picture.Network.Facts.Select(f => f.Provenance.AsOf[..4]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return years switch { [] => Picture.Network.Provenance.AsOf[..4], [var only] => only, [var first, .., var last] => $"{first}–{last}" };
    }

    public string ThemesLead() => Picture.Themes.Count(t => t.State is not null) is > 0 and var known
        ? ui["network.themes-some", ui.Word(known), ui.Word(Picture.Themes.Count)]
        : ui["network.themes-lost", ui.Word(Picture.Themes.Count)];
}
