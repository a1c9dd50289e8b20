using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Gates;

/// <summary>A phase model with its gates and checklists, as data (architecture, decision 4). A version never changes once it is used.</summary>
/// <param name="Key">Such as <c>prosjektveiviseren-utvidet</c>.</param>
/// <param name="Version">From 1; an initiative keeps the one it began with .</param>
/// <param name="ParallelPhases">Whether several phases may be under way at once .</param>
public sealed record MethodPack(string Key, int Version, LocalizedText Name, LocalizedText Note, bool ParallelPhases, string Source, IReadOnlyList<MethodPhase> Phases)
{
    public MethodPhase? PhaseOf(string key) => Phases.FirstOrDefault(phase => string.Equals(phase.Key, key, StringComparison.Ordinal));

    public MethodPhase? PhaseOfGate(string gate) => Phases.FirstOrDefault(phase => string.Equals(phase.Gate, gate, StringComparison.Ordinal));

    /// <summary>The phase that a gate leads to; null after the last.</summary>
    public MethodPhase? After(MethodPhase phase) => Phases.SkipWhile(other => !string.Equals(other.Gate, phase.Gate, StringComparison.Ordinal)).Skip(1).FirstOrDefault();
}

/// <summary>A phase, and the gate after it.</summary>
/// <param name="Gate">The gate's key in addresses and in the API: <c>bp3</c>.</param>
/// <param name="GateName">What passing it leads to.</param>
/// <param name="Responsible">Who decides at it, as the source has it.</param>
/// <param name="Checks">What is computed at this gate whatever the items ask.</param>
/// <param name="CarriesOn">Identifiers of items of earlier phases that apply here too .</param>
public sealed record MethodPhase(
    string Key, LocalizedText Name, string Gate, LocalizedText GateName, LocalizedText Responsible, IReadOnlyList<MethodItem> Items, IReadOnlyList<PhaseCheck> Checks, IReadOnlyList<string> CarriesOn)
{
    /// <summary>All items with those under them, in order.</summary>
    public IEnumerable<MethodItem> AllItems => Items.SelectMany(item => item.Children.Prepend(item));
}

/// <summary>A check that belongs to a gate, not to an item.</summary>
public sealed record PhaseCheck(string Check, bool Blocking, string Source);

public enum ItemKind { Question = 1, Task, Group, Output }

/// <summary>Whether facts or people decide an item, or facts where they can and people where they cannot.</summary>
public enum DecidedBy { Answered = 1, Computed, Both }

/// <summary>Where an item comes from: annex 2 of the thesis, in own words, or worked out from the cited passages .</summary>
public enum ItemOrigin { ThesisAnnex = 1, Derived }

/// <summary>Something to be answered, done or delivered before a gate.</summary>
/// <param name="Id">As in the sources' own list: <c>G-PLA-05</c>.</param>
/// <param name="Area">What it is about: network, funding, ….</param>
/// <param name="Blocking">Whether the gate stays shut while it is not met.</param>
/// <param name="StateOnly">Whether it applies to initiatives of the state alone.</param>
/// <param name="AppliesWhen">The name of a condition that is computed; null always applies.</param>
/// <param name="Checks">Names of computed checks.</param>
/// <param name="Why">Why it is computed, answered or both.</param>
/// <param name="Passes">The answers that meet it.</param>
public sealed record MethodItem(
    string Id, ItemKind Kind, LocalizedText Text, string Area, ItemOrigin Origin, bool Blocking, bool StateOnly, string? AppliesWhen, DecidedBy DecidedBy, LocalizedText Why, IReadOnlyList<string> Checks,
    IReadOnlyList<Answer> Passes, string Source, IReadOnlyList<MethodItem> Children);
