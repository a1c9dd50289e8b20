using Microsoft.AspNetCore.Html;
using Samstyring.Domain.Adoption;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Market;

/// <summary>The statuses that products, municipalities and checks have.</summary>
internal static class MarketMarks
{
    public static IHtmlContent Support(Ui ui, ModuleSupport? support) => support switch
    {
        null => ui.Unknown(),
        { } known => Marks.Status(known switch { ModuleSupport.Supported => "ok", ModuleSupport.Planned => "part", _ => "none" }, ui.Code("module-support", known)),
    };

    /// <summary>That nobody has verified it is not that it does not meet it.</summary>
    public static IHtmlContent Meets(Ui ui, bool? meets) => meets is { } known ? Marks.Status(known ? "ok" : "warn", ui[known ? "products.does-meet" : "products.does-not-meet"]) : Marks.Status("unknown", ui["products.not-verified"]);

    /// <summary>A vendor that has said nothing has not said that it stays.</summary>
    public static IHtmlContent Leaves(Ui ui, bool? leaves) => leaves switch
    {
        true => Marks.Status("warn", ui["products.does-leave"]),
        false => Marks.Status("ok", ui["products.does-stay"]),
        _ => new StringHtml(ui["products.nothing-announced"]),
    };

    public static IHtmlContent Ready(Ui ui, ReadinessLevel? level) => level switch
    {
        null => ui.Unknown(),
        { } known => Marks.Status(known switch { ReadinessLevel.Ready => "ok", ReadinessLevel.Partly => "part", _ => "warn" }, ui.Code("readiness-level", known)),
    };

    public static IHtmlContent Time(Ui ui, string? time) => time is null ? ui.Unknown() : new StringHtml(ui.Time(time));

    public static string Day(Ui ui, DateOnly day) => ui.Time(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
