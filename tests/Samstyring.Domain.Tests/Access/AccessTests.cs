using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Tests.Access;

public sealed class AccessTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly OrganisationId Nav = OrganisationId.Of("nav");
    private static readonly OrganisationId Digdir = OrganisationId.Of("digdir");
    private static readonly Actor By = new(UserId.New(), Nav);

    [Theory]
    [InlineData(Role.Manager, false, true)]
    [InlineData(Role.Contributor, false, false)]
    [InlineData(Role.Reader, true, true)]
    public void Managers_manage_their_own_and_the_administrator_all(Role role, bool administrator, bool may)
    {
        var who = new Standing(By.User, Nav, role, administrator);

        Assert.Equal(may, AccessRules.MayManage(who, Nav));
        Assert.Equal(administrator, AccessRules.MayManage(who, Digdir));
    }

    [Theory]
    [InlineData(Role.Manager, null, 1, false, false)]
    [InlineData(Role.Manager, Role.Reader, 1, false, false)]
    [InlineData(Role.Manager, Role.Manager, 1, false, true)]
    [InlineData(Role.Manager, null, 2, false, true)]
    [InlineData(Role.Manager, null, 1, true, true)]
    [InlineData(Role.Contributor, null, 0, false, true)]
    public void An_organisation_keeps_a_manager(Role before, Role? after, int managers, bool administrator, bool allowed)
    {
        var affiliation = Affiliation.Begin(UserId.New(), Nav, before, By, Noon, reason: null);

        Assert.Equal(allowed, AccessRules.KeepsAManager(new(By.User, Nav, Role.Manager, administrator), affiliation, after, managers) is null);
    }

    [Fact]
    public void An_invitation_is_open_for_a_fortnight_and_once()
    {
        Assert.True(Invitation.Make(" Åse ", new Grant(Nav, "nav", Role.Reader), "hash", By, Noon).IsAccepted(out var invitation, out _));

        Assert.Equal("Åse", invitation.Recipient);
        Assert.True(invitation.IsOpen(Noon.AddDays(14).AddTicks(-1)));
        Assert.False(invitation.IsOpen(Noon.AddDays(14)));
        Assert.True(invitation.Accept(UserId.New(), "Åse", "nav", Noon).IsAccepted(out var accepted, out _));
        Assert.Equal(Nav, accepted.By.OnBehalfOf);
        Assert.False(invitation.Accept(UserId.New(), "Ola", "nav", Noon).IsAccepted(out _, out _));
        Assert.False(invitation.Withdraw("nav", By, Noon).IsAccepted(out _, out var refusal));
        Assert.Equal("invitation.closed", refusal.Reasons.Single().Code);
    }

    [Theory]
    [InlineData("", 1, 30, "token.name")]
    [InlineData("x", 0, 30, "token.scope")]
    [InlineData("x", 1, 0, "token.days")]
    [InlineData("x", 1, 366, "token.days")]
    [InlineData("x", 1, 365, null)]
    public void A_token_says_what_it_is_for_and_lasts_a_year_at_most(string name, int scopes, int days, string? code)
    {
        var outcome = AccessToken.Make(new(name, [.. Enumerable.Repeat(TokenScope.Read, scopes)], days), new(Nav, "nav", By.User), "hash", By, Noon);

        Assert.Equal(code, outcome.IsAccepted(out _, out var refusal) ? null : refusal.Reasons[0].Code);
    }

    [Theory]
    [InlineData(TokenScope.Read, Role.Manager, Role.Reader)]
    [InlineData(TokenScope.Write, Role.Manager, Role.Contributor)]
    [InlineData(TokenScope.Import, Role.Contributor, Role.Contributor)]
    [InlineData(TokenScope.Write, Role.Reader, Role.Reader)]
    public void A_token_is_a_contributor_at_most_and_never_more_than_its_person(TokenScope scope, Role held, Role acts) =>
        Assert.Equal(acts, AccessToken.RoleOf([TokenScope.Read, scope], held));

    [Fact]
    public void Two_secrets_differ_and_fit_an_address()
    {
        var (one, other) = (Secret.New(), Secret.New());

        Assert.NotEqual(one, other);
        Assert.Equal(43, one.Length);
        Assert.All(one, c => Assert.True(char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
    }
}
