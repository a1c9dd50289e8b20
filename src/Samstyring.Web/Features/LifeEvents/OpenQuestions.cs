using Samstyring.Domain.Funding;
using Samstyring.Domain.Knowledge;
using Samstyring.Domain.LifeEvents;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.LifeEvents;

/// <summary>A question that the facts leave open, and who can settle it.</summary>
/// <param name="Link">Where the facts behind it stand.</param>
public sealed record OpenQuestion(string Question, string Why, string CanBeSettledBy, string Link);

/// <summary>Works out what nobody has settled, from the facts alone: no question is written by hand.</summary>
internal static class OpenQuestions
{
    public static IReadOnlyList<OpenQuestion> Of(LifeEventPicture.Picture picture, Ui ui)
    {
        var owner = picture.Actors.FirstOrDefault(a => a.Role is LifeEventRole.Owner) is { } o ? ui.Plain(o.OrganisationName) : ui["unknown"];
        IEnumerable<OpenQuestion?> questions =
        [
            Assignments(picture, ui), Money(picture, ui, owner), Operation(picture, ui, owner), Municipalities(picture, ui, owner), Scope(picture, ui, owner),
            .. picture.Notes.Where(n => n.Status is NoteStatus.Open).Select(n => new OpenQuestion(ui.Plain(n.Finding), ui.Plain(n.Handling), ui["question.by-source"], "/kilder/uenigheter/" + n.Key)),
        ];
        return [.. questions.OfType<OpenQuestion>()];
    }

    private static OpenQuestion? Assignments(LifeEventPicture.Picture picture, Ui ui)
    {
        var without = picture.Letters.Where(l => !l.Assignment).Select(l => ui.Plain(l.OrganisationName)).ToList();
        var year = picture.Letters.Select(l => l.Year).FirstOrDefault();
        return without is []
            ? null
            : new(
                picture.LetterSummary.Assigned == 0 ? ui.Count("question.no-assignment", without.Count, ui.Join(without)) : ui["question.same-assignment", ui.Join(without)],
                ui["question.assignment-why", picture.LetterSummary.Assigned, picture.LetterSummary.Agencies, $"{year}"], ui["question.by-ministries"], "#brev");
    }

    private static OpenQuestion? Money(LifeEventPicture.Picture picture, Ui ui, string owner) =>
        picture.Funding is { Funded: Funded.No } ? new(ui["question.money"], ui["question.money-why"], owner, "#penger") : null;

    private static OpenQuestion? Operation(LifeEventPicture.Picture picture, Ui ui, string owner) =>
        picture.Funding is { Schemes: not [] } funding && !funding.Schemes.Any(s => s.CoversOperation is true)
            ? new(ui["question.operation"], ui[funding.Schemes.All(s => s.CoversOperation is false) ? "question.operation-none" : "question.operation-unknown"], owner, "#penger")
            : null;

    private static OpenQuestion? Municipalities(LifeEventPicture.Picture picture, Ui ui, string owner) =>
        picture.Actors.Any(a => a.Organisation == "ks" || a.Level is Domain.Organisations.Level.Municipality)
            ? null
            : new(ui["question.municipalities"], ui["question.municipalities-why"], owner, "#kommuner");

    private static OpenQuestion? Scope(LifeEventPicture.Picture picture, Ui ui, string owner) =>
        picture.Scope.Count(s => s.Part is ScopePart.Undecided) is > 0 and var undecided
            ? new(ui["question.scope"], ui.Count("question.scope-why", undecided), owner, "#avgrensning")
            : null;
}
