using Microsoft.AspNetCore.Html;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Knowledge;

/// <summary>A glossary is read in two languages at once: the reader's, and the other.</summary>
internal static class GlossaryWords
{
    /// <summary>English for readers of Norwegian, bokmål for readers of English; marked with its language.</summary>
    public static IHtmlContent Other(Ui ui, LocalizedText text) => (ui.IsEnglish ? text.Nb : text.En) is { } other
        ? Ui.Element("span", new StringHtml(other), ("lang", ui.IsEnglish ? "nb" : "en"))
        : ui.Unknown();
}
