using Samstyring.Data.Records;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Knowledge;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Organisations;

namespace Samstyring.Web.Features.Design;

/// <summary>The words of records and their fields in the reader's language.</summary>
internal static class FieldWords
{
    private static readonly Dictionary<Type, string> GroupOfEnum = new()
    {
        [typeof(OrganisationKind)] = "organisation-kind",
        [typeof(Level)] = "level",
        [typeof(Mandate)] = "forum-mandate",
        [typeof(SeatState)] = "organisation.seat",
        [typeof(ThemeState)] = "theme-state",
        [typeof(ScopePart)] = "scope",
        [typeof(JointPhase)] = "phase",
        [typeof(DecisionModelKind)] = "municipality.model",
        [typeof(InvolvementState)] = "involvement",
        [typeof(NoteStatus)] = "note-status",
        [typeof(SenderKind)] = "sender",
    };

    private static readonly Dictionary<string, string> GroupOfField = new(StringComparer.Ordinal)
    {
        ["language_form"] = "municipality.language",
        ["type"] = "activity-type",
        ["kind"] = "organisation.co-operation-kind",
        ["field"] = "network-field",
        ["role"] = "role",
        ["category"] = "term-category",
    };

    /// <summary>«Medlemskap», «Livshendelse».</summary>
    public static string TypeName(Ui ui, string type) => ui["record." + type];

    /// <summary>What a link to a fact is called where the fact has no name: a kind of record, or a field of an initiative.</summary>
    public static string LinkName(Ui ui, string typeOrField) => ui.Has("record." + typeOrField) ? TypeName(ui, typeOrField) : ui["record-field." + Group(typeOrField)];

    /// <summary>A field without its language.</summary>
    private static string Group(string field) => field.EndsWith("_nb", StringComparison.Ordinal) ? field[..^3] : field;

    /// <summary>«Navn (bokmål)».</summary>
    public static string Label(Ui ui, RecordField field) => field.Language is null ? ui["record-field." + field.Group] : ui["record-field.in-language", ui["record-field." + field.Group], ui["record-field.language." + field.Language]];

    /// <summary>How to write it; null where the label says it.</summary>
    public static string? Hint(Ui ui, RecordField field) => field switch
    {
        { IsOrganisationNumber: true } => ui["record-field.hint.organisation-number"],
        { Kind: FieldKind.Time } => ui["record-field.hint.time"],
        { Kind: FieldKind.Body } => ui["record-field.hint.body"],
        { Name: "key" } => ui["record-field.hint.key"],
        { Name: "counties" } => ui["record-field.hint.counties"],
        { Name: "url" } => ui["record-field.hint.url"],
        { Name: "subject_nb" } => ui["record-field.hint.subject", DecisionMandate.OwnFacts],
        _ => null,
    };

    public static IReadOnlyList<(string Value, string Name)> Options(Ui ui, RecordField field)
    {
        IEnumerable<string> codes = field.Kind is FieldKind.YesNo ? ["yes", "no"] : field.Allowed;
        return [.. field.IsRequired || field.Kind is FieldKind.Codes ? [] : new[] { ("", ui["unknown"]) }, .. codes.Select(code => (code, Code(ui, field, code)))];
    }

    /// <summary>A value as a reader knows it; «ukjent» for none.</summary>
    public static string Show(Ui ui, string type, string fieldName, string? value)
    {
        if (value is null)
        {
            return ui["unknown"];
        }

        var kind = RecordTypes.Find(type);
        var field = kind?.Fields.Concat(kind.KeyFields).FirstOrDefault(f => string.Equals(f.Name, fieldName, StringComparison.Ordinal));
        return field?.Kind switch
        {
            FieldKind.Code or FieldKind.YesNo => Code(ui, field, value),
            FieldKind.Codes => ui.Join([.. value.Split('|').Select(code => Code(ui, field, code))]),
            FieldKind.Time => ui.Time(value),
            null when ui.Has("adoption-step." + value) => ui["adoption-step." + value],
            _ => value,
        };
    }

    public static string Label(Ui ui, string type, string fieldName)
    {
        var kind = RecordTypes.Find(type);
        var field = kind?.Fields.Concat(kind.KeyFields).FirstOrDefault(f => string.Equals(f.Name, fieldName, StringComparison.Ordinal));
        return field is not null ? Label(ui, field) : ui.Has("record-field." + fieldName) ? ui["record-field." + fieldName] : fieldName;
    }

    /// <summary>What is wrong, in the reader's language.</summary>
    public static string Refused(Ui ui, Reason reason) => ui["refusal." + reason.Code, reason.Value ?? ""];

    private static string Code(Ui ui, RecordField field, string code)
    {
        if (field.Kind is FieldKind.YesNo)
        {
            return ui[code == "yes" ? "yes" : "no"];
        }

        var group = field.Codes is null ? GroupOfField[field.Group] : GroupOfEnum.GetValueOrDefault(field.Codes) ?? Codes.Kebab(field.Codes.Name);
        return ui[$"{group}.{code}"];
    }
}
