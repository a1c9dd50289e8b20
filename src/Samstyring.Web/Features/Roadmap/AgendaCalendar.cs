using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Samstyring.Data.Roadmap;
using Samstyring.Domain.Roadmap;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Roadmap;

/// <summary>The days of a municipality as a calendar: its budget and what comes to it, as far as the reader may see it.</summary>
internal static class AgendaCalendar
{
    /// <param name="host">Scheme and host of the addresses that the events lead to.</param>
    public static IResult Of(Ui ui, MunicipalAgenda agenda, string host)
    {
        var (number, name) = (agenda.Municipality.Number, ui.Plain(agenda.Municipality.Name));
        var page = $"{host}/kommuner/{number}";
        List<CalendarEvent> events =
        [
            .. Timeline.Of(ui, agenda).Select(day => new CalendarEvent(
                $"{number}-{day.Key}@samstyring", day.Day, Summary(ui, name, day), Description(ui, agenda, day), day.Budget is null ? $"{host}/losninger/{day.Entry!.Solution.Key}" : page + "#budsjett")),
        ];
        var title = ui["calendar.name", name];
        // What it tells is as old as its newest day; the stamp is of today, so that two answers of one day are the same to the last octet.
        DateTimeOffset stamp = new(agenda.Today, TimeOnly.MinValue, TimeSpan.Zero);
        var tag = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Calendar.Write(title, events, DateTimeOffset.UnixEpoch))))[..32];
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(Calendar.Write(title, events, stamp)), Calendar.ContentType, entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }

    private static string Summary(Ui ui, string municipality, TimelineDay day) =>
        day.IsExample ? $"{municipality}: {day.What} ({ui["example-data"]})" : $"{municipality}: {day.What}";

    /// <summary>What the council is to decide, the day it does; whether a day is the municipality's own; and where it comes from.</summary>
    private static string Description(Ui ui, MunicipalAgenda agenda, TimelineDay day)
    {
        var decided = day.Budget is { Event: BudgetEvent.CouncilAdopts } council ? agenda.Items.Where(e => e.Item.Kind.IsDecision() && e.Item.BudgetYear == council.Year).Select(e => "– " + AgendaWords.Title(ui, e)) : [];
        return string.Join('\n', ((IEnumerable<string>)
        [
            .. day.Budget is { } budget ? [ui[budget.IsOwn ? "agenda.own-date" : "agenda.default-date"]] : Array.Empty<string>(), .. decided, ui["calendar.source", SourceCard.Places(ui, day.Source)],
        ]).Where(line => line.Length > 0));
    }
}
