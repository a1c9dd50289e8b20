using Samstyring.Data.Initiatives;
using Samstyring.Data.Records;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Gates;

/// <summary>Says what a check found, in a language.</summary>
internal static class CheckWords
{
    public static string Title(Ui ui, string check) => ui["check." + check];

    public static string Reason(Ui ui, CheckOutcome outcome) => outcome.Result is not { } result ? ui["check.not-yet"] : FoundWords.Reason(ui, outcome.Check.Name, result);

    /// <summary>The reason in both languages of the screens, for what is kept.</summary>
    public static LocalizedText InBoth(Ui ui, CheckOutcome outcome) => new(Reason(ui.In("nb"), outcome), Nn: null, Reason(ui.In("en"), outcome));
}

/// <summary>Leads from a check to the facts that it was worked out from.</summary>
public sealed record FactLink(LocalizedText Text, string Url)
{
    /// <summary>What is unknown is kept as null, and is unknown again when it is read.</summary>
    public LocalizedText Text { get; init; } = Text ?? LocalizedText.Unknown;

    /// <summary>The kind of fact, for a text of its own where it is not called anything.</summary>
    public string? Type { get; init; }

    public static FactLink Of(InitiativeFacts facts, CheckLink link)
    {
        var page = "/tiltak/" + facts.Initiative.Key;
        if (facts.Matrices.FirstOrDefault(matrix => matrix.Id.Value.ToString("D") == link.Key) is { } matrix)
        {
            return new(matrix.Name, page + "/styring#beslutningsrett");
        }

        if (facts.Parts.FirstOrDefault(part => part.Id.ToString() == link.Key) is not { } part)
        {
            return new(LocalizedText.Unknown, page) { Type = link.Key };
        }

        var (type, place, title) = InitiativeParts.Describe(part);
        return new(title.IsUnknown ? facts.NameOf(part.Organisation, title) : title, page + place) { Type = type };
    }
}
