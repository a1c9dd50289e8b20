using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Stewardship;

/// <summary>A record is kept to one organisation's people: on which legal basis, why, and when somebody looks at it again.</summary>
public sealed class Restriction : IRestrictable
{
    public const int LongestParagraph = 200;

    public required string RecordType { get; init; }

    public required string RecordKey { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required string Paragraph { get; init; }

    public required string Why { get; init; }

    public required DateOnly ReviewOn { get; init; }

    public required DateTimeOffset At { get; init; }

    public AudienceId? VisibleTo { get; init; }

    /// <summary>Only those who answer for a record may keep it from others, and only for the organisation they act for.</summary>
    public static Outcome<RecordRestricted> Decide(RecordState now, string? paragraph, string? why, DateOnly? reviewOn, Standing standing, DateTimeOffset at)
    {
        if (now.Stewards.RightOf(standing) is not Right.Change || standing.OnBehalfOf is not { } organisation)
        {
            return new Refusal(new Reason(Correction.NotAllowed));
        }

        if (now.VisibleTo is not null)
        {
            return new Refusal(new Reason("restriction.already"));
        }

        var today = DateOnly.FromDateTime(at.UtcDateTime);
        Reason[] wrong =
        [
            .. string.IsNullOrWhiteSpace(paragraph) || paragraph.Length > LongestParagraph ? new[] { new Reason("restriction.paragraph", "paragraph") } : [],
            .. string.IsNullOrWhiteSpace(why) ? new[] { new Reason(Correction.ReasonRequired, "reason") } : [],
            .. reviewOn is not { } day || day <= today ? new[] { new Reason("restriction.review", "review") } : [],
        ];
        return wrong is []
            ? new RecordRestricted(now.Record, organisation, paragraph!.Trim(), reviewOn!.Value, standing.Actor, at) { Reason = why, Title = now.Title, BelongsTo = now.BelongsTo, Audience = AudienceId.Of(organisation) }
            : new Refusal(wrong);
    }

    /// <summary>Those who answer for it open it again, with a reason that everybody can read.</summary>
    public static Outcome<RecordOpened> DecideToOpen(RecordState now, string? why, Standing standing, DateTimeOffset at)
    {
        if (now.Stewards.RightOf(standing) is not Right.Change)
        {
            return new Refusal(new Reason(Correction.NotAllowed));
        }

        if (now.VisibleTo is null)
        {
            return new Refusal(new Reason("restriction.none"));
        }

        return string.IsNullOrWhiteSpace(why) ? new Refusal(new Reason(Correction.ReasonRequired, "reason")) : new RecordOpened(now.Record, standing.Actor, at) { Reason = why, Title = now.Title, BelongsTo = now.BelongsTo };
    }
}
