using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Initiatives;

/// <summary>The people of an organisation came to see, or see no longer, what the team of an initiative assesses. Told to the team alone.</summary>
/// <param name="Organisation">Its key.</param>
/// <param name="Joined">Whether it came; otherwise it left.</param>
/// <param name="EndsExemption">Whether it is another than the one that makes the documents, so that they are internal no longer (offentleglova § 14).</param>
public sealed record TeamChanged(string Initiative, string Organisation, bool Joined, bool EndsExemption, Actor By, DateTimeOffset At) : DomainEvent(By, At)
{
    public override AudienceId? VisibleTo => Team.Of(InitiativeId.Of(Initiative));

    public override bool SaysWhoSees => true;

    public override IReadOnlyList<Subject> Subjects => [new("initiative", Initiative)];
}

/// <summary>How a team stands before somebody changes it.</summary>
/// <param name="Producer">The organisation whose people make the assessments: the first owner that is of the team. It stays in it.</param>
public sealed record TeamStanding(string Initiative, OrganisationId Producer, IReadOnlyList<OrganisationId> Members);

/// <summary>
/// Who sees assessments of named actors. A team has one organisation that makes its documents; while it is alone, they may be internal
/// documents (offentleglova § 14). Whoever lets another in says that they know that this ends.
/// </summary>
public static class TeamRules
{
    public const string NotAllowed = "team.not-allowed";
    public const string IsMember = "team.is-member";
    public const string NoMember = "team.no-member";
    public const string Outsider = "team.outsider";
    public const string IsProducer = "team.producer";

    /// <summary>A manager for the organisation that makes the assessments.</summary>
    public static bool MayChange(TeamStanding team, Standing who) => who.User is not null && who.OnBehalfOf == team.Producer && who.Is(Role.Manager);

    /// <param name="knows">Whether the person has said that they know what it means.</param>
    public static Outcome<TeamChanged> LetIn(TeamStanding team, OrganisationId organisation, string key, bool knows, Standing who, DateTimeOffset at) =>
        !MayChange(team, who) ? new Refusal(new Reason(NotAllowed))
        : team.Members.Contains(organisation) ? new Refusal(new Reason(IsMember, "organisation", key))
        : organisation != team.Producer && !knows ? new Refusal(new Reason(Outsider, "knows"))
        : new TeamChanged(team.Initiative, key, Joined: true, organisation != team.Producer, who.Actor, at);

    public static Outcome<TeamChanged> LetGo(TeamStanding team, OrganisationId organisation, string key, Standing who, DateTimeOffset at) =>
        !MayChange(team, who) ? new Refusal(new Reason(NotAllowed))
        : !team.Members.Contains(organisation) ? new Refusal(new Reason(NoMember, "organisation", key))
        : organisation == team.Producer ? new Refusal(new Reason(IsProducer, "organisation", key))
        : new TeamChanged(team.Initiative, key, Joined: false, EndsExemption: false, who.Actor, at);
}
