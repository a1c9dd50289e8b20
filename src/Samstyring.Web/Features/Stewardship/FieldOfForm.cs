using Samstyring.Data.Records;

namespace Samstyring.Web.Features.Stewardship;

/// <summary>One field of a record's form.</summary>
public sealed record FieldOfForm(RecordForm Form, RecordField Field)
{
    /// <summary>The form's values, under the name that the form sends them by.</summary>
    public IDictionary<string, string?> Values => Form.Values;
}

/// <summary>The fields of a form: what everybody fills in first, and the same texts in the other languages folded away until somebody uses them.</summary>
public sealed record FieldsOfForm(RecordForm Form, IReadOnlyList<RecordField> Fields)
{
    public IReadOnlyList<RecordField> First => [.. Fields.Where(f => !IsOther(f))];

    public IReadOnlyList<RecordField> InOtherLanguages => [.. Fields.Where(IsOther)];

    /// <summary>Whether one of them is filled in, or wrong.</summary>
    public bool IsOtherUsed => InOtherLanguages.Any(f =>
        (Form.Values.TryGetValue(f.Name, out var text) && !string.IsNullOrEmpty(text)) || Form.ModelState[$"Values[{f.Name}]"]?.Errors.Count > 0);

    private static bool IsOther(RecordField f) => f.Language is "nn" or "en";
}
