using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Organisations;

/// <summary>One body: what is it, and what is it part of, across everything?</summary>
public sealed class DetailsModel(OrganisationPicture pictures, Ui ui) : PageModel
{
    public OrganisationPicture.Picture Picture { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await pictures.FindAsync(key, ct) is not { Organisation: var organisation } found)
        {
            return await pictures.BehindAliasAsync(key, ct) is { } known ? RedirectPermanent(BodyPaths.Of(known)) : NotFound();
        }

        if (OrganisationWords.HasOwnPage(organisation))
        {
            return RedirectPermanent(BodyPaths.Of(organisation.Key, organisation.IsRegionalNetwork));
        }

        Picture = await pictures.ReadAsync(found, ct);
        return Page();
    }

    /// <summary>The answer, computed: what it is, what a forum may do, and how many roles it has.</summary>
    public string Lead()
    {
        List<string> sentences = [OrganisationWords.What(ui, Picture)];
        if (Picture.Forum is { } forum)
        {
            sentences.Add(ui["organisation.lead.mandate." + (forum.Mandate is { } mandate ? Codes.Of(mandate) : "unknown")]);
        }

        sentences.Add(RoleSentence.Of(ui, Picture.Roles));
        return string.Join(' ', sentences);
    }

    public IReadOnlyList<(string Id, string Key)> Contents() =>
    [
        .. Picture.Forum is null ? [] : new[] { ("mandat", "organisation.mandate") },
        .. Picture.County is null ? [] : new[] { ("fylke", "organisation.county") },
        .. HasRelatives ? new[] { ("tilhorighet", "organisation.relatives") } : [],
        .. Picture.MemberCount == 0 ? [] : new[] { ("medlemmer", "organisation.members") },
        .. ShowsMandates ? new[] { ("fullmakter", "mandates") } : [],
        .. RoleSections.Of(Picture.Roles),
    ];

    /// <summary>A co-operation is asked for its mandates; other bodies show them where they have some.</summary>
    public bool ShowsMandates => Picture.Organisation.Kind is OrganisationKind.Intermunicipal || Picture.Roles.Mandates.Count > 0;

    /// <summary>The municipalities of a county have a section of their own.</summary>
    public bool HasRelatives => Picture.County is null && Picture.Roles.Relatives.Count > 0;
}
