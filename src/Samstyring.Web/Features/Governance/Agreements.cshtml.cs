using Microsoft.AspNetCore.Authorization;
using Samstyring.Data;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Governance;

/// <summary>Agreements of all initiatives, so that it shows which of them end when.</summary>
[AllowAnonymous]
public sealed class AgreementsModel(SamstyringDb db) : ListPage<AgreementItem>(db, new AgreementList());
