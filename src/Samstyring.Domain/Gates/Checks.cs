using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Gates;

/// <summary>What is known of an initiative at a moment: all that a check may look at.</summary>
public sealed class GateFacts(Initiative initiative, IEnumerable<InitiativePart> parts, IReadOnlyDictionary<OrganisationId, BodyFact> bodies, MethodPhase phase, DateOnly today)
{
    private readonly ILookup<Type, InitiativePart> _parts = parts.Where(part => part.IsWithdrawn is not true).OrderBy(part => part.Order).ThenBy(part => part.Id.Value).ToLookup(part => part.GetType());

    public Initiative Initiative => initiative;

    /// <summary>The phase whose gate is looked at.</summary>
    public MethodPhase Phase => phase;

    public DateOnly Today => today;

    /// <summary>The phase that the gate leads to; null after the last.</summary>
    public required MethodPhase? Next { get; init; }

    /// <summary>What a check may need that is no part of the initiative: its matrices of decision rights, the works that it waits for, letters of allocation.</summary>
    public IReadOnlyCollection<object> Others { get; init; } = [];

    /// <summary>Activities and projects of life events are linked to them here; whether any owner is of the state.</summary>
    public bool IsOfState => Of<Participant>().Any(p => p.Role is ParticipantRole.Owner or ParticipantRole.Ministry && p.Organisation is { } body && bodies.GetValueOrDefault(body)?.Level is Organisations.Level.State);

    /// <summary>Parts of one kind, in their order.</summary>
    public IEnumerable<T> Of<T>()
        where T : InitiativePart => _parts[typeof(T)].Cast<T>();

    /// <summary>Of <see cref="Others"/>, those of one kind.</summary>
    public IEnumerable<T> Other<T>() => Others.OfType<T>();

    public BodyFact? Body(OrganisationId? id) => id is { } body ? bodies.GetValueOrDefault(body) : null;

    /// <summary>What a part that names a body is called.</summary>
    public LocalizedText NameOf(OrganisationId? body, LocalizedText name) => Body(body)?.Name ?? name;
}

/// <summary>What a check needs to know of a body.</summary>
/// <param name="Count">How many it stands for, where it is a group.</param>
public sealed record BodyFact(OrganisationId Id, string Key, LocalizedText Name, Organisations.OrganisationKind Kind, Organisations.Level? Level, int? Count);

public enum CheckState { Met = 1, NotMet, Unknown, NotApplicable }

/// <summary>What a check found, why, and where it is to be seen.</summary>
/// <param name="Because">The reason's code within the check, for the text <c>check.NAME.CODE</c>.</param>
/// <param name="With">What the text names, in its order.</param>
public sealed record CheckResult(CheckState State, string Because, IReadOnlyList<CheckWord> With, IReadOnlyList<CheckLink> Links)
{
    public static CheckResult Met(string because, params IReadOnlyList<CheckWord> with) => new(CheckState.Met, because, with, []);

    public static CheckResult NotMet(string because, params IReadOnlyList<CheckWord> with) => new(CheckState.NotMet, because, with, []);

    public static CheckResult Unknown(string because, params IReadOnlyList<CheckWord> with) => new(CheckState.Unknown, because, with, []);

    public static CheckResult NotApplicable(string because, params IReadOnlyList<CheckWord> with) => new(CheckState.NotApplicable, because, with, []);

    /// <summary>Adds the facts that it was worked out from.</summary>
    public CheckResult From(params IEnumerable<InitiativePart> parts) => this with { Links = [.. Links, .. parts.Select(part => new CheckLink(part.GetType().Name, part.Id.ToString()))] };

    /// <summary>Adds a thing that is no part of the initiative.</summary>
    public CheckResult FromThing(string type, string key) => this with { Links = [.. Links, new CheckLink(type, key)] };

    /// <summary>Adds a fact of the initiative itself.</summary>
    /// <param name="field">Its column: <c>evaluated</c>.</param>
    public CheckResult FromField(string field) => this with { Links = [.. Links, new CheckLink(nameof(Initiative), field)] };
}

/// <summary>A word of a reason: a name, a number, a time, a code, or several of them.</summary>
public sealed record CheckWord(LocalizedText? Name, int? Number, string? Time, Enum? Code)
{
    /// <summary>A reason names no more than this many; the text says first how many there are.</summary>
    public const int MostNamed = 5;

    /// <summary>Several words, to be listed with «og» before the last; empty for a single word.</summary>
    public IReadOnlyList<CheckWord> Several { get; init; } = [];

    public static implicit operator CheckWord(LocalizedText name) => new(name, Number: null, Time: null, Code: null);

    public static implicit operator CheckWord(int number) => new(Name: null, number, Time: null, Code: null);

    public static implicit operator CheckWord(Enum code) => new(Name: null, Number: null, Time: null, code);

    /// <param name="time">A year, a month or a day.</param>
    public static CheckWord At(string time) => new(Name: null, Number: null, time, Code: null);

    public static CheckWord On(DateOnly day) => At(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    public static CheckWord List(IEnumerable<LocalizedText> names) => List(names.Select(name => (CheckWord)name));

    public static CheckWord List<T>(IEnumerable<T> codes)
        where T : struct, Enum => List(codes.Select(code => (CheckWord)(Enum)code));

    private static CheckWord List(IEnumerable<CheckWord> words) => new(Name: null, Number: null, Time: null, Code: null) { Several = [.. words.Take(MostNamed)] };
}

/// <summary>Leads to a fact: the kind of part and its key, or the initiative's own field.</summary>
public sealed record CheckLink(string Type, string Key);

/// <summary>Works out from facts whether something is in place.</summary>
/// <param name="Name">As in the pack: <c>agreement-covers-roll-out</c>.</param>
/// <param name="Version">Raised when the rule changes; kept with every decision.</param>
/// <param name="UsesAssessments">Whether it looks at what only the team may see: then others are told nothing of what it found .</param>
/// <param name="Run">Null where a later module has the facts: it «kan ikke beregnes ennå».</param>
public sealed record ComputedCheck(string Name, int Version, bool UsesAssessments, Func<GateFacts, CheckResult>? Run)
{
    public const string NotYet = "not-yet";

    public static ComputedCheck Of(string name, Func<GateFacts, CheckResult> run) => new(name, Version: 1, UsesAssessments: false, run);

    /// <summary>A check that looks at what only the team may see.</summary>
    public static ComputedCheck OfTeam(string name, Func<GateFacts, CheckResult> run) => new(name, Version: 1, UsesAssessments: true, run);

    /// <summary>A check whose facts no module has yet.</summary>
    public static ComputedCheck Later(string name) => new(name, Version: 0, UsesAssessments: false, Run: null);
}

/// <summary>Checks and conditions by name, gathered from all modules when the program starts.</summary>
public sealed class CheckRegistry(IEnumerable<ComputedCheck> checks, IReadOnlyDictionary<string, Func<GateFacts, bool?>> conditions)
{
    private readonly Dictionary<string, ComputedCheck> _checks = checks.ToDictionary(check => check.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<ComputedCheck> All => _checks.Values;

    public bool Has(string check) => _checks.ContainsKey(check);

    public bool HasCondition(string name) => conditions.ContainsKey(name);

    public ComputedCheck Find(string name) => _checks[name];

    /// <summary>Whether a condition of a pack holds; null is not known.</summary>
    public bool? Holds(string condition, GateFacts facts) => conditions[condition](facts);
}
