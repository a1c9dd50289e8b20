using Samstyring.Data.Roadmap;
using Samstyring.Domain.Adoption;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Hex;

namespace Samstyring.Web.Features.Roadmap;

/// <summary>A part of the hex map: how far a municipality and those around it have come with one solution.</summary>
internal static class StepMap
{
    /// <summary>What is told apart, in the order of the legend.</summary>
    private static readonly IReadOnlyList<(string Key, HexStyle Style, Func<AdoptionStep, bool> Is)> Classes =
    [
        ("confirmed", new(4, HexGlyph.Hole), step => step is AdoptionStep.BenefitsConfirmed),
        ("in-use", new(3, HexGlyph.None), step => step is AdoptionStep.InUse),
        ("decided", new(2, HexGlyph.Ring), LadderRules.HasDecided),
        ("not-decided", new(1, HexGlyph.Dot), step => step < AdoptionStep.Decided),
        ("not-wanted", new(0, HexGlyph.Bar), _ => true),
    ];

    public static HexMap Of(Ui ui, Solution solution, string municipality, Comparison comparison)
    {
        var name = ui.Plain(solution.Name);
        List<HexClass> classes = [.. Classes.Select(c => new HexClass(c.Style, ui[$"step-map.{c.Key}"])), new(new(0, HexGlyph.None), ui["unknown"])];
        var county = comparison.Municipalities.First(m => m.IsOwn).County;
        var cells = comparison.Municipalities.Where(m => m.IsNeighbour || string.Equals(m.County, county, StringComparison.Ordinal)).Select(m =>
        {
            var step = comparison.StepOf(solution.Id, m.Id)?.Step;
            return new HexCell
            {
                Number = m.Number,
                Name = m.Name,
                County = m.County,
                CountyName = m.CountyName,
                Column = m.HexColumn,
                Row = m.HexRow,
                Class = step is { } known ? Classes.Index().First(c => c.Item.Is(known)).Index : Classes.Count,
                Value = step is { } said ? ui.Code("adoption-step", said) : ui["unknown"],
                IsOwn = m.IsOwn,
            };
        }).ToList();
        return new(ui["step-map.title", name], ui["step-map.description", name, municipality], classes, cells) { IsPart = true, Note = ui["step-map.note"] };
    }
}
