using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Data.Initiatives;
using Samstyring.Domain.Actors;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Actors;

/// <summary>Through whom an initiative reaches the municipalities that must decide, what is lost without one of them, and who must be told.</summary>
[AllowAnonymous]
public sealed class ChannelsModel(SamstyringDb db, TimeProvider clock, Tally tally, Ui ui) : PageModel
{
    public ChannelPicture Picture { get; private set; } = null!;

    public ListFrame Frame { get; private set; } = null!;

    public IReadOnlyList<MunicipalityChannelsItem> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await ChannelReader.ReadAsync(db, key, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct) is not { } facts)
        {
            return NotFound();
        }

        Picture = new(facts, Codes.TryParse<MunicipalPart>(ListQuery.Value(Request.Query, "part") ?? "", out var part) ? part : null);
        (Frame, Rows) = await ListFrame.ReadAsync(new ChannelList(Picture), Request.Query, db, tally, ct);
        Response.StatusCode = Frame.Bad is [] ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>How many are counted, and how many cannot be.</summary>
    public string Lead() => Picture switch
    {
        { Municipalities: [] } => ui["channels.lead-none"],
        { Counted: MunicipalPart.MayDecide } => ui["channels.lead-may", Picture.Municipalities.Count, Picture.Reach.Count],
        { Counted: MunicipalPart.Affected } => ui["channels.lead-affected", Picture.Municipalities.Count, Picture.Reach.Count],
        _ => ui["channels.lead", Picture.Municipalities.Count, Picture.Reach.Count],
    };

    public string Unnamed() => Picture.Facts.Parts switch
    {
        { HasUncounted: true, Unnamed: 0 } => ui["channels.unnamed-uncounted"],
        { HasUncounted: true, Unnamed: var count } => ui["channels.unnamed-and-uncounted", count],
        { Unnamed: var count } => ui.Count("channels.unnamed", count),
    };

    /// <summary>The share that a part of the counted municipalities is.</summary>
    public double ShareOf(int count) => Picture.Municipalities.Count == 0 ? 0 : (double)count / Picture.Municipalities.Count;

    /// <summary>Columns of the matrix: a municipality has few channels of each kind, and there are many channels.</summary>
    public static IReadOnlyList<(string Text, IReadOnlyList<ChannelRelation> Relations)> Columns { get; } =
    [
        ("channels.column.ks", [ChannelRelation.Ks]), ("channels.column.networks", [ChannelRelation.Network]),
        ("channels.column.acting", [ChannelRelation.Mandate, ChannelRelation.JointCompany, ChannelRelation.CoOperation]), ("channels.column.vendors", [ChannelRelation.Vendor]),
    ];
}
