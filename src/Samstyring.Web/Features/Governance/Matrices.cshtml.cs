using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Data.Initiatives;

namespace Samstyring.Web.Features.Governance;

/// <summary>All matrices of decision rights: templates to begin from, and those of organisations and initiatives.</summary>
[AllowAnonymous]
public sealed class MatricesModel(SamstyringDb db) : PageModel
{
    public IReadOnlyList<MatrixOf> Matrices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Matrices = await MatrixReader.AllAsync(db, ct);
}
