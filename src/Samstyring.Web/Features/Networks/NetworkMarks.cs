using Microsoft.AspNetCore.Html;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Networks;

/// <summary>The statuses that networks, themes and forums have.</summary>
internal static class NetworkMarks
{
    /// <summary>The source of what was made up to show how the product works.</summary>
    private const string MadeUp = "example";

    /// <summary>«Eksempeldata» beside what was made up; nothing beside a fact.</summary>
    public static IHtmlContent Example(Ui ui, Provenance fact) => IsExample(fact) ? Marks.Mark("example", ui["example-data"]) : HtmlString.Empty;

    public static bool IsExample(Provenance fact) => fact.Source == MadeUp;

    /// <summary>The shape says whether the forum may decide: filled it does, half it takes part, empty it only hears or advises.</summary>
    public static IHtmlContent Mandate(Ui ui, Mandate? mandate) => mandate switch
    {
        null => ui.Unknown(),
        { } known => Marks.Status(
            known switch { Domain.Organisations.Mandate.Deciding => "ok", Domain.Organisations.Mandate.Preparing => "part", _ => "none" }, ui.Code("forum-mandate", known)),
    };

    public static IHtmlContent Seat(Ui ui, SeatState? seat) => seat switch
    {
        null => ui.Unknown(),
        { } known => Marks.Status(known switch { SeatState.Yes => "ok", SeatState.Observer => "part", _ => "none" }, ui.Code("forum-seat", known)),
    };

    /// <summary>How far a network is with a theme. A cell that was lost has its own mark, short enough for a grid of ten columns.</summary>
    public static IHtmlContent Theme(Ui ui, ThemeState? state, Certainty certainty) => (state, certainty) switch
    {
        ({ } known, _) => ThemeState(ui, known),
        (null, Certainty.Lost) => Marks.Mark("lost", ui["theme.lost-short"]),
        _ => ui.Unknown(),
    };

    public static IHtmlContent ThemeState(Ui ui, ThemeState state) => Marks.Status(
        state switch { Domain.Organisations.ThemeState.Established => "ok", Domain.Organisations.ThemeState.BeingEstablished => "part", _ => "none" }, ui.Code("theme-state", state));

    public static IHtmlContent Case(Ui ui, CaseState? state) => state switch
    {
        null => ui.Unknown(),
        { } known => Marks.Status(known switch { CaseState.Answered => "ok", CaseState.Rejected => "stop", CaseState.UnderWay => "part", _ => "none" }, ui.Code("case-state", known)),
    };

    public static IHtmlContent Expectation(Ui ui, ExpectationState state) =>
        Marks.Status(state switch { ExpectationState.Clear => "ok", ExpectationState.Outdated => "warn", _ => "none" }, ui.Code("expectation-state", state));
}
