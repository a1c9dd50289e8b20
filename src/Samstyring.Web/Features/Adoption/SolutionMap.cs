using Samstyring.Data.Adoption;
using Samstyring.Domain.Adoption;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Adoption;
using Samstyring.Web.Features.Design.Hex;

namespace Samstyring.Web.Features.Adoption;

internal static class SolutionMap
{
    /// <summary>The hex map of a solution.</summary>
    public static HexMap Of(Ui ui, string name, IReadOnlyList<MunicipalityStep> all, AdoptionFigures figures)
    {
        var cells = all.Select(m => new HexCell
        {
            Number = m.Number,
            Name = m.Name,
            County = m.County,
            CountyName = m.CountyName,
            Column = m.Column,
            Row = m.Row,
            Class = m.IsEligible ? StepLook.ClassOf(m.Step) : null,
            Value = m.IsEligible ? m.Step is { } step ? ui.Code("adoption-step", step) : ui["unknown"] : ui["adoption.not-for"],
        }).ToList();
        return new(ui["adoption.map", name], ui["adoption.map-description", ui.Number(figures.InUse.Municipalities), ui.Number(figures.Eligible)], StepLook.Classes(ui), cells) { Note = ui["adoption.map-note"] };
    }
}
