using Samstyring.Data.Records;

namespace Samstyring.Web.Features.Stewardship;

/// <summary>One field of a record's form.</summary>
public sealed record FieldOfForm(RecordForm Form, RecordField Field)
{
    /// <summary>The form's values, under the name that the form sends them by.</summary>
    public IDictionary<string, string?> Values => Form.Values;
}
