using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Samstyring.Data;
using Samstyring.Data.Records;
using Samstyring.Domain.Access;
using Samstyring.Domain.Stewardship;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Stewardship;

/// <summary>Adds a record, or proposes it. A link may fill in what it belongs to: <c>?life_event=having-a-child</c>.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NewModel(SamstyringDb db, AddRecord add, TimeProvider clock, Ui ui) : RecordForm(ui)
{
    public async Task<IActionResult> OnGetAsync(string type, CancellationToken ct)
    {
        if (!MayOpen(type))
        {
            return NotFound();
        }

        Values = Fields.ToDictionary(f => f.Name, f => Request.Query[f.Name].ToString() is { Length: > 0 } given ? given : null, StringComparer.Ordinal);
        Lists = Fields.Where(f => f.Kind is FieldKind.Codes && Values[f.Name] is not null).ToDictionary(f => f.Name, f => (IReadOnlyList<string>)Values[f.Name]!.Split('|'), StringComparer.Ordinal);
        await ReadChoicesAsync(db, key: null, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string type, CancellationToken ct)
    {
        if (!MayOpen(type))
        {
            return NotFound();
        }

        var outcome = await add.RunAsync(type, Written(Fields), Reason, Standing, ct);
        if (outcome.IsAccepted(out var stored, out var refusal))
        {
            return await DoneAsync(db, stored, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct);
        }

        db.ChangeTracker.Clear();
        await ReadChoicesAsync(db, key: null, ct);
        return refusal.Reasons[0].Code is Correction.NotAllowed or ChangeRecord.NotFound ? NotFound() : Refused(refusal);
    }

    public IEnumerable<RecordField> Fields => Type.KeyFields.Concat(Type.Fields);

    /// <summary>Who may add it is known only when it says what it belongs to; whoever can neither add nor propose gets no form.</summary>
    private bool MayOpen(string type)
    {
        if (RecordTypes.Find(type) is not { CanBeAdded: true } known || !(Standing.IsAdministrator || (Standing.OnBehalfOf is not null && Standing.Is(Role.Contributor))))
        {
            return false;
        }

        Type = known;
        return true;
    }
}
