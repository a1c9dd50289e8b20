using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Steering;
using static Samstyring.Domain.Tests.Gates.Facts;

namespace Samstyring.Domain.Tests.Steering;

public sealed class SteeringChecksTests
{
    [Fact]
    public void The_letters_of_the_last_year_say_how_many_have_the_assignment()
    {
        Assert.Equal("Unknown no-letters", Say("assignments-coordinated", Of()));
        Assert.Equal("Unknown not-all: 1 | 2 | 2021", Say("assignments-coordinated", With(Work(), [Letter(2021, true), Letter(2021, false), Letter(2020, true)])));
        Assert.Equal("Met all: 1 | 2021", Say("assignments-coordinated", With(Work(), [Letter(2021, true), Letter(2020, false)])));
    }

    private static LifeEventLetter Letter(int year, bool assignment) => new()
    {
        LifeEvent = LifeEventId.Of("event"),
        Organisation = Bufdir,
        Role = LifeEventRole.Executing,
        Year = year,
        Order = 1,
        Mentioned = Mention.Yes,
        Assignment = assignment,
        Notice = false,
        Note = Nb(""),
        Provenance = Here,
    };
}
