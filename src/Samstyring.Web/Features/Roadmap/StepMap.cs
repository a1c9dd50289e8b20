using Samstyring.Data.Roadmap;
using Samstyring.Domain.Adoption;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Adoption;
using Samstyring.Web.Features.Design.Hex;

namespace Samstyring.Web.Features.Roadmap;

/// <summary>A part of the hex map: how far a municipality and those around it have come with one solution.</summary>
internal static class StepMap
{
    public static HexMap Of(Ui ui, Solution solution, string municipality, Comparison comparison)
    {
        var name = ui.Plain(solution.Name);
        var classes = StepLook.Classes(ui);
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
                Class = StepLook.ClassOf(step),
                Value = step is { } said ? ui.Code("adoption-step", said) : ui["unknown"],
                IsOwn = m.IsOwn,
            };
        }).ToList();
        return new(ui["step-map.title", name], ui["step-map.description", name, municipality], classes, cells) { IsPart = true, Note = ui["step-map.note"] };
    }
}
