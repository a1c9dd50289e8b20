using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Knowledge;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.About;

/// <summary>What Samstyring is, where its facts come from, and how to read them.</summary>
public sealed class AboutModel(SamstyringDb db) : PageModel
{
    private int _lifeEvents;
    private int _networks;
    private int _municipalities;
    private int _sources;

    /// <summary>Data sets with their licences, to be named wherever the data are used.</summary>
    public IReadOnlyList<SourceDocument> DataSets { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        _lifeEvents = await db.LifeEvents.CountAsync(ct);
        _networks = await db.Networks.CountAsync(ct);
        _municipalities = await db.Municipalities.CountAsync(ct);
        _sources = await db.SourceDocuments.CountAsync(ct);
        DataSets = await db.SourceDocuments.Where(d => d.SenderKind == SenderKind.OpenData).OrderBy(d => d.Key).ToListAsync(ct);
    }

    public string Lead(Ui ui) => ui["about.lead", _municipalities, _networks, _lifeEvents, _sources];
}
