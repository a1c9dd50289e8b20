using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Data.Initiatives;

namespace Samstyring.Web.Features.Governance;

/// <summary>One matrix of decision rights by itself, a template too.</summary>
[AllowAnonymous]
public sealed class MatrixModel(SamstyringDb db) : PageModel
{
    public MatrixOf Matrix { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await MatrixReader.OneAsync(db, key, ct) is not { } matrix)
        {
            return NotFound();
        }

        Matrix = matrix;
        return Page();
    }
}
