using System.Globalization;
using Microsoft.AspNetCore.Html;
using Samstyring.Data.Initiatives;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Design;

/// <summary>What a rule found of an initiative, shown outside the gates too.</summary>
/// <param name="Check">The name of the rule.</param>
public sealed record Found(string Check, CheckResult Result)
{
    /// <summary>Runs rules over what the reader may see.</summary>
    public static IReadOnlyList<Found> By(GateFacts facts, params IEnumerable<string> checks) =>
        [.. from name in checks let run = Checks.Registry.Find(name).Run where run is not null select new Found(name, run(facts))];
}

/// <summary>Says what rules found, in a language.</summary>
internal static class FoundWords
{
    public static string Reason(Ui ui, string check, CheckResult result) => Text(ui, $"check.{check}.{result.Because}", result.With);

    public static IHtmlContent State(Ui ui, CheckState state) => state switch
    {
        CheckState.Met => Marks.Status("ok", ui["found.met"]),
        CheckState.NotMet => Marks.Status("warn", ui["found.not-met"]),
        CheckState.NotApplicable => Marks.Status("none", ui["found.not-applicable"]),
        _ => ui.Unknown(),
    };

    /// <summary>A text with its words filled in.</summary>
    public static string Text(Ui ui, string key, IReadOnlyList<CheckWord> words) => string.Format(CultureInfo.InvariantCulture, ui[key], [.. words.Select(word => (object)Word(ui, word))]);

    private static string Word(Ui ui, CheckWord word) => word switch
    {
        { Several: [_, ..] several } => ui.Join([.. several.Select(one => Word(ui, one))]),
        { Name: { } name } => ui.Plain(name),
        { Number: { } number } => ui.Number(number),
        { Time: { } time } => ui.Time(time),
        { Code: { } code } => ui[$"{Codes.Kebab(code.GetType().Name)}.{Codes.Of(code)}"],
        _ => ui["unknown"],
    };
}
