using FsCheck;
using FsCheck.Fluent;
using Samstyring.Domain.Initiatives;

namespace Samstyring.Domain.Tests.Initiatives;

public sealed class DependencyPlanTests
{
    private static readonly InitiativeId Register = InitiativeId.Of("register");
    private static readonly InitiativeId Portal = InitiativeId.Of("portal");
    private static readonly InitiativeId RollOut = InitiativeId.Of("roll-out");

    [Fact]
    public void A_work_that_waits_moves_as_much_as_it_must_and_takes_those_behind_with_it()
    {
        var moved = Effect(new(2026, 7, 11), [new(Portal, Register, 10), new(RollOut, Portal, 0)]);

        Assert.Equal([new(Portal, 20, Register), new MovedWork(RollOut, 9, Portal)], moved);
    }

    [Fact]
    public void A_work_that_still_fits_stays_and_so_does_what_is_behind_it() =>
        Assert.Empty(Effect(new(2026, 6, 20), [new(Portal, Register, 10), new(RollOut, Portal, 0)]));

    [Fact]
    public void A_work_that_waits_for_two_moves_for_the_later() =>
        Assert.Equal([new(Portal, 10, Register), new MovedWork(RollOut, 21, Register)], Effect(new(2026, 7, 11), [new(Portal, Register, 0), new(RollOut, Portal, 0), new(RollOut, Register, 114)]));

    [Fact]
    public void Where_a_date_is_not_known_it_is_said_that_the_effect_is_not()
    {
        PlannedWork[] works = [new(Register, new(2026, 1, 1), new(2026, 6, 1)), new(Portal, Starts: null, Ends: null), new(RollOut, new(2026, 10, 1), Ends: null)];

        Assert.True(DependencyPlan.Of(works, [new(Portal, Register, 0), new(RollOut, Portal, 0)], Register, new(2026, 7, 1)).IsAccepted(out var effect, out _));
        Assert.Equal([new(Portal, Days: null, Register), new MovedWork(RollOut, Days: null, Portal)], effect.Moved);
    }

    [Fact]
    public void Works_that_wait_for_each_other_are_refused()
    {
        Wait[] circle = [new(Portal, Register, 0), new(RollOut, Portal, 0), new(Register, RollOut, 0)];

        Assert.True(DependencyPlan.HasCycle(circle));
        Assert.True(DependencyPlan.HasCycle([new(Portal, Portal, 0)]));
        Assert.False(DependencyPlan.HasCycle(circle[..2]));
        Assert.False(DependencyPlan.HasCycle([circle[0], circle[0]]));
        Assert.False(DependencyPlan.Of([], circle, Register, new(2026, 1, 1)).IsAccepted(out _, out var refusal));
        Assert.Equal(DependencyPlan.Cycle, refusal.Reasons[0].Code);
    }

    [Fact]
    public void After_the_effect_every_work_behind_begins_late_enough() =>
        Prop.ForAll<int>(seed =>
        {
            Random random = new(seed);
            var ids = Enumerable.Range(0, 12).Select(i => InitiativeId.Of($"work {i}")).ToList();
            var works = ids.Select(id => new DateOnly(2026, 1, 1).AddDays(random.Next(300)) is var starts ? new PlannedWork(id, starts, starts.AddDays(random.Next(100))) : null!).ToList();
            var waits = Enumerable.Range(0, 20).Select(_ => random.Next(1, 12)).Select(i => new Wait(ids[i], ids[random.Next(i)], random.Next(30))).ToList();
            Assert.True(DependencyPlan.Of(works, waits, ids[0], new(2027, 1, 1)).IsAccepted(out var effect, out _));

            var delays = effect.Moved.ToDictionary(moved => moved.Id, moved => moved.Days!.Value);
            DateOnly Ends(InitiativeId id) => id == ids[0] ? new(2027, 1, 1) : works.Single(work => work.Id == id).Ends!.Value.AddDays(delays.GetValueOrDefault(id));
            return waits.Where(wait => wait.For == ids[0] || delays.ContainsKey(wait.For)).Where(wait => wait.Waiting != ids[0])
                .All(wait => works.Single(work => work.Id == wait.Waiting).Starts!.Value.AddDays(delays.GetValueOrDefault(wait.Waiting)) >= Ends(wait.For).AddDays(wait.Days));
        }).QuickCheckThrowOnFailure();

    /// <summary>The register ends on 1 June 2026, the portal lasts from 1 July to 1 October, and the roll-out begins on 12 October.</summary>
    private static IReadOnlyList<MovedWork> Effect(DateOnly ends, Wait[] waits)
    {
        PlannedWork[] works = [new(Register, new(2026, 1, 1), new(2026, 6, 1)), new(Portal, new(2026, 7, 1), new(2026, 10, 1)), new(RollOut, new(2026, 10, 12), new(2026, 12, 31))];
        Assert.True(DependencyPlan.Of(works, waits, Register, ends).IsAccepted(out var effect, out _));
        return effect.Moved;
    }
}
