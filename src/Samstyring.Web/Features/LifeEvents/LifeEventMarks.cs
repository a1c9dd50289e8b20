using Microsoft.AspNetCore.Html;
using Samstyring.Domain.Funding;
using Samstyring.Domain.LifeEvents;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.LifeEvents;

/// <summary>The statuses that only life events have.</summary>
internal static class LifeEventMarks
{
    public static IHtmlContent Funded(Ui ui, Funded funded) =>
        Marks.Status(funded switch { Domain.Funding.Funded.Yes => "ok", Domain.Funding.Funded.Partly => "part", _ => "none" }, ui.Code("funded", funded));

    public static IHtmlContent Involved(Ui ui, InvolvementState? state) => state switch
    {
        null => ui.Unknown(),
        { } known => Marks.Status(
            known switch { InvolvementState.Involved => "ok", InvolvementState.NotInvolved => "none", _ => "part" }, ui.Code("involvement", known)),
    };
}
