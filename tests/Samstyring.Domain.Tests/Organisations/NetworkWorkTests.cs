using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Domain.Tests.Organisations;

public sealed class NetworkWorkTests
{
    private static readonly Provenance Origin = new("test", "2026", Certainty.Stated);

    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void One_person_with_more_roles_than_the_limit_is_warned_of_however_the_name_is_written()
    {
        NetworkRole[] roles = [Role("Kari Nordmann"), Role("kari  nordmann"), Role("Ola Nordmann"), Role("Kari Nordmann", ends: "2026-10"), Role("Kari Nordmann", starts: "2027")];

        var people = NetworkRules.ByPerson(roles, limit: 1, Today);

        Assert.Equal([("Kari Nordmann", 2, true), ("Ola Nordmann", 1, false)], people.Select(p => (p.Holder, p.Roles.Count, p.IsTooMany)));
        Assert.False(NetworkRules.ByPerson(roles, limit: 2, Today)[0].IsTooMany);
    }

    [Fact]
    public void A_case_is_answered_when_every_place_has_answered_and_those_without_an_answer_come_first()
    {
        NetworkCase answered = new() { Id = PartId.New(), Name = new("A"), Starts = "2025", Provenance = Origin }, open = new() { Id = PartId.New(), Name = new("B"), Starts = "2026", Provenance = Origin }, nowhere = new() { Id = PartId.New(), Name = new("C"), Starts = "2024", Provenance = Origin };
        CaseStep Step(NetworkCase of, Level level, CaseState? state, string starts) => new() { Case = of.Id, Level = level, State = state, Starts = starts, Provenance = Origin };

        var ways = NetworkRules.Ways([answered, open, nowhere], [Step(answered, Level.State, CaseState.Answered, "2025-02"), Step(open, Level.State, CaseState.UnderWay, "2026-03"), Step(open, Level.Region, CaseState.Rejected, "2026-02")]);

        Assert.Equal(["C", "B", "A"], ways.Select(w => w.Case.Name.Nb));
        Assert.Equal([false, false, true], ways.Select(w => w.IsAnswered));
        Assert.Equal((Level.State, 1), (ways[1].Now!.Level, ways[1].Silent.Count()));
        Assert.Null(ways[0].Now);
    }

    [Theory]
    [InlineData(null, null, ExpectationState.Missing)]
    [InlineData("2025-01", null, ExpectationState.Clear)]
    [InlineData("2025-01", "2026", ExpectationState.Clear)]
    [InlineData("2025-01", "2026-10", ExpectationState.Outdated)]
    public void Expectations_are_clear_until_they_are_to_be_looked_at_again(string? clarifiedOn, string? review, ExpectationState state) =>
        Assert.Equal(state, NetworkRules.StateOf(new() { SignedOn = clarifiedOn, Ends = review, Provenance = Origin }, Today));

    private static NetworkRole Role(string holder, string? starts = null, string? ends = null) => new() { Holder = holder, Starts = starts, Ends = ends, Provenance = Origin };
}
