using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Design;

/// <summary>Answers a form that was refused: says why, at the field that is wrong, and sends back what was typed.</summary>
public static class Refusals
{
    public static PageResult Refused(this PageModel page, Ui ui, Refusal refusal, int status = StatusCodes.Status422UnprocessableEntity)
    {
        foreach (var reason in refusal.Reasons)
        {
            page.ModelState.AddModelError(Ui.Capital(reason.Field ?? ""), ui["refusal." + reason.Code, reason.Value]);
        }

        page.Response.StatusCode = status;
        return page.Page();
    }
}
