using Microsoft.AspNetCore.Authorization;
using Samstyring.Data;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Instruments;

/// <summary>The register of deviations from the guidelines for architecture, by organisation and vendor .</summary>
[AllowAnonymous]
public sealed class DeviationsModel(SamstyringDb db, TimeProvider clock) : ListPage<DeviationItem>(db, new DeviationList(clock));
