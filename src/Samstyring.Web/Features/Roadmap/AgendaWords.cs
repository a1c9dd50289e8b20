using System.Globalization;
using Microsoft.AspNetCore.Html;
using Samstyring.Data.Roadmap;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Roadmap;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Roadmap;

/// <summary>What stands on an agenda, in words.</summary>
internal static class AgendaWords
{
    /// <summary>The day that the numbers of inhabitants are of.</summary>
    public const string PopulationOn = "2026-01-01";

    public static string Title(Ui ui, AgendaEntry entry)
    {
        var name = ui.Plain(entry.Solution.Name);
        return entry switch
        {
            { Request: { } request } => ui["agenda.respond", ui.Code("request-kind", request.Kind), request.Text.IsUnknown ? name : ui.Plain(request.Text)],
            { Product: { } product } => ui["agenda.change-product", ui.Plain(product.Name), name],
            { Item.Kind: AgendaKind.TakeInUse } => ui["agenda.take-in-use", name],
            { Item.Kind: AgendaKind.Comply } => ui["agenda.comply", name, ui.Time(entry.Solution.Mandatory!)],
            { Item.Kind: AgendaKind.Confirm } => ui["agenda.confirm", name],
            _ => ui["agenda.decide", name],
        };
    }

    public static string Day(Ui ui, DateOnly day) => ui.Time(Iso(day));

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string InQuarter(Ui ui, Quarter quarter) => ui["roadmap.quarter-name", quarter.Number, quarter.Year.ToString(CultureInfo.InvariantCulture)];

    /// <summary>An amount that may be more: «minst 180 000 kr», or unknown.</summary>
    public static IHtmlContent Cost(Ui ui, YearCost cost) => cost.Least is not { } least
        ? ui.Unknown()
        : new StringHtml(cost.IsWhole ? ui.Kroner(least) : ui["agenda.at-least", ui.Kroner(least)]);

    public static IHtmlContent Time(Ui ui, string? time) => time is null ? ui.Unknown() : new StringHtml(ui.Time(time));
}
