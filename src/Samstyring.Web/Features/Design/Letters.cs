using System.Text.Json.Serialization;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Steering;

namespace Samstyring.Web.Features.Design;

/// <summary>What an agency's allocation letter says of a life event.</summary>
public sealed record LetterItem
{
    public required string Organisation { get; init; }

    public required LocalizedText OrganisationName { get; init; }

    public required LifeEventRole Role { get; init; }

    public required int Year { get; init; }

    public required Mention Mentioned { get; init; }

    public required bool Assignment { get; init; }

    public required bool Notice { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public LifeEventId LifeEvent { get; init; }

    [JsonIgnore]
    public OrganisationId Body { get; init; }

    [JsonIgnore]
    public int Order { get; init; }

    [JsonIgnore]
    public string Folded { get; init; } = "";

    public static IQueryable<LetterItem> From(SamstyringDb db) =>
        from letter in db.LifeEventLetters
        join o in db.Organisations on letter.Organisation equals o.Id
        select new LetterItem
        {
            Organisation = o.Key,
            OrganisationName = o.Name,
            Role = letter.Role,
            Year = letter.Year,
            Mentioned = letter.Mentioned,
            Assignment = letter.Assignment,
            Notice = letter.Notice,
            Note = letter.Note,
            Provenance = letter.Provenance,
            LifeEvent = letter.LifeEvent,
            Body = letter.Organisation,
            Order = letter.Order,
            Folded = o.Folded,
        };
}

/// <summary>A role in a life event, and the letter that speaks of it.</summary>
/// <param name="Path">Of the page of the agency or the life event, whichever the table's own page is not about.</param>
/// <param name="Letter">Null where no letter was read.</param>
public sealed record LetterRow(string Path, LocalizedText Name, LifeEventRole Role, LetterItem? Letter)
{
    /// <summary>Where the role itself is stated.</summary>
    public (Provenance Fact, LocalizedText Note)? Stated { get; init; }
}

/// <summary>Letters as a table.</summary>
/// <param name="First">The heading of the first column.</param>
/// <param name="ShowsYear">Whether each row says which year's letter it is.</param>
public sealed record LetterTable(string Heading, string Note, string First, bool ShowsYear, IReadOnlyList<LetterRow> Rows);
