using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Samstyring.Web.Features.Design;

/// <summary>Lists the page's errors first, each a link to its field, and says that nothing was changed.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        var list = Ui.Element("ul", HtmlString.Empty);
        foreach (var (field, entry) in ViewContext.ModelState)
        {
            foreach (var error in entry.Errors)
            {
                var text = new StringHtml(error.ErrorMessage);
                list.InnerHtml.AppendHtml(Ui.Element("li", field.Length == 0 ? text : Ui.Element("a", text, ("class", "ds-link"), ("href", "#" + FieldTagHelper.IdOf(field)))));
            }
        }

        var said = Ui.Element("div", Marks.Joined(Ui.Element("p", Ui.Element("strong", new StringHtml(Ui["form.errors"]))), list));
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("class", "note");
        output.Attributes.SetAttribute("data-tone", "danger");
        Set(output, "div").SetHtmlContent(Marks.Joined(Marks.Icon("danger"), said));
    }
}

/// <summary>A labelled field that points to its own explanation and its own errors.</summary>
public abstract class FieldTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    /// <summary>What to write, and how; null where the label says it.</summary>
    public string? Hint { get; set; }

    protected string Name => For.Name;

    protected string? Value => ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.AttemptedValue is { } typed ? typed : For.Model?.ToString();

    internal static string IdOf(string name) => name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = IdOf(Name);
        string[] errors = ViewContext.ModelState.TryGetValue(Name, out var entry) ? [.. entry.Errors.Select(e => e.ErrorMessage)] : [];
        var (hintId, errorId) = (Hint is null ? null : id + "-hjelp", errors is [] ? null : id + "-feil");
        var control = Control(id, string.Join(' ', new[] { hintId, errorId }.OfType<string>()) is { Length: > 0 } described ? described : null, errors is not []);
        var content = Set(output, "div", "ds-field");
        content.AppendHtml(Ui.Element("label", new StringHtml(Label), ("class", "ds-label"), ("for", id)));
        if (hintId is not null)
        {
            content.AppendHtml(Ui.Element("div", new StringHtml(Hint!), ("data-field", "description"), ("id", hintId)));
        }

        content.AppendHtml(control);
        if (errorId is not null)
        {
            content.AppendHtml(Ui.Element("div", new StringHtml(string.Join(' ', errors)), ("class", "ds-validation-message"), ("data-field", "validation"), ("id", errorId)));
        }
    }

    protected abstract IHtmlContent Control(string id, string? describedBy, bool isInvalid);
}

/// <summary>A line of text. A password is never sent back.</summary>
[HtmlTargetElement("text-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextFieldTagHelper(Ui ui) : FieldTagHelper(ui)
{
    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    protected override IHtmlContent Control(string id, string? describedBy, bool isInvalid) => Ui.Element(
        "input", HtmlString.Empty, ("class", "ds-input"), ("id", id), ("name", Name), ("type", Type), ("autocomplete", Autocomplete), ("inputmode", Inputmode),
        ("value", Type == "password" ? null : Value), ("aria-describedby", describedBy), ("aria-invalid", isInvalid ? "true" : null));
}

/// <summary>A file of the reader's own. A browser never fills it in again.</summary>
[HtmlTargetElement("file-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileFieldTagHelper(Ui ui) : FieldTagHelper(ui)
{
    /// <summary>The endings that are offered: <c>.csv,.xlsx</c>.</summary>
    public required string Accept { get; set; }

    protected override IHtmlContent Control(string id, string? describedBy, bool isInvalid) => Ui.Element(
        "input", HtmlString.Empty, ("class", "ds-input"), ("id", id), ("name", Name), ("type", "file"), ("accept", Accept), ("aria-describedby", describedBy), ("aria-invalid", isInvalid ? "true" : null));
}

/// <summary>Several lines of text.</summary>
[HtmlTargetElement("text-area", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextAreaTagHelper(Ui ui) : FieldTagHelper(ui)
{
    protected override IHtmlContent Control(string id, string? describedBy, bool isInvalid) => Ui.Element(
        "textarea", new StringHtml(Value ?? ""), ("class", "ds-input"), ("id", id), ("name", Name), ("rows", "4"), ("aria-describedby", describedBy), ("aria-invalid", isInvalid ? "true" : null));
}

/// <summary>One of a few values.</summary>
[HtmlTargetElement("select-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectFieldTagHelper(Ui ui) : FieldTagHelper(ui)
{
    /// <summary>Values and their names; an empty value is «ukjent» or no choice.</summary>
    public required IEnumerable<(string Value, string Name)> Options { get; set; }

    protected override IHtmlContent Control(string id, string? describedBy, bool isInvalid)
    {
        var select = Ui.Element("select", HtmlString.Empty, ("class", "ds-input"), ("id", id), ("name", Name), ("aria-describedby", describedBy), ("aria-invalid", isInvalid ? "true" : null));
        foreach (var (value, name) in Options)
        {
            select.InnerHtml.AppendHtml(Ui.Element("option", new StringHtml(name), ("value", value), ("selected", value == (Value ?? "") ? "selected" : null)));
        }

        return select;
    }
}

/// <summary>Some of a few values, or none: each a box to tick.</summary>
[HtmlTargetElement("check-boxes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckBoxesTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    public required string Name { get; set; }

    public required string Label { get; set; }

    public required IEnumerable<(string Value, string Name)> Options { get; set; }

    public IReadOnlyCollection<string> Chosen { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = FieldTagHelper.IdOf(Name);
        string[] errors = ViewContext.ModelState.TryGetValue(Name, out var entry) ? [.. entry.Errors.Select(e => e.ErrorMessage)] : [];
        output.Attributes.SetAttribute("id", id);
        output.Attributes.SetAttribute("tabindex", "-1");
        var content = Set(output, "fieldset", "ds-fieldset");
        content.AppendHtml(Ui.Element("legend", new StringHtml(Label), ("class", "ds-label")));
        foreach (var (value, name) in Options)
        {
            var boxId = $"{id}-{value}";
            content.AppendHtml(Ui.Element("div", Marks.Joined(
                Ui.Element("input", HtmlString.Empty, ("class", "ds-input"), ("type", "checkbox"), ("id", boxId), ("name", Name), ("value", value), ("checked", Chosen.Contains(value, StringComparer.Ordinal) ? "checked" : null)),
                Ui.Element("label", new StringHtml(name), ("for", boxId))), ("class", "option")));
        }

        if (errors is not [])
        {
            content.AppendHtml(Ui.Element("div", new StringHtml(string.Join(' ', errors)), ("class", "ds-validation-message"), ("data-field", "validation")));
        }
    }
}
