using Microsoft.AspNetCore.Html;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Council;

internal static class CouncilMarks
{
    /// <summary>«Uavklart» is what the list says; any other size was a colour, and is lost.</summary>
    public static IHtmlContent Size(Ui ui, string? size) =>
        size is null ? Marks.Certainty(ui, Certainty.Lost) : Marks.Status("none", ui["council.size." + size]);
}
