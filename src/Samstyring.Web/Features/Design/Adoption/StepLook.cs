using Microsoft.AspNetCore.Html;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design.Hex;

namespace Samstyring.Web.Features.Design.Adoption;

/// <summary>Steps of the ladder as they are shown together: from most to least, darkest first.</summary>
public enum StepBand { Benefits = 1, InUse, Installed, Decided, Open, NotNow, Unknown }

/// <summary>How the ladder looks, on maps, in tables and in texts: the same everywhere.</summary>
internal static class StepLook
{
    private static StepBand BandOf(AdoptionStep? step) => step switch
    {
        null => StepBand.Unknown,
        AdoptionStep.BenefitsConfirmed => StepBand.Benefits,
        AdoptionStep.InUse => StepBand.InUse,
        AdoptionStep.Installed => StepBand.Installed,
        AdoptionStep.Decided or AdoptionStep.Procured => StepBand.Decided,
        AdoptionStep.Declined or AdoptionStep.ManualEnough => StepBand.NotNow,
        _ => StepBand.Open,
    };

    private static HexStyle StyleOf(StepBand band) => band switch
    {
        StepBand.Benefits => new(4, HexGlyph.Hole),
        StepBand.InUse => new(3, HexGlyph.None),
        StepBand.Installed => new(2, HexGlyph.Ring),
        StepBand.Decided => new(1, HexGlyph.Dot),
        StepBand.NotNow => new(0, HexGlyph.Bar),
        StepBand.Open => new(0, HexGlyph.None),
        _ => new(0, HexGlyph.Ring),
    };

    /// <summary>The step with its shape and its word; «ukjent» where nobody has said anything.</summary>
    public static IHtmlContent Word(Ui ui, AdoptionStep? step) => step is not { } known ? ui.Unknown() : Marks.Status(
        known switch { AdoptionStep.InUse or AdoptionStep.BenefitsConfirmed => "ok", AdoptionStep.Decided or AdoptionStep.Procured or AdoptionStep.Installed => "part", _ => "none" },
        ui.Code("adoption-step", known));

    /// <summary>The classes of a map of one solution, in the order of <see cref="StepBand"/>.</summary>
    public static IReadOnlyList<HexClass> Classes(Ui ui) => [.. Enum.GetValues<StepBand>().Select(band => new HexClass(StyleOf(band), ui["step-band." + Codes.Of(band)]))];

    /// <summary>The place of a step among the classes.</summary>
    public static int ClassOf(AdoptionStep? step) => (int)BandOf(step) - 1;
}
