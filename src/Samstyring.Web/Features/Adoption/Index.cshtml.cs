using Microsoft.AspNetCore.Authorization;
using Samstyring.Data;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Adoption;

/// <summary>The common solutions: who owns them, when they come, and how many have them.</summary>
[AllowAnonymous]
public sealed class IndexModel(SamstyringDb db) : ListPage<SolutionItem>(db, new SolutionList());
