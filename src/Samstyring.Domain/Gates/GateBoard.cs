namespace Samstyring.Domain.Gates;

/// <summary>What stands at a gate: every item and every check, as it is now.</summary>
public sealed record GateBoard(MethodPack Pack, MethodPhase Phase, IReadOnlyList<BoardRow> Rows)
{
    /// <summary>What keeps the gate shut, in order.</summary>
    public IEnumerable<BoardRow> Holding => Rows.Where(row => row.Holds);

    /// <summary>Outputs of the phase that are not there .</summary>
    public IEnumerable<BoardRow> MissingOutputs => Rows.Where(row => row.Item?.Kind is ItemKind.Output && row.State is not (CheckState.Met or CheckState.NotApplicable));

    public static GateBoard Of(MethodPack pack, GateFacts facts, CheckRegistry registry)
    {
        var phase = facts.Phase;
        var answers = facts.Of<GateAnswer>().GroupBy(answer => answer.Item, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        var carried = pack.Phases.SelectMany(other => other.Items).Where(item => phase.CarriesOn.Contains(item.Id, StringComparer.Ordinal));
        List<BoardRow> rows = [];
        foreach (var item in phase.Items.Concat(carried))
        {
            rows.Add(Row(item, parent: null));
            rows.AddRange(item.Children.Select(child => Row(child, item)));
        }

        rows.AddRange(phase.Checks.Select(check => BoardRow.OfCheck(check, registry.Find(check.Check), facts)));
        return new(pack, phase, rows);

        BoardRow Row(MethodItem item, MethodItem? parent) => BoardRow.OfItem(item, parent, answers.GetValueOrDefault(item.Id), facts, registry);
    }
}

/// <summary>What one computed check found.</summary>
/// <param name="Result">Null where it cannot be computed yet.</param>
public sealed record CheckOutcome(ComputedCheck Check, CheckResult? Result);

/// <summary>One line of a gate: an item with its answer and its checks, or a check of the gate's own.</summary>
/// <param name="Answer">What people answered; null is not answered.</param>
/// <param name="Applies">Whether the item applies here; null is not known, and then it does.</param>
public sealed record BoardRow(string Id, MethodItem? Item, MethodItem? Parent, bool Blocking, GateAnswer? Answer, bool? Applies, IReadOnlyList<CheckOutcome> Computed, CheckState State)
{
    /// <summary>Whether it keeps the gate shut: it blocks, and is not met. What is not known holds like what is not met.</summary>
    public bool Holds => Blocking && State is CheckState.NotMet or CheckState.Unknown;

    public bool UsesAssessments => Computed.Any(outcome => outcome.Check.UsesAssessments);

    public static BoardRow OfCheck(PhaseCheck check, ComputedCheck computed, GateFacts facts)
    {
        CheckOutcome outcome = new(computed, computed.Run?.Invoke(facts));
        return new(check.Check, Item: null, Parent: null, check.Blocking, Answer: null, Applies: true, [outcome], outcome.Result?.State ?? CheckState.Unknown);
    }

    public static BoardRow OfItem(MethodItem item, MethodItem? parent, GateAnswer? answer, GateFacts facts, CheckRegistry registry)
    {
        var applies = AppliesTo(item, facts, registry);
        if (applies is false)
        {
            return new(item.Id, item, parent, item.Blocking, answer, applies, [], CheckState.NotApplicable);
        }

        CheckOutcome[] computed = [.. item.Checks.Select(registry.Find).Select(check => new CheckOutcome(check, check.Run?.Invoke(facts)))];
        return new(item.Id, item, parent, item.Blocking && item.Kind is not ItemKind.Group, answer, applies, computed, StateOf(item, answer, computed));
    }

    private static bool? AppliesTo(MethodItem item, GateFacts facts, CheckRegistry registry) =>
        item.StateOnly && !facts.IsOfState ? false : item.AppliesWhen is { } condition ? registry.Holds(condition, facts) : true;

    /// <summary>
    /// Facts that speak against it outweigh an answer; an answer counts where the facts are silent. «Partly» is not met: nothing is
    /// rounded up.
    /// </summary>
    private static CheckState StateOf(MethodItem item, GateAnswer? answer, CheckOutcome[] computed)
    {
        if (item.Kind is ItemKind.Group)
        {
            return CheckState.NotApplicable;
        }

        var states = computed.Select(outcome => outcome.Result?.State ?? CheckState.Unknown).ToList();
        var answered = Answered(item, answer);
        if (states.Contains(CheckState.NotMet) || answered is CheckState.NotMet)
        {
            return CheckState.NotMet;
        }

        if (states is [] || states.Contains(CheckState.Unknown))
        {
            return item.DecidedBy is DecidedBy.Computed ? CheckState.Unknown : answered;
        }

        return states.TrueForAll(state => state is CheckState.NotApplicable) ? CheckState.NotApplicable : CheckState.Met;
    }

    private static CheckState Answered(MethodItem item, GateAnswer? answer) => (item.DecidedBy, answer?.Answer) switch
    {
        (DecidedBy.Computed, _) or (_, null) => CheckState.Unknown,
        (_, Gates.Answer.NotRelevant) => CheckState.NotApplicable,
        (_, { } given) => item.Passes.Contains(given) ? CheckState.Met : CheckState.NotMet,
    };
}
