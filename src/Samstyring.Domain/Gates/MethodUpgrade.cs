using Samstyring.Domain.Access;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Gates;

public enum ItemChange { Added = 1, Removed, Changed }

/// <summary>An item that another version of a method has otherwise.</summary>
/// <param name="Phase">The phase that it stands in: in the new version, or in the old one where the new has it not.</param>
/// <param name="Was">Null where it is new.</param>
/// <param name="Becomes">Null where it is taken away.</param>
public sealed record ItemDifference(MethodPhase Phase, ItemChange Change, MethodItem? Was, MethodItem? Becomes);

/// <summary>An initiative goes on by a newer version of its method.</summary>
public sealed record MethodUpgraded(string Initiative, string Method, int From, int To, Actor By, DateTimeOffset At) : DomainEvent(By, At)
{
    /// <summary>Who may see the initiative; null is everybody.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public AudienceId? Audience { get; init; }

    public override AudienceId? VisibleTo => Audience;

    public override bool SaysWhoSees => true;

    public override IReadOnlyList<Subject> Subjects => [new("initiative", Initiative)];
}

/// <summary>An initiative keeps the version of the method that it began with, until its owner chooses a newer one (R-030; 000 §7.1 p.67 l.1235).</summary>
public static class MethodUpgrade
{
    public const string NotAllowed = "method.not-allowed";
    public const string Meanwhile = "method.changed-meanwhile";
    public const string NotNewer = "method.not-newer";
    public const string PhaseGone = "method.phase-gone";

    /// <summary>What is otherwise in a newer version, in its order; what is taken away comes last. Items are the same by their identifier.</summary>
    public static IReadOnlyList<ItemDifference> Differences(MethodPack from, MethodPack to)
    {
        var before = from.Phases.SelectMany(phase => phase.AllItems.Select(item => (Phase: phase, Item: item))).ToDictionary(pair => pair.Item.Id, StringComparer.Ordinal);
        var after = to.Phases.SelectMany(phase => phase.AllItems.Select(item => (Phase: phase, Item: item))).ToList();
        List<ItemDifference> differences = [];
        foreach (var (phase, item) in after)
        {
            if (!before.TryGetValue(item.Id, out var old))
            {
                differences.Add(new(phase, ItemChange.Added, Was: null, item));
            }
            else if (!IsSame(old.Item, item) || !string.Equals(old.Phase.Key, phase.Key, StringComparison.Ordinal))
            {
                differences.Add(new(phase, ItemChange.Changed, old.Item, item));
            }
        }

        var kept = after.Select(pair => pair.Item.Id).ToHashSet(StringComparer.Ordinal);
        differences.AddRange(before.Values.Where(pair => !kept.Contains(pair.Item.Id)).Select(pair => new ItemDifference(pair.Phase, ItemChange.Removed, pair.Item, Becomes: null)));
        return differences;
    }

    /// <param name="seen">The version that the person saw it have.</param>
    /// <param name="decided">Gates that something was decided at.</param>
    public static Outcome<MethodUpgraded> Decide(
        Initiative initiative, MethodPack? newer, int seen, IReadOnlyCollection<string> decided, IReadOnlyList<OrganisationId> owners, string? reason, Standing who, DateTimeOffset at)
    {
        if (!GateRules.MayDecide(who, owners))
        {
            return new Refusal(new Reason(NotAllowed));
        }

        if (initiative.MethodVersion != seen)
        {
            return new Refusal(new Reason(Meanwhile));
        }

        if (newer is null || !string.Equals(newer.Key, initiative.Method, StringComparison.Ordinal) || newer.Version <= seen)
        {
            return new Refusal(new Reason(NotNewer));
        }

        if (decided.FirstOrDefault(gate => newer.PhaseOfGate(gate) is null) is { } gone)
        {
            return new Refusal(new Reason(PhaseGone, Value: gone.ToUpperInvariant()));
        }

        return string.IsNullOrWhiteSpace(reason)
            ? new Refusal(new Reason(GateRules.Missing, "reason"))
            : new MethodUpgraded(initiative.Key, newer.Key, seen, newer.Version, who.Actor, at) { Reason = reason.Trim(), Audience = initiative.VisibleTo };
    }

    /// <summary>Lists are compared by what is in them; items under an item are compared by themselves.</summary>
    private static bool IsSame(MethodItem one, MethodItem other) =>
        one with { Checks = other.Checks, Passes = other.Passes, Children = other.Children } == other
        && one.Checks.SequenceEqual(other.Checks, StringComparer.Ordinal) && one.Passes.SequenceEqual(other.Passes);
}
