using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Domain.Tests.Stewardship;

public sealed class StewardshipTests
{
    private static readonly OrganisationId Own = OrganisationId.Of("own");
    private static readonly OrganisationId Other = OrganisationId.Of("other");
    private static readonly OrganisationId Third = OrganisationId.Of("third");
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, Stewards, bool, bool> Rules() => new()
    {
        // Who answers; may the own organisation's contributor change; may an administrator who acts for a third.
        { "own body", Stewards.OfBody(Own), true, true },
        { "other body", Stewards.OfBody(Other), false, true },
        { "own municipality", Stewards.OfMunicipality(Own, []), true, true },
        { "mandated for the municipality", Stewards.OfMunicipality(Other, [Own]), true, true },
        { "not mandated", Stewards.OfMunicipality(Other, [Third]), false, true },
        { "own decision", Stewards.OfDecision(Own, []), true, false },
        { "mandated decision", Stewards.OfDecision(Other, [Own]), true, false },
        { "other's decision", Stewards.OfDecision(Other, []), false, false },
        { "own mandate", Stewards.OfMandate(Own), true, false },
        { "mandate from another", Stewards.OfMandate(Other), false, false },
        { "body of a membership", Stewards.OfMembership(Own, Other), true, true },
        { "member", Stewards.OfMembership(Other, Own), true, true },
        { "neither", Stewards.OfMembership(Other, Third), false, true },
        { "own network", Stewards.OfNetwork(Own), true, false },
        { "other network", Stewards.OfNetwork(Other), false, false },
        { "own co-operation", Stewards.OfCoOperation(Own), true, true },
        { "co-operation without a body", Stewards.OfCoOperation(null), false, true },
        { "own forum", Stewards.OfForum(Own, Other), true, true },
        { "forum below", Stewards.OfForum(Other, Own), true, true },
        { "other forum", Stewards.OfForum(Other, null), false, true },
        { "own life event", Stewards.OfLifeEvent([Other, Own]), true, false },
        { "other life event", Stewards.OfLifeEvent([Other]), false, false },
        { "life event without an owner", Stewards.OfLifeEvent([]), false, true },
        { "registry", Stewards.OfRegistry, false, true },
    };

    [Theory, MemberData(nameof(Rules))]
    public void Those_who_answer_for_a_record_change_it_and_others_propose(string what, Stewards stewards, bool own, bool administrator)
    {
        Assert.True(stewards.RightOf(For(Own, Role.Contributor)) == (own ? Right.Change : Right.Propose), what);
        Assert.Equal(own ? Right.Change : Right.Propose, stewards.RightOf(For(Own, Role.Manager)));
        Assert.Equal(administrator ? Right.Change : Right.None, stewards.RightOf(new(UserId.New(), null, null, IsAdministrator: true)));
        Assert.Equal(Right.None, stewards.RightOf(For(Own, Role.Reader)));
        Assert.Equal(Right.None, stewards.RightOf(new(UserId.New(), null, null, IsAdministrator: false)));
        Assert.Equal(Right.None, stewards.RightOf(Standing.Visitor));
    }

    [Fact]
    public void A_steward_corrects_and_another_proposes_the_same()
    {
        Assert.True(Decide(Own).IsAccepted(out var made, out _));
        Assert.Equal([new FieldChange("name_nb", "Før", "Etter")], made.Corrected!.Changes);
        Assert.Null(made.Proposed);

        Assert.True(Decide(Other).IsAccepted(out var asked, out _));
        Assert.Null(asked.Corrected);
        Assert.Equal(made.Corrected.Changes, asked.Proposed!.Changes);
        Assert.IsType<ChangeProposed>(Assert.Single(asked.Proposed.TakeEvents()));
    }

    [Theory]
    [InlineData("v1", "Etter", null, Correction.ReasonRequired)]
    [InlineData("v1", "Etter", "  ", Correction.ReasonRequired)]
    [InlineData("v1", "Før", "Derfor", Correction.Unchanged)]
    [InlineData("v0", "Etter", "Derfor", Correction.ChangedMeanwhile)]
    [InlineData(null, "Etter", "Derfor", Correction.ChangedMeanwhile)]
    public void A_change_is_refused_for_a_reason(string? version, string name, string? why, string code)
    {
        Assert.False(Decide(Own, version, name, why).IsAccepted(out _, out var refusal));
        Assert.Equal(code, refusal.Reasons[0].Code);
    }

    [Fact]
    public void The_second_of_two_is_told_what_is_stored()
    {
        Assert.False(Decide(Own, "v0").IsAccepted(out _, out var refusal));
        Assert.Equal(new Reason(Correction.ChangedMeanwhile, "name_nb", "Før"), Assert.Single(refusal.Reasons));
    }

    [Fact]
    public void A_refused_proposal_needs_a_reason_and_is_answered_once()
    {
        Assert.True(Decide(Other).IsAccepted(out var asked, out _));
        var proposal = asked.Proposed!;
        Assert.False(proposal.Decline(" ", State(), For(Own, Role.Contributor), Now).IsAccepted(out _, out var refusal));
        Assert.Equal(Correction.ReasonRequired, refusal.Reasons[0].Code);
        Assert.False(proposal.Decline("Nei.", State(), For(Third, Role.Manager), Now).IsAccepted(out _, out refusal));
        Assert.Equal(Correction.NotAllowed, refusal.Reasons[0].Code);

        Assert.True(proposal.Decline("Nei.", State(), For(Own, Role.Contributor), Now).IsAccepted(out _, out _));

        Assert.Equal((ProposalState.Declined, "Nei."), (proposal.State, proposal.Answer));
        Assert.False(proposal.Accept(null, State(), For(Own, Role.Contributor), Now).IsAccepted(out _, out refusal));
        Assert.Equal(Proposal.NotOpen, refusal.Reasons[0].Code);
    }

    [Fact]
    public void Only_the_organisation_that_proposed_takes_it_back()
    {
        Assert.True(Decide(Other).IsAccepted(out var asked, out _));
        Assert.False(asked.Proposed!.Withdraw(null, State(), For(Third, Role.Manager), Now).IsAccepted(out _, out _));
        Assert.False(asked.Proposed.Withdraw(null, State(), For(Other, Role.Reader), Now).IsAccepted(out _, out _));
        Assert.True(asked.Proposed.Withdraw(null, State(), For(Other, Role.Contributor), Now).IsAccepted(out _, out _));
    }

    [Fact]
    public void Restricting_needs_a_paragraph_a_reason_and_a_day_to_come()
    {
        Assert.False(Restriction.Decide(State(), null, null, new(2026, 3, 2), For(Own, Role.Contributor), Now).IsAccepted(out _, out var refusal));
        Assert.Equal(["paragraph", "reason", "review"], refusal.Reasons.Select(r => r.Field));
        Assert.False(Restriction.Decide(State(), "§ 14", "Derfor", new(2027, 3, 2), For(Other, Role.Manager), Now).IsAccepted(out _, out refusal));
        Assert.Equal(Correction.NotAllowed, refusal.Reasons[0].Code);

        Assert.True(Restriction.Decide(State(), "§ 14", "Derfor", new(2027, 3, 2), For(Own, Role.Contributor), Now).IsAccepted(out var restricted, out _));

        Assert.Equal(AudienceId.Of(Own), restricted.VisibleTo);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("2026", "2026", true)]
    [InlineData("2026-03", null, true)]
    [InlineData("2026-03-03", null, false)]
    [InlineData(null, "2026-03-02", true)]
    [InlineData(null, "2026-03-01", false)]
    [InlineData(null, "2025", false)]
    [InlineData("2027", null, false)]
    public void A_mandate_holds_from_its_first_to_its_last_day(string? from, string? to, bool holds)
    {
        var mandate = new DecisionMandate
        {
            Id = DecisionMandateId.Of("x"),
            Municipality = Own,
            Body = Other,
            Subject = new("Barnevern"),
            Folded = "barnevern",
            ValidFrom = from,
            ValidTo = to,
            Note = LocalizedText.Unknown,
            Provenance = new("samstyring", "2026", Certainty.Stated),
        };

        Assert.Equal(holds, mandate.Holds(new(2026, 3, 2)));
    }

    private static Standing For(OrganisationId organisation, Role role) => new(UserId.New(), organisation, role, IsAdministrator: false);

    private static RecordState State() => new(new("organisation", "own"), new("Før"), new Dictionary<string, string?> { ["name_nb"] = "Før", ["short"] = null }, "v1", Stewards.OfBody(Own), [], VisibleTo: null);

    private static Outcome<ChangeDecision> Decide(OrganisationId by, string? version = "v1", string name = "Etter", string? why = "Derfor") =>
        Correction.Decide(State(), new(version, new Dictionary<string, string?> { ["name_nb"] = name }, why, []), For(by, Role.Contributor), Now);
}
