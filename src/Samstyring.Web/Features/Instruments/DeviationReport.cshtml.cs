using Microsoft.AspNetCore.Authorization;
using Samstyring.Data;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Instruments;

/// <summary>Deviations from the guidelines for architecture, counted for each agency, municipality and vendor .</summary>
[AllowAnonymous]
public sealed class DeviationReportModel(SamstyringDb db, TimeProvider clock) : ListPage<DeviationReportItem>(db, new DeviationReportList(clock));
