using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data.Records;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Stewardship;

/// <summary>A form over the fields of a record.</summary>
public abstract class RecordForm(Ui ui) : PageModel
{
    /// <summary>What the person wrote, by field.</summary>
    [BindProperty]
    public IDictionary<string, string?> Values { get; set; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>What was ticked, by field.</summary>
    [BindProperty]
    public IDictionary<string, IReadOnlyList<string>> Lists { get; set; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    [BindProperty]
    public string? Reason { get; set; }

    public RecordType Type { get; protected set; } = null!;

    public Right Right { get; protected set; }

    /// <summary>What the source says of the fields that somebody corrected.</summary>
    public IReadOnlyDictionary<string, CorrectedFact> Corrected { get; protected set; } = new Dictionary<string, CorrectedFact>(StringComparer.Ordinal);

    /// <summary>What fields of choices may hold, by field.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<RecordChoice>> Choices { get; private set; } = new Dictionary<string, IReadOnlyList<RecordChoice>>(StringComparer.Ordinal);

    /// <param name="key">Of the record; null where it is new.</param>
    protected async Task ReadChoicesAsync(Data.SamstyringDb db, string? key, CancellationToken ct)
    {
        Dictionary<string, IReadOnlyList<RecordChoice>> choices = new(StringComparer.Ordinal);
        foreach (var field in Type.KeyFields.Concat(Type.Fields).Where(field => field.Kind is FieldKind.Choice))
        {
            choices[field.Name] = await Type.ChoicesAsync(db, field.Name, key, Values.ToDictionary(StringComparer.Ordinal), ct);
        }

        Choices = choices;
    }

    protected Ui Ui { get; } = ui;

    protected Domain.Access.Standing Standing => SignedIn.StandingOf(HttpContext);

    public IReadOnlyList<string> Ticked(string field) => Lists.TryGetValue(field, out var ticked) ? ticked : [];

    /// <summary>What was written in the fields, with the ticks as lists.</summary>
    protected IReadOnlyDictionary<string, string?> Written(IEnumerable<RecordField> fields) => fields.ToDictionary(
        field => field.Name,
        field => Tidy(field.Kind is FieldKind.Codes ? string.Join('|', Ticked(field.Name)) : Values.TryGetValue(field.Name, out var text) ? text : null),
        StringComparer.Ordinal);

    /// <summary>Browsers send line breaks as two characters, and spaces around are no fact.</summary>
    protected static string? Tidy(string? text) => text?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim() is { Length: > 0 } tidy ? tidy : null;

    protected PageResult Refused(Refusal refusal)
    {
        foreach (var reason in refusal.Reasons)
        {
            var field = reason.Field switch { null => "", "reason" => nameof(Reason), var name => $"Values[{name}]" };
            ModelState.AddModelError(field, reason.Field is null or "reason" ? FieldWords.Refused(Ui, reason) : $"{FieldWords.Label(Ui, Type.Name, reason.Field)}: {FieldWords.Refused(Ui, reason)}");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>To the history of the record, which begins with what was done now.</summary>
    /// <summary>To the proposal; to the history of a sourced fact; to the page of a working fact, where whoever changed it goes on.</summary>
    protected async Task<LocalRedirectResult> DoneAsync(Data.SamstyringDb db, Stored stored, DateOnly today, CancellationToken ct)
    {
        if (stored.Proposal is { } proposal)
        {
            return LocalRedirect($"/forslag/{proposal.Value:D}");
        }

        var page = Type.ReasonIsOptional ? (await RecordReader.CardAsync(db, stored.Record, today, ct))?.Path : null;
        return LocalRedirect(page?.Split('#') is [var path, .. var place] ? $"{path}?lagret=true{(place is [var anchor] ? "#" + anchor : "")}" : $"/historikk/{stored.Record.Type}/{Uri.EscapeDataString(stored.Record.Key)}?lagret=true");
    }
}
