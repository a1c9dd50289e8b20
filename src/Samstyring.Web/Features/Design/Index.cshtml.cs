using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design.Charts;
using Samstyring.Web.Features.Design.Hex;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Design;

/// <summary>Every component with its variants: what axe runs over first, and where a new page looks for its parts.</summary>
public sealed class IndexModel(Ui ui, CorrectionsOfPage corrections) : PageModel
{
    /// <summary>The key of a record that is nothing but an example.</summary>
    public const string Example = "eksempel";

    /// <summary>The statuses and what they stand for.</summary>
    public static readonly IReadOnlyList<string> Statuses = ["ok", "part", "warn", "stop", "none", "unknown", "conflict"];

    public static readonly IReadOnlyList<string> Tones = ["info", "success", "warning", "danger"];

    public static readonly IReadOnlyList<string> Colours = ["accent", "stat", "region", "marked", "citizen"];

    public Provenance Fact { get; } = new("003 §3.4 Tabell 3 p.21 l.435-464", "2020", Certainty.Stated);

    public Provenance With(Certainty certainty) => Fact with { Certainty = certainty };

    /// <summary>The field of the form that has an error.</summary>
    public string? Field { get; private set; }

    public string? Text { get; private set; }

    public string? Choice { get; private set; }

    public string? Attachment { get; private set; }

    /// <summary>A list in the order of its first column.</summary>
    public ListFrame Frame { get; } = new(
        "life-events", "/design", new(1, ListQuery.DefaultPageSize, Sort: null, Q: null, new Dictionary<string, string>(StringComparer.Ordinal)), 2, 2, [],
        new Dictionary<string, IReadOnlyList<FilterOption>>(StringComparer.Ordinal), []);

    public HexMap Map => new(
        ui["design.map-title"], ui["design.map-description"],
        [.. HexStyle.Ladder.Select((style, step) => new HexClass(style, ui["design.map-step", step + 1]))],
        [.. new[] { ("4207", "Flekkefjord"), ("4206", "Farsund"), ("4227", "Kvinesdal"), ("4225", "Lyngdal") }.Select((m, i) => Cell(m.Item1, m.Item2, i))])
    { IsPart = true };

    public LineChart Lines => new(ui["design.lines-title"], ui["design.lines-description"], 2024, 2030, [.. Enumerable.Range(2024, 7).Select(year => ((double)year, $"{year}"))], level => ui.Number((long)level))
    {
        Note = ui["design.lines-note"],
        Line = [new(2024, 10), new(2025, 60), new(2026, 100)],
        Dots = [new(2026, 100, ui.Number(100))],
        Fan = [.. Enumerable.Range(0, 5).Select(i => new FanPoint(2026 + i, 100 + (20 * i), 100 + (30 * i), 100 + (40 * i), 100 + (50 * i), 100 + (60 * i)))],
        Limit = (357, ui.Number(357)),
    };

    public TimelineChart Lanes => new(
        ui["design.lanes-title"], ui["design.lines-description"], new(2026, 10, 1), new(2027, 12, 31), new(2026, 11, 22),
        [
            new("Flekkefjord", "kommune", [new(new(2026, 10, 20), new(2026, 12, 17), ui["design.lanes-span"])]), new("Digi Agder", "region", [new(new(2027, 2, 1), new(2027, 6, 15), ui["design.lanes-span"])]) { IsExample = true },
            new("Digdir", "stat", [new(new(2027, 1, 15), new(2027, 9, 30), ui["design.lanes-span"])]),
        ],
        [new(new(2026, 12, 17), ui.Time("2026-12-17"), ui.DayAndMonth(new(2026, 12, 17))), new(new(2027, 5, 15), ui.Time("2027-05-15"), ui.DayAndMonth(new(2027, 5, 15)))],
        [.. Enumerable.Range(0, 5).Select(i => (new DateOnly(2026, 10, 1).AddMonths(3 * i), ui.Time($"{new DateOnly(2026, 10, 1).AddMonths(3 * i):yyyy-MM}")))]);

    public void OnGet()
    {
        ModelState.AddModelError(nameof(Field), ui["design.field-error"]);
        corrections.Mark([new() { RecordType = "organisation", RecordKey = Example, Field = "name_nb", SourceValue = ui["design.source-value"], Origin = Fact, At = DateTimeOffset.UnixEpoch }]);
    }

    private HexCell Cell(string number, string name, int place) => new()
    {
        Number = number,
        Name = new(name),
        County = "42",
        CountyName = new("Agder"),
        Column = place,
        Row = 0,
        Class = place == 3 ? null : place,
        Value = ui["design.map-step", place + 1],
        IsOwn = place == 0,
    };
}
