using System.Text.Json;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests;

/// <summary>Reading the API as a program does.</summary>
internal static class Api
{
    public static async Task<JsonElement> JsonAsync(this TestApp app, string path)
    {
        using var http = app.Visitor();
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode}\n{await response.Content.ReadAsStringAsync()}");
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return await ReadAsync(response);
    }

    public static async Task<JsonElement> ProblemAsync(this TestApp app, string path, int status, string? code = null)
    {
        using var http = app.Visitor();
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await ReadAsync(response);
        Assert.Equal((status, code), (problem.GetProperty("status").GetInt32(), problem.TryGetProperty("code", out var given) ? given.GetString() : null));
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("title").GetString()));
        return problem;
    }

    public static async Task<(string Type, string Name, byte[] Content)> FileAsync(this TestApp app, string path)
    {
        using var http = app.Visitor();
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode}");
        return (response.Content.Headers.ContentType!.ToString(), response.Content.Headers.ContentDisposition!.FileNameStar ?? response.Content.Headers.ContentDisposition.FileName!, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>A path in which <c>{key}</c> is the key of the first thing in the list above it.</summary>
    public static async Task<string> WithKeyAsync(string path)
    {
        if (path.IndexOf("/{", StringComparison.Ordinal) is var at && at < 0)
        {
            return path;
        }

        var list = await (await TestApp.SharedAsync(DatabaseKind.Sqlite)).JsonAsync(path[..at] + "?pageSize=1");
        return path.Replace("{key}", Key(list.GetProperty("items")[0]), StringComparison.Ordinal);
    }

    private static string Key(JsonElement item) =>
        (item.TryGetProperty("key", out var key) ? key : item.GetProperty("number")).ToString();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using var json = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
        return json.RootElement.Clone();
    }
}
