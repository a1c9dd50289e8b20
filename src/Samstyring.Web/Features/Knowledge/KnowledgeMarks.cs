using Microsoft.AspNetCore.Html;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Knowledge;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Knowledge;

/// <summary>Who speaks and how far a disagreement has come: word and shape.</summary>
internal static class KnowledgeMarks
{
    public static IHtmlContent Sender(Ui ui, SenderKind kind) => Ui.Element(
        "span",
        Marks.Joined(Marks.Icon("sender-" + Codes.Of(kind)), Ui.Element("span", new StringHtml(Ui.Capital(ui.Code("sender", kind))))),
        ("class", "sender"));

    public static IHtmlContent Status(Ui ui, NoteStatus status) => Marks.Status(
        status switch { NoteStatus.Open => "warn", NoteStatus.Resolved => "ok", _ => "conflict" }, ui.Code("note-status", status));
}
