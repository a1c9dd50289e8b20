using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Networks;

/// <summary>Numbers as words where Norwegian counts neuter things: «ett nettverk», «ett tiltak».</summary>
internal static class Neuter
{
    public static string Word(Ui ui, int number) => ui.Count("neuter-number", number, ui.Word(number));
}
