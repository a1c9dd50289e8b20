using System.Net;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Roadmap;

/// <summary>Adding solutions and what is told of them through the form that everybody has.</summary>
internal static class SolutionForms
{
    /// <summary>A solution of KS that is being adopted, and that everybody may have.</summary>
    public static Task AddSolutionAsync(this SignedInVisitor owner, string key, params (string Field, string Value)[] fields) =>
        owner.AddRecordAsync("solution", "", [("key", key), ("owner", "ks"), ("name_nb", "Løsningen " + key), ("state", "being_adopted"), .. fields]);

    /// <param name="of">What is filled in by the address: <c>solution=prove</c>.</param>
    public static async Task AddRecordAsync(this SignedInVisitor who, string type, string of, params IEnumerable<(string Field, string Value)> fields)
    {
        var form = await who.OpenAsync($"/endre/{type}/ny?{of}");
        Assert.Equal(HttpStatusCode.OK, form.Response.StatusCode);
        var page = await form.SubmitAsync("form.form-panel", fields.Select(field => ($"Values[{field.Field}]", field.Value)));
        Assert.False(page.Document.QuerySelector(".note[data-tone=danger]") is { } refused && refused.TextContent.Length > 0, $"{page.Address}: {string.Join(' ', page.Texts(".note"))}");
    }
}
