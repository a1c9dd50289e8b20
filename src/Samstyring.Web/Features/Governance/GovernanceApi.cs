using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Governance;

internal static class GovernanceApi
{
    public static void MapGovernance(this IEndpointRouteBuilder api) => api.MapList(new AgreementList(), "Governance");
}
