using System.Globalization;
using System.Text;

namespace Samstyring.Web.Features.Roadmap;

/// <summary>A day in a calendar.</summary>
/// <param name="Uid">The same each time the calendar is read, and no other event's.</param>
internal sealed record CalendarEvent(string Uid, DateOnly Day, string Summary, string Description, string Url);

/// <summary>Writes calendars that calendar programs subscribe to (RFC 5545): lines end in CR LF and are at most 75 octets.</summary>
internal static class Calendar
{
    public const string ContentType = "text/calendar; charset=utf-8";

    private const int LongestLine = 75;

    /// <param name="name">What the program calls it.</param>
    /// <param name="stamp">When what it tells was last made.</param>
    public static string Write(string name, IEnumerable<CalendarEvent> events, DateTimeOffset stamp)
    {
        StringBuilder text = new();
        var made = stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        foreach (var line in (IEnumerable<string>)
            [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Samstyring//Agenda//NB", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:" + Escape(name), "NAME:" + Escape(name), "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H",
                .. events.SelectMany(happening => Lines(happening, made)),
                "END:VCALENDAR",
            ])
        {
            Fold(text, line);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(CalendarEvent happening, string made) =>
    [
        "BEGIN:VEVENT", "UID:" + happening.Uid, "DTSTAMP:" + made, "DTSTART;VALUE=DATE:" + Date(happening.Day), "DTEND;VALUE=DATE:" + Date(happening.Day.AddDays(1)), "SUMMARY:" + Escape(happening.Summary),
        "DESCRIPTION:" + Escape(happening.Description), "URL:" + happening.Url, "TRANSP:TRANSPARENT", "END:VEVENT",
    ];

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>A text value: what would end it or divide it is marked, and characters that may not stand in a calendar are left out.</summary>
    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length + 8);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            _ = letter switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(letter),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(letter) && letter != '\t' => escaped,
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    /// <summary>A long line goes on after a space on the next one, and no letter is cut in two.</summary>
    private static void Fold(StringBuilder text, string line)
    {
        var room = LongestLine;
        foreach (var letter in line.EnumerateRunes())
        {
            if (letter.Utf8SequenceLength > room)
            {
                text.Append("\r\n ");
                room = LongestLine - 1;
            }

            text.Append(letter);
            room -= letter.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
