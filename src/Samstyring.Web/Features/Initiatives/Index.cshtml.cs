using Microsoft.AspNetCore.Authorization;
using Samstyring.Data;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Initiatives;

/// <summary>What is under way across levels: projects and programmes.</summary>
[AllowAnonymous]
public sealed class IndexModel(SamstyringDb db, TimeProvider clock) : ListPage<InitiativeItem>(db, new InitiativeList())
{
    public DateOnly Today { get; } = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
