using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Stewardship;

public readonly record struct ProposalId(Guid Value) : IStrongId
{
    public static ProposalId New() => new(Guid.CreateVersion7());
}

public enum ProposalState { Open = 1, Accepted, Declined, Withdrawn }

/// <summary>
/// A change that somebody asks for of those who answer for a record. They accept it, or answer with a reason. Both claims stay readable.
/// </summary>
public sealed class Proposal : Aggregate, IRestrictable
{
    public const string NotOpen = "proposal.not-open";

    public required ProposalId Id { get; init; }

    public required string RecordType { get; init; }

    public required string RecordKey { get; init; }

    /// <summary>Whether the record is to be added.</summary>
    public required bool IsNew { get; init; }

    /// <summary>What the record said when it was proposed, and what it should say.</summary>
    public required IReadOnlyList<FieldChange> Changes { get; init; }

    public required string Why { get; init; }

    public required UserId? By { get; init; }

    public required OrganisationId? OnBehalfOf { get; init; }

    public required DateTimeOffset At { get; init; }

    public ProposalState State { get; private set; } = ProposalState.Open;

    /// <summary>The answer in the steward's own words; null while it is open, or where it was withdrawn without a word.</summary>
    public string? Answer { get; private set; }

    public UserId? AnsweredBy { get; private set; }

    public OrganisationId? AnsweredFor { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Whether the administrator may answer it, beside the organisations that answer for the record.</summary>
    public required bool ForAdministrator { get; init; }

    /// <summary>It follows the record.</summary>
    public AudienceId? VisibleTo { get; init; }

    public RecordKey About => new(RecordType, RecordKey);

    public static Proposal Make(RecordState now, bool isNew, IReadOnlyList<FieldChange> changes, string why, Actor by, DateTimeOffset at)
    {
        var made = new Proposal
        {
            Id = ProposalId.New(),
            RecordType = now.Record.Type,
            RecordKey = now.Record.Key,
            IsNew = isNew,
            Changes = changes,
            Why = why,
            By = by.User,
            OnBehalfOf = by.OnBehalfOf,
            At = at,
            ForAdministrator = now.Stewards.Administrator,
            VisibleTo = now.VisibleTo,
        };
        made.Record(new ChangeProposed(made.Id, made.About, changes, by, at) { Reason = why, Title = now.Title, BelongsTo = now.BelongsTo, Audience = now.VisibleTo });
        return made;
    }

    /// <summary>The steward takes it over. The change itself is decided as any other of the steward's.</summary>
    public Outcome<ProposalAccepted> Accept(string? answer, RecordState now, Standing standing, DateTimeOffset at)
    {
        if (RefusalOf(now, standing) is { } refusal)
        {
            return refusal;
        }

        Close(ProposalState.Accepted, answer, standing, at);
        return Record(new ProposalAccepted(Id, About, Changes, standing.Actor, at) { Reason = answer, Title = now.Title, BelongsTo = now.BelongsTo, Audience = now.VisibleTo });
    }

    /// <summary>The steward says no, and why.</summary>
    public Outcome<ProposalDeclined> Decline(string? answer, RecordState now, Standing standing, DateTimeOffset at)
    {
        if (RefusalOf(now, standing) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(answer))
        {
            return new Refusal(new Reason(Correction.ReasonRequired, "reason"));
        }

        Close(ProposalState.Declined, answer, standing, at);
        return Record(new ProposalDeclined(Id, About, Changes, standing.Actor, at) { Reason = answer, Title = now.Title, BelongsTo = now.BelongsTo, Audience = now.VisibleTo });
    }

    /// <summary>The organisation that proposed it takes it back.</summary>
    public Outcome<ProposalWithdrawn> Withdraw(string? why, RecordState now, Standing standing, DateTimeOffset at)
    {
        if (State is not ProposalState.Open)
        {
            return new Refusal(new Reason(NotOpen));
        }

        if (!MayWithdraw(standing))
        {
            return new Refusal(new Reason(Correction.NotAllowed));
        }

        Close(ProposalState.Withdrawn, why, standing, at);
        return Record(new ProposalWithdrawn(Id, About, Changes, standing.Actor, at) { Reason = why, Title = now.Title, BelongsTo = now.BelongsTo, Audience = now.VisibleTo });
    }

    public bool MayWithdraw(Standing standing) => OnBehalfOf is { } proposer && standing.OnBehalfOf == proposer && standing.Is(Role.Contributor);

    private Refusal? RefusalOf(RecordState now, Standing standing)
    {
        if (now.Stewards.RightOf(standing) is not Right.Change)
        {
            return new(new Reason(Correction.NotAllowed));
        }

        return State is ProposalState.Open ? null : new(new Reason(NotOpen));
    }

    private void Close(ProposalState state, string? answer, Standing standing, DateTimeOffset at) =>
        (State, Answer, AnsweredBy, AnsweredFor, AnsweredAt) = (state, string.IsNullOrWhiteSpace(answer) ? null : answer.Trim(), standing.User, standing.OnBehalfOf, at);
}

/// <summary>An organisation that answered for the record when the change was proposed, and so is asked for an answer.</summary>
public sealed class ProposalAnswerer
{
    public required ProposalId Proposal { get; init; }

    public required OrganisationId Organisation { get; init; }
}
