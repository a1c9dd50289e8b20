using System.Globalization;
using Microsoft.AspNetCore.Html;
using Samstyring.Domain.Instruments;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Instruments;

internal static class InstrumentMarks
{
    public static IHtmlContent Choice(Ui ui, InstrumentChoice choice) => Marks.Status(
        choice switch { InstrumentChoice.Used => "ok", InstrumentChoice.Planned or InstrumentChoice.Considered => "part", _ => "none" }, ui.Code("instrument-choice", choice));

    /// <summary>How far a step has come; one that nothing is said of is unknown, not unused.</summary>
    public static IHtmlContent Step(Ui ui, LadderStep? step) => step is null
        ? ui.Unknown()
        : Marks.Status(step.State switch { LegalState.InUse or LegalState.Tried => "ok", LegalState.Planned or LegalState.Considered => "part", _ => "none" }, ui.Code("legal-state", step.State));

    public static IHtmlContent Fulfilled(Ui ui, Fulfilment? fulfilment) => fulfilment switch
    {
        null => ui.Unknown(),
        Fulfilment.Yes => Marks.Status("ok", ui.Code("fulfilment", Fulfilment.Yes)),
        Fulfilment.Partly => Marks.Status("part", ui.Code("fulfilment", Fulfilment.Partly)),
        _ => Marks.Status("warn", ui.Code("fulfilment", Fulfilment.No)),
    };

    public static IHtmlContent Conforms(Ui ui, Conforming? conforming) => conforming switch
    {
        null => ui.Unknown(),
        Conforming.Follows => Marks.Status("ok", ui.Code("conforming", Conforming.Follows)),
        Conforming.Partly => Marks.Status("part", ui.Code("conforming", Conforming.Partly)),
        _ => Marks.Status("warn", ui.Code("conforming", Conforming.Deviates)),
    };

    public static IHtmlContent Deviation(Ui ui, DeviationState state) =>
        Marks.Status(state switch { DeviationState.Approved => "ok", DeviationState.Expired => "stop", _ => "warn" }, ui.Code("deviation-state", state));

    /// <summary>A municipality that needs no solution is not behind.</summary>
    public static IHtmlContent Routine(Ui ui, RoutineChoice? choice) => choice switch
    {
        null => ui.Unknown(),
        RoutineChoice.ManualIsEnough => Marks.Status("none", ui.Code("routine-choice", RoutineChoice.ManualIsEnough)),
        _ => Marks.Status("part", ui.Code("routine-choice", RoutineChoice.NeedsSolution)),
    };

    public static IHtmlContent Time(Ui ui, string? time) => time is null ? ui.Unknown() : new StringHtml(ui.Time(time));

    public static string Day(Ui ui, DateOnly day) => ui.Time(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
