using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Stewardship;

/// <summary>What came of a request for a change: it is made, or it is proposed to those who answer for the record.</summary>
/// <param name="Corrected">Null where it is proposed.</param>
/// <param name="Proposed">Null where it is made.</param>
public sealed record ChangeDecision(RecordCorrected? Corrected, Proposal? Proposed);

/// <summary>A record as it is when somebody asks to change it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Values">Its fields as they are now.</param>
/// <param name="Version">Of the values.</param>
/// <param name="BelongsTo">The other things whose history it belongs to.</param>
public sealed record RecordState(RecordKey Record, LocalizedText Title, IReadOnlyDictionary<string, string?> Values, string Version, Stewards Stewards, IReadOnlyList<Subject> BelongsTo, AudienceId? VisibleTo)
{
    /// <summary>Whether those who answer for it may change it without a reason of their own. A proposal always has one.</summary>
    public bool ReasonIsOptional { get; init; }
}

/// <summary>What somebody asks for.</summary>
/// <param name="Base">The version that the person saw.</param>
/// <param name="Submitted">The fields that the person changed, as they should be.</param>
/// <param name="FieldErrors">What is wrong with what was submitted.</param>
public sealed record ChangeRequest(string? Base, IReadOnlyDictionary<string, string?> Submitted, string? Reason, IReadOnlyList<Reason> FieldErrors);

/// <summary>Decides on a change of facts. One rule for the form, the API and an accepted proposal.</summary>
public static class Correction
{
    public const string NotAllowed = "record.not-allowed";

    public const string Unchanged = "record.unchanged";

    /// <summary>Somebody else changed the record since; the value is what is stored now.</summary>
    public const string ChangedMeanwhile = "record.changed-meanwhile";

    public const string ReasonRequired = "reason.required";

    public static Outcome<ChangeDecision> Decide(RecordState now, ChangeRequest asked, Standing standing, DateTimeOffset at)
    {
        var right = now.Stewards.RightOf(standing);
        if (right is Right.None)
        {
            return new Refusal(new Reason(NotAllowed));
        }

        FieldChange[] changes = [.. asked.Submitted.Select(field => new FieldChange(field.Key, now.Values.GetValueOrDefault(field.Key), field.Value))
            .Where(change => !string.Equals(change.Before, change.After, StringComparison.Ordinal)).OrderBy(change => change.Field, StringComparer.Ordinal)];
        if (RefusalOf(now, asked, changes, right) is { } refusal)
        {
            return refusal;
        }

        return right is Right.Change
            ? new ChangeDecision(new RecordCorrected(now.Record, changes, standing.Actor, at) { Reason = asked.Reason, Title = now.Title, BelongsTo = now.BelongsTo, Audience = now.VisibleTo }, Proposed: null)
            : new ChangeDecision(Corrected: null, Proposal.Make(now, isNew: false, changes, asked.Reason!, standing.Actor, at));
    }

    private static Refusal? RefusalOf(RecordState now, ChangeRequest asked, FieldChange[] changes, Right right)
    {
        if (asked.FieldErrors is not [])
        {
            return new([.. asked.FieldErrors]);
        }

        if (changes is [])
        {
            return new(new Reason(Unchanged));
        }

        if (!string.Equals(asked.Base, now.Version, StringComparison.Ordinal))
        {
            return new([.. changes.Select(change => new Reason(ChangedMeanwhile, change.Field, change.Before))]);
        }

        return string.IsNullOrWhiteSpace(asked.Reason) && !(now.ReasonIsOptional && right is Right.Change) ? new(new Reason(ReasonRequired, "reason")) : null;
    }
}
