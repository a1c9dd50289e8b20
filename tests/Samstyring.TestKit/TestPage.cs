using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;
using Xunit.Sdk;

namespace Samstyring.TestKit;

/// <summary>A page as a browser without scripts has it. Submitting a form sends what the rendered form would send, nothing else.</summary>
public sealed class TestPage(HttpClient http, HttpResponseMessage response, string html)
{
    private readonly Lazy<IHtmlDocument> _document = new(() => new HtmlParser().ParseDocument(html));

    public HttpResponseMessage Response => response;

    /// <summary>Read when somebody asks for it: many tests look at nothing but the text, or only open the page.</summary>
    public IHtmlDocument Document => _document.Value;

    public string Html => html;

    /// <summary>The address that answered, after redirects.</summary>
    public string Address => response.RequestMessage!.RequestUri!.PathAndQuery;

    public static async Task<TestPage> ReadAsync(HttpClient http, HttpResponseMessage response) => new(http, response, await response.Content.ReadAsStringAsync());

    /// <summary>The text of the one element that a selector finds, with single spaces.</summary>
    public string Text(string selector) => Document.QuerySelectorAll(selector) is [var only]
        ? Words(only)
        : throw new XunitException($"{Document.QuerySelectorAll(selector).Length} elements are '{selector}' on {Address}:\n{Document.Body?.InnerHtml}");

    public IReadOnlyList<string> Texts(string selector) => [.. Document.QuerySelectorAll(selector).Select(Words)];

    /// <summary>The body rows of the table with a caption: the text of each cell.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Table(string caption)
    {
        var table = Document.QuerySelectorAll("table").FirstOrDefault(t => t.QuerySelector("caption") is { } c && string.Equals(Words(c), caption, StringComparison.Ordinal))
            ?? throw new XunitException($"There is no table «{caption}» on {Address}, only: {string.Join(", ", Texts("caption"))}");
        return [.. table.QuerySelectorAll("tbody tr").Select(row => (IReadOnlyList<string>)[.. row.Children.Select(Words)])];
    }

    /// <summary>Follows the link with a text.</summary>
    public async Task<TestPage> FollowAsync(string link)
    {
        var anchor = Document.Links.FirstOrDefault(a => string.Equals(Words(a), link, StringComparison.Ordinal))
            ?? throw new XunitException($"There is no link «{link}» on {Address}");
        return await GoAsync(anchor.GetAttribute("href")!);
    }

    /// <summary>Fills in a form, and sends it as it says.</summary>
    public async Task<TestPage> SubmitAsync(string form, params IEnumerable<(string Field, string Value)> typed)
    {
        var element = (IHtmlFormElement)(Document.QuerySelector(form) ?? throw new XunitException($"There is no form '{form}' on {Address}"));
        foreach (var (field, value) in typed)
        {
            Fill(element, field, value);
        }

        var sent = element.Elements.OfType<IElement>().Where(e => e.HasAttribute("name") && IsSent(e)).Select(e => KeyValuePair.Create(e.GetAttribute("name")!, Value(e)));
        using var content = new FormUrlEncodedContent(sent);
        if (string.Equals(element.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
        {
            var address = new Uri(response.RequestMessage!.RequestUri!, element.GetAttribute("action") ?? "");
            return await ReadAsync(http, await http.PostAsync(address, content));
        }

        // What stands after a number sign is the browser's own.
        return await GoAsync($"{element.GetAttribute("action")?.Split('#')[0] ?? response.RequestMessage!.RequestUri!.AbsolutePath}?{await content.ReadAsStringAsync()}");
    }

    /// <summary>Fills in a form with a file, and presses one of its buttons.</summary>
    /// <param name="button">The text of the button.</param>
    public async Task<TestPage> UploadAsync(string form, string button, (string Field, string Name, byte[] Content) file, params IEnumerable<(string Field, string Value)> typed)
    {
        var (element, pressed) = Find(form, button);
        Assert.Equal(("multipart/form-data", "file"), (element.GetAttribute("enctype"), element.QuerySelector($"input[name={file.Field}]")?.GetAttribute("type")));
        foreach (var (field, value) in typed)
        {
            Fill(element, field, value);
        }

        using var content = new MultipartFormDataContent();
        foreach (var sent in element.Elements.OfType<IElement>().Where(e => e.HasAttribute("name") && e.GetAttribute("name") != file.Field && IsSent(e)))
        {
            content.Add(new StringContent(Value(sent)), sent.GetAttribute("name")!);
        }

        content.Add(new ByteArrayContent(file.Content), file.Field, file.Name);
        var address = new Uri(response.RequestMessage!.RequestUri!, pressed.GetAttribute("formaction") ?? element.GetAttribute("action") ?? response.RequestMessage.RequestUri!.AbsolutePath);
        return await ReadAsync(http, await http.PostAsync(address, content));
    }

    /// <summary>Fills in a form without a file, and presses one of its buttons.</summary>
    public async Task<TestPage> PressAsync(string form, string button, params IEnumerable<(string Field, string Value)> typed)
    {
        var (element, pressed) = Find(form, button);
        foreach (var (field, value) in typed)
        {
            Fill(element, field, value);
        }

        using var content = new FormUrlEncodedContent(element.Elements.OfType<IElement>().Where(e => e.HasAttribute("name") && IsSent(e)).Select(e => KeyValuePair.Create(e.GetAttribute("name")!, Value(e))));
        var address = new Uri(response.RequestMessage!.RequestUri!, pressed.GetAttribute("formaction") ?? element.GetAttribute("action") ?? response.RequestMessage.RequestUri!.AbsolutePath);
        return await ReadAsync(http, await http.PostAsync(address, content));
    }

    private (IHtmlFormElement Form, IElement Button) Find(string form, string button)
    {
        var element = (IHtmlFormElement)(Document.QuerySelector(form) ?? throw new XunitException($"There is no form '{form}' on {Address}"));
        return (element, element.QuerySelectorAll("button").FirstOrDefault(b => string.Equals(Words(b), button, StringComparison.Ordinal)) ?? throw new XunitException($"There is no button «{button}» on {Address}"));
    }

    private static void Fill(IHtmlFormElement form, string field, string value)
    {
        if (form.QuerySelectorAll<IHtmlInputElement>("input[type=radio], input[type=checkbox]").FirstOrDefault(i => i.Name == field && i.Value == value) is { } choice)
        {
            choice.IsChecked = true;
            return;
        }

        switch (form.Elements[field])
        {
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlSelectElement select when select.Options.Any(o => string.Equals(o.Value, value, StringComparison.Ordinal)):
                select.Value = value;
                break;
            default:
                throw new XunitException($"The form has no field '{field}' that can be '{value}'.");
        }
    }

    /// <summary>A browser leaves out what is not ticked, and every button but the one pressed.</summary>
    private static bool IsSent(IElement field) => field switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox" } choice => choice.IsChecked,
        IHtmlInputElement { Type: "submit" } or IHtmlButtonElement => false,
        _ => !field.HasAttribute("disabled"),
    };

    private static string Value(IElement field) => field switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => "",
    };

    /// <summary>What is read without opening anything: cards that are closed are left out.</summary>
    private static string Words(IElement element)
    {
        var open = element;
        if (element.QuerySelector("[popover]") is not null)
        {
            open = (IElement)element.Clone();
            foreach (var card in open.QuerySelectorAll("[popover]"))
            {
                card.Remove();
            }
        }

        return string.Join(' ', open.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Opens an address as somebody who writes it.</summary>
    public async Task<TestPage> GoAsync(string address) => await ReadAsync(http, await http.GetAsync(new Uri(response.RequestMessage!.RequestUri!, address)));
}
