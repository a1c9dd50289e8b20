using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Design;

/// <summary>A page that is read on paper too.</summary>
public interface IPrintedPage
{
    /// <summary>The name of the file; null where the page itself is asked for.</summary>
    string? PrintAs { get; }
}

/// <summary>Gives a page as a PDF file where that is asked for. Where it can't be made, the reader gets the page itself, which is made for paper too.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PrintedPageAttribute : Attribute, IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context is not { Result: PageResult, Controller: PageModel page } || page is not IPrintedPage { PrintAs: { } fileName })
        {
            await next();
            return;
        }

        page.ViewData["Print"] = true;
        var http = context.HttpContext;
        var answer = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using MemoryStream written = new();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(written));
        try
        {
            await next();
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        finally
        {
            http.Features.Set(answer);
        }

        if (await http.RequestServices.GetRequiredService<PdfPrinter>().PrintAsync(Encoding.UTF8.GetString(written.ToArray()), http.RequestAborted) is not { } made)
        {
            http.Response.Redirect(http.Request.Path.Value![..http.Request.Path.Value!.LastIndexOf('/')]);
            return;
        }

        http.Response.ContentType = "application/pdf";
        http.Response.ContentLength = made.Length;
        http.Response.Headers.ContentDisposition = new System.Net.Mime.ContentDisposition { FileName = fileName, Inline = true }.ToString();
        await http.Response.Body.WriteAsync(made, http.RequestAborted);
    }
}

/// <summary>Everything that says what a page looks like, in one text with the fonts in it: a page on paper reaches nothing else.</summary>
public sealed partial class PrintStyles(IWebHostEnvironment web)
{
    private static readonly string[] Files = ["lib/designsystemet.css", "lib/site.css"];

    private readonly Lazy<string> _all = new(() => string.Join('\n', Files.Select(file => Font().Replace(Text(web, file), font => $"url(data:font/woff2;base64,{Convert.ToBase64String(Bytes(web, "lib/" + font.Groups["name"].Value))})"))));

    /// <summary>The file is no answer of ours, and the policy that allows no styles in a page is not for it.</summary>
    public IHtmlContent Element => new HtmlString($"<style>{_all.Value}</style>");

    private static string Text(IWebHostEnvironment web, string file) => Encoding.UTF8.GetString(Bytes(web, file));

    private static byte[] Bytes(IWebHostEnvironment web, string file)
    {
        using var content = web.WebRootFileProvider.GetFileInfo(file).CreateReadStream();
        using MemoryStream all = new();
        content.CopyTo(all);
        return all.ToArray();
    }

    [GeneratedRegex("""url\("\./(?<name>[\w-]+\.woff2)"\)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Font();
}
