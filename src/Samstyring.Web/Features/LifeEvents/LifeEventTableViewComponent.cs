using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewComponents;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.LifeEvents;

/// <summary>The first life events as a table, for pages that only point to them.</summary>
public sealed class LifeEventTableViewComponent(SamstyringDb db) : ViewComponent
{
    private const int Shown = 10;

    public async Task<ViewViewComponentResult> InvokeAsync()
    {
        var list = new LifeEventList();
        var rows = await list.CompleteAsync(db, await list.Sorts[0].Order(list.From(db), false).Take(Shown).ToListAsync(HttpContext.RequestAborted), HttpContext.RequestAborted);
        return View("/Features/LifeEvents/_LifeEventTable.cshtml", (rows, (ListFrame?)null));
    }
}
