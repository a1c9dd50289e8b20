using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Design;

/// <summary>Every component with its variants: what axe runs over first, and where a new page looks for its parts.</summary>
public sealed class IndexModel : PageModel
{
    /// <summary>The statuses and what they stand for.</summary>
    public static readonly IReadOnlyList<string> Statuses = ["ok", "part", "warn", "stop", "none", "unknown", "conflict"];

    public static readonly IReadOnlyList<string> Tones = ["info", "success", "warning", "danger"];

    public static readonly IReadOnlyList<string> Colours = ["accent", "stat", "region", "marked", "citizen"];

    public Provenance Fact { get; } = new("003 §3.4 Tabell 3 p.21 l.435-464", "2020", Certainty.Stated);

    public Provenance With(Certainty certainty) => Fact with { Certainty = certainty };
}
