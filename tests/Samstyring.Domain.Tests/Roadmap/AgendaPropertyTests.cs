using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Roadmap;
using static Samstyring.Domain.Tests.Roadmap.RoadmapFacts;

namespace Samstyring.Domain.Tests.Roadmap;

public sealed class AgendaPropertyTests
{
    [Fact]
    public void No_deadline_is_a_budget_that_is_decided_on_and_none_that_the_owner_set_has_passed()
    {
        var budgets = 0;
        Prop.ForAll<int>(seed =>
        {
            Random random = new(seed);
            var (today, cycle) = (SomeDay(random), SomeCycle(random));
            foreach (var item in Agenda.Of(new(SomeSolution(random), SomeRecord(random), [], []), Flekkefjord, cycle, today).Where(i => i.Kind.IsDecision()))
            {
                Assert.True(item.Deadline >= today, $"{item} on {today}");
                if (item.Basis is DeadlineBasis.BudgetDecision)
                {
                    Assert.Equal(cycle.DayOf(BudgetEvent.CouncilAdopts, item.BudgetYear!.Value)!.Day, item.Deadline);
                    budgets++;
                }
            }
        }).QuickCheckThrowOnFailure();

        Assert.InRange(budgets, 20, int.MaxValue);
    }

    [Fact]
    public void An_agenda_is_in_deadline_order_and_what_has_none_is_last() =>
        Prop.ForAll<int>(seed =>
        {
            Random random = new(seed);
            var (today, cycle) = (SomeDay(random), SomeCycle(random));
            var items = Agenda.InOrder(Enumerable.Range(0, 12).SelectMany(_ => Agenda.Of(new(SomeSolution(random), SomeRecord(random), [], []), Flekkefjord, cycle, today)), i => i).ToList();

            return items.Zip(items.Skip(1)).All(pair => pair.First.Deadline is { } first ? pair.Second.Deadline is not { } second || first <= second : pair.Second.Deadline is null);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Telling_later_never_makes_an_owner_less_late() =>
        Prop.ForAll<int>(seed =>
        {
            Random random = new(seed);
            var (cycle, available, told) = (SomeCycle(random), Iso(SomeDay(random)), SomeDay(random));

            return Agenda.IsAnnouncedLate(SolutionOf(announced: Iso(told), available: available), cycle) != true
                || Agenda.IsAnnouncedLate(SolutionOf(announced: Iso(told.AddDays(random.Next(0, 900))), available: available), cycle) == true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_hours_of_all_quarters_are_the_hours_that_were_asked_for() =>
        Prop.ForAll<int>(seed =>
        {
            Random random = new(seed);
            RequestedWork[] work = [.. Enumerable.Range(0, random.Next(0, 6)).Select(_ => SomeDay(random)).Select(day => new RequestedWork(RequestKind.Survey, day, day.AddDays(random.Next(0, 900)), random.Next(0, 300)))];

            var load = RequestLoad.PerQuarter(work, new(2024, 1), 40);

            return load.Sum(q => q.Hours) == work.Sum(w => w.Hours) && load.All(q => q.Hours >= 0);
        }).QuickCheckThrowOnFailure();

    /// <summary>Own dates in the year before the budget, in any order.</summary>
    private static BudgetCycle SomeCycle(Random random) => CycleOf(
    [
        .. from year in Enumerable.Range(2026, 5)
           from happening in Enum.GetValues<BudgetEvent>()
           where random.Next(3) == 0
           select Own(happening, year, Iso(new DateOnly(year - 1, 1, 1).AddDays(random.Next(0, 364)))),
    ]);

    private static Solution SomeSolution(Random random) => SolutionOf(
        (SolutionState)random.Next(1, 6), Some(random, () => Time(random)), Some(random, () => Time(random)), Some(random, () => Time(random)), Some(random, () => Time(random)));

    private static AdoptionRecord? SomeRecord(Random random) => random.Next(3) == 0 ? null : RecordOf((AdoptionStep)random.Next(1, 11), planned: Some(random, () => Time(random)));

    private static string? Some(Random random, Func<string> value) => random.Next(2) == 0 ? null : value();

    private static string Time(Random random) => Iso(SomeDay(random))[..(random.Next(3) switch { 0 => 4, 1 => 7, _ => 10 })];

    private static DateOnly SomeDay(Random random) => new DateOnly(2025, 1, 1).AddDays(random.Next(0, 1500));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
