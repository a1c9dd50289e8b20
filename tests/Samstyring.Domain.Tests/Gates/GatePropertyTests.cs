using FsCheck;
using FsCheck.Fluent;
using Samstyring.Domain.Access;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Initiatives;
using static Samstyring.Domain.Tests.Gates.Facts;

namespace Samstyring.Domain.Tests.Gates;

public sealed class GatePropertyTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// The rule is said once more here, without the board: what blocks and applies is met by facts, or by an answer where facts are silent.
    /// </summary>
    [Fact]
    public void No_order_of_edits_and_answers_passes_a_gate_that_a_blocking_item_holds()
    {
        Dictionary<bool, int> seen = new() { [true] = 0, [false] = 0 };
        Prop.ForAll<int>(seed =>
        {
            RandomFacts random = new(seed);
            var (work, others, parts) = (random.SomeWork(), random.SomeOthers(), random.SomeParts());
            for (var edit = 0; edit < 3; edit++)
            {
                parts = Edited(parts, new Random(seed + edit));
                foreach (var phase in Prosjektveiviseren.Phases)
                {
                    var facts = RandomFacts.Of(Prosjektveiviseren, phase, work, parts, others);
                    var open = IsOpen(phase, facts);
                    Assert.Equal(open, Passes(phase, facts));
                    seen[open]++;
                }
            }
        }).QuickCheckThrowOnFailure();

        Assert.All(seen.Values, count => Assert.InRange(count, 20, int.MaxValue));
    }

    [Fact]
    public void With_every_fact_in_place_a_gate_opens_and_each_blocking_item_alone_can_hold_it()
    {
        var phase = Prosjektveiviseren.Phases[0];
        GateFacts Facts(params Answer[] ks) => At("bp1", Work(personal: false), [Next(phase), In(ParticipantRole.Owner, Bufdir), .. ks.Select(answer => GateBoardTests.Answered("G-IDE-04", answer))]);

        Assert.True(Passes(phase, Facts(Answer.Yes)));
        Assert.False(Passes(phase, Facts(Answer.Partly)));
        Assert.False(Passes(phase, Facts(Answer.No)));
        Assert.False(Passes(phase, Facts()));
        Assert.False(Passes(phase, At("bp1", Work(personal: true), Next(phase))));
        Assert.False(Passes(phase, At("bp1", Work(personal: false))));
    }

    [Fact]
    public void A_board_is_a_function_of_the_facts_alone() =>
        Prop.ForAll<int>(seed =>
        {
            var (once, again) = (new RandomFacts(seed).Next(Prosjektveiviseren, Prosjektveiviseren.Phases[2]), new RandomFacts(seed).Next(Prosjektveiviseren, Prosjektveiviseren.Phases[2]));
            return Show(once).SequenceEqual(Show(again));
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<string> Show(GateFacts facts) =>
        GateBoard.Of(Prosjektveiviseren, facts, Registry).Rows.Select(row => $"{row.Id} {row.State} {row.Holds} {row.Applies} {row.Answer?.Answer} {string.Join(';', row.Computed.Select(outcome => outcome.Result is { } result ? Say(result) : ""))}");

    private static PhasePlan Next(MethodPhase phase) => new() { Provenance = Here, Phase = Prosjektveiviseren.After(phase)!.Key, Starts = "2026-08", Ends = "2026-12", Cost = 100_000, Count = 3 };

    private static List<InitiativePart> Edited(List<InitiativePart> parts, Random random)
    {
        var item = Prosjektveiviseren.Phases.SelectMany(phase => phase.AllItems).Where(item => item.Blocking).OrderBy(_ => random.Next()).First();
        List<InitiativePart> edited = [.. parts.Where(_ => random.Next(8) > 0), GateBoardTests.Answered(item.Id, (Answer)random.Next(1, 5))];
        return random.Next(2) == 0 ? edited : [.. edited.AsEnumerable().Reverse()];
    }

    private static bool Passes(MethodPhase phase, GateFacts facts)
    {
        var board = GateBoard.Of(Prosjektveiviseren, facts, Registry);
        GateWish wish = new(phase.Gate, GateOutcome.Proceed, "Mandat", "Styret", "Grunn", Exception: null, SeenNumber: 0, Conditions: []);
        return GateRules.Decide(GateRulesTests.Standing(board, phase.Gate), wish, GateRulesTests.Who(Role.Manager), Now).IsAccepted(out _, out _);
    }

    private static bool IsOpen(MethodPhase phase, GateFacts facts) =>
        phase.Checks.Where(check => check.Blocking).All(check => Registry.Find(check.Check).Run!(facts).State is CheckState.Met or CheckState.NotApplicable)
        && phase.AllItems.Where(item => item.Blocking && Applies(item, facts)).All(item => IsMet(item, facts));

    private static bool Applies(MethodItem item, GateFacts facts) =>
        !(item.StateOnly && !facts.IsOfState) && (item.AppliesWhen is null || Registry.Holds(item.AppliesWhen, facts) is not false);

    private static bool IsMet(MethodItem item, GateFacts facts)
    {
        var answer = facts.Of<GateAnswer>().LastOrDefault(given => given.Item == item.Id)?.Answer;
        var computed = item.Checks.Select(check => Registry.Find(check).Run?.Invoke(facts).State ?? CheckState.Unknown).ToList();
        var speaksFor = computed.Count > 0 && computed.TrueForAll(state => state is CheckState.Met or CheckState.NotApplicable);
        var saysYes = answer == Answer.NotRelevant || (answer is { } given && item.Passes.Contains(given));
        return item.DecidedBy is DecidedBy.Computed ? speaksFor : !computed.Contains(CheckState.NotMet) && (answer is null ? speaksFor : saysYes);
    }
}
