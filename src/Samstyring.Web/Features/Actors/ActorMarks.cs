using Microsoft.AspNetCore.Html;
using Samstyring.Domain.Actors;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Actors;

internal static class ActorMarks
{
    public static IHtmlContent Signal(Ui ui, DangerSignal signal) => signal.State switch
    {
        SignalState.Raised => Marks.Status("warn", ui.Code("signal-state", signal.State)),
        SignalState.NotRaised => Marks.Status("ok", ui.Code("signal-state", signal.State)),
        _ => Marks.Status("unknown", ui.Code("signal-state", signal.State)),
    };

    /// <summary>Whether an actor can stop the work: «no» is no warning, and «unknown» is none of them.</summary>
    public static IHtmlContent CanBlock(Ui ui, bool? canBlock) => canBlock switch
    {
        true => Marks.Status("stop", ui["yes"]),
        false => Marks.Status("none", ui["no"]),
        _ => ui.Unknown(),
    };

    public static IHtmlContent Code<T>(Ui ui, string group, T? value)
        where T : struct, Enum => value is { } known ? new StringHtml(ui.Code(group, known)) : ui.Unknown();
}
