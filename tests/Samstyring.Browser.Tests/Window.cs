using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Samstyring.Browser.Tests;

/// <summary>One window for all tests of a class, <c>IClassFixture&lt;Window&gt;</c>: to make a new one takes longer than to open a page.</summary>
public sealed class Window(Browser browser) : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _errors = [];

    private IPage _page = null!;

    private bool _isInside;

    /// <summary>What the browser has complained of since the address was asked for.</summary>
    public IEnumerable<string> Errors => _errors;

    /// <summary>The status of the last answer.</summary>
    public int Status { get; private set; }

    public async ValueTask InitializeAsync()
    {
        _page = await browser.NewPageAsync();
        _page.Console += (_, message) => _errors.Enqueue(message.Type == "error" ? message.Text : "");
        _page.PageError += (_, error) => _errors.Enqueue(error);
    }

    public async ValueTask DisposeAsync() => await _page.Context.CloseAsync();

    /// <summary>A new visitor's page: no cookies, light, 1280 × 900 unless told.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1280)
    {
        await _page.Context.ClearCookiesAsync();
        _isInside = false;
        return await GoAsync(path, width);
    }

    /// <summary>The page of somebody who has signed in by the form, and may open every page.</summary>
    public async Task<IPage> OpenInsideAsync(string path)
    {
        if (!_isInside)
        {
            await browser.SignInAsync(_page);
            _isInside = true;
        }

        await GoAsync(path, width: 1280);
        Assert.Equal(new Uri(browser.Address, path).ToString(), _page.Url);
        return _page;
    }

    private async Task<IPage> GoAsync(string path, int width)
    {
        await _page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await _page.SetViewportSizeAsync(width, 900);
        _errors.Clear();
        Status = (await _page.GotoAsync(path))!.Status;
        return _page;
    }
}
