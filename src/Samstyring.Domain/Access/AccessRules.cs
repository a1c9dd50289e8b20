using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Access;

/// <summary>Who may give, change and end what people may do for an organisation.</summary>
public static class AccessRules
{
    /// <summary>The organisation's own managers, and the administrator of the installation.</summary>
    public static bool MayManage(Standing who, OrganisationId organisation) =>
        who.IsAdministrator || (who.OnBehalfOf == organisation && who.Is(Role.Manager));

    /// <summary>
    /// An organisation without a manager can let nobody in. So its last manager leaves only by the administrator, who can invite another;
    /// a manager, and that is the last one, must give somebody else the role first.
    /// </summary>
    /// <param name="after">The role that the person is to have; null where the affiliation is to end.</param>
    /// <param name="managers">How many managers the organisation has now, this one included.</param>
    public static Refusal? KeepsAManager(Standing who, Affiliation affiliation, Role? after, int managers) =>
        affiliation.Role is Role.Manager && after is not Role.Manager && managers <= 1 && !who.IsAdministrator
            ? new Refusal(new Reason("affiliation.last-manager"))
            : null;
}
