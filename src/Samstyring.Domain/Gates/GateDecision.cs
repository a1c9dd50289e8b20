using Samstyring.Domain.Access;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Gates;

public readonly record struct GateDecisionId(Guid Value) : IStrongId
{
    public static GateDecisionId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}

public enum GateOutcome { Proceed = 1, Rework, Hold, Stop }

/// <summary>How an initiative stands at a gate. «Passed before»: the phase was over before the initiative was registered here.</summary>
public enum GateState { Passed = 1, PassedBefore, Next, Later, Stopped }

/// <summary>What was decided at a gate. It is never changed: another decision stands beside it.</summary>
public sealed class GateDecision : IRestrictable
{
    public required GateDecisionId Id { get; init; }

    public required InitiativeId Initiative { get; init; }

    public required string Gate { get; init; }

    /// <summary>From 1 at each gate.</summary>
    public required int Number { get; init; }

    public required GateOutcome Outcome { get; init; }

    /// <summary>The body that the decision was taken for.</summary>
    public required OrganisationId OnBehalfOf { get; init; }

    /// <summary>Who may see who wrote it down: signed-in people.</summary>
    public required UserId By { get; init; }

    /// <summary>What gives the right to decide.</summary>
    public required string Mandate { get; init; }

    /// <summary>The board, the meeting or the person that decided.</summary>
    public required string DecidedBy { get; init; }

    public required string Reason { get; init; }

    /// <summary>Why the gate was passed although something held it; null where nothing did .</summary>
    public string? Exception { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Method { get; init; }

    public required int MethodVersion { get; init; }

    public AudienceId? VisibleTo { get; init; }
}

/// <summary>What a decision was taken on, as it was then. One that everybody who sees the initiative may read, and one more for the team .</summary>
public sealed class GateSnapshot : IRestrictable
{
    public required GateDecisionId Decision { get; init; }

    /// <summary>Whether it holds what only the team may see.</summary>
    public required bool IsOfTeam { get; init; }

    /// <summary>The board as JSON.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of the content; it stands in the chain too.</summary>
    public required string Digest { get; init; }

    public AudienceId? VisibleTo { get; init; }
}

/// <summary>A decision was taken at a gate.</summary>
/// <param name="Held">What held the gate, where it was passed all the same.</param>
/// <param name="Snapshot">SHA-256 of what it was taken on.</param>
/// <param name="TeamSnapshot">SHA-256 of what only the team sees of it.</param>
public sealed record GateDecided(
    string Initiative, string Gate, int Number, GateOutcome Outcome, string Mandate, string DecidedBy, string? Exception, IReadOnlyList<string> Held, string Method, int MethodVersion,
    string Snapshot, string TeamSnapshot, Actor By, DateTimeOffset At) : DomainEvent(By, At)
{
    /// <summary>Who may see the initiative; null is everybody.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public AudienceId? Audience { get; init; }

    public override AudienceId? VisibleTo => Audience;

    public override bool SaysWhoSees => true;

    public override IReadOnlyList<Subject> Subjects => [new("initiative", Initiative)];
}

/// <summary>What somebody wants to write down at a gate.</summary>
/// <param name="SeenNumber">How many decisions of this gate the person saw: two who decide at once do not both pass.</param>
/// <param name="Exception">Why it is passed although something holds it.</param>
public sealed record GateWish(string Gate, GateOutcome? Outcome, string? Mandate, string? DecidedBy, string? Reason, string? Exception, int SeenNumber, IReadOnlyList<ConditionWish> Conditions);

/// <param name="Ends">When it is to be done: a day.</param>
public sealed record ConditionWish(string? Text, OrganisationId? Owner, string? Ends);

/// <summary>How an initiative stands at its gates before a decision.</summary>
/// <param name="Number">Decisions of this gate so far.</param>
/// <param name="Open">The gates of phases that are not passed yet, in order.</param>
/// <param name="Owners">Bodies that own it: they have the mandate.</param>
/// <param name="IsStopped">Whether it was stopped at some gate.</param>
public sealed record GateStanding(Initiative Initiative, GateBoard Board, int Number, IReadOnlyList<string> Open, IReadOnlyList<OrganisationId> Owners, bool IsStopped);

/// <summary>Decides whether a decision at a gate can be written down. One rule for page and API.</summary>
public static class GateRules
{
    public const string NotAllowed = "gate.not-allowed";
    public const string DecidedMeanwhile = "gate.decided-meanwhile";
    public const string Passed = "gate.passed";
    public const string Skipped = "gate.skipped";
    public const string Stopped = "gate.stopped";
    public const string Held = "gate.held";
    public const string ManagerOnly = "gate.exception-manager";
    public const string Missing = "field.required";
    public const string ConditionDate = "gate.condition-date";

    /// <summary>Who may write down a decision: a contributor for an owner.</summary>
    public static bool MayDecide(Standing who, IReadOnlyList<OrganisationId> owners) =>
        who.User is not null && who.Is(Role.Contributor) && who.OnBehalfOf is { } body && owners.Contains(body);

    /// <summary>Who may pass a gate that something holds: a manager for an owner .</summary>
    public static bool MayExcept(Standing who, IReadOnlyList<OrganisationId> owners) => MayDecide(who, owners) && who.Is(Role.Manager);

    public static Outcome<GateDecision> Decide(GateStanding now, GateWish wish, Standing who, DateTimeOffset at)
    {
        if (!MayDecide(who, now.Owners))
        {
            return new Refusal(new Reason(NotAllowed));
        }

        Reason[] wrong = [.. Incomplete(wish)];
        if (wrong is not [])
        {
            return new Refusal(wrong);
        }

        if (RefusalOf(now, wish, who) is { } refused)
        {
            return new Refusal(refused);
        }

        return new GateDecision
        {
            Id = GateDecisionId.New(),
            Initiative = now.Initiative.Id,
            Gate = wish.Gate,
            Number = now.Number + 1,
            Outcome = wish.Outcome!.Value,
            OnBehalfOf = who.OnBehalfOf!.Value,
            By = who.User!.Value,
            Mandate = wish.Mandate!.Trim(),
            DecidedBy = wish.DecidedBy!.Trim(),
            Reason = wish.Reason!.Trim(),
            Exception = wish.Outcome is GateOutcome.Proceed && now.Board.Holding.Any() ? wish.Exception!.Trim() : null,
            At = at,
            Method = now.Board.Pack.Key,
            MethodVersion = now.Board.Pack.Version,
            VisibleTo = now.Initiative.VisibleTo,
        };
    }

    private static Reason? RefusalOf(GateStanding now, GateWish wish, Standing who)
    {
        if (wish.SeenNumber != now.Number)
        {
            return new(DecidedMeanwhile);
        }

        if (now.IsStopped)
        {
            return new(Stopped);
        }

        if (!now.Open.Contains(wish.Gate, StringComparer.Ordinal))
        {
            return new(Passed);
        }

        if (!now.Board.Pack.ParallelPhases && !string.Equals(now.Open[0], wish.Gate, StringComparison.Ordinal))
        {
            return new(Skipped, "gate", now.Open[0]);
        }

        if (wish.Outcome is not GateOutcome.Proceed || !now.Board.Holding.Any())
        {
            return null;
        }

        return !MayExcept(who, now.Owners) ? new(string.IsNullOrWhiteSpace(wish.Exception) ? Held : ManagerOnly, "exception") : string.IsNullOrWhiteSpace(wish.Exception) ? new(Held, "exception") : null;
    }

    private static IEnumerable<Reason> Incomplete(GateWish wish)
    {
        if (wish.Outcome is null)
        {
            yield return new(Missing, "outcome");
        }

        foreach (var (field, text) in new[] { ("mandate", wish.Mandate), ("decided_by", wish.DecidedBy), ("reason", wish.Reason) })
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                yield return new(Missing, field);
            }
        }

        foreach (var (i, condition) in wish.Conditions.Index())
        {
            if (string.IsNullOrWhiteSpace(condition.Text))
            {
                yield return new(Missing, $"condition_{i}_text");
            }

            if (condition.Owner is null)
            {
                yield return new(Missing, $"condition_{i}_owner");
            }

            if (condition.Ends is not { Length: 10 } day || !AsOf.IsValid(day))
            {
                yield return new(ConditionDate, $"condition_{i}_ends", condition.Ends);
            }
        }
    }
}
