using Microsoft.AspNetCore.Authorization;
using Samstyring.Data;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Initiatives;

/// <summary>What is under way across levels: projects and programmes.</summary>
[AllowAnonymous]
public sealed class IndexModel(SamstyringDb db) : ListPage<InitiativeItem>(db, new InitiativeList());
