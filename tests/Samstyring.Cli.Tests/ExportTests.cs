using System.Diagnostics;
using System.Text.Json;

namespace Samstyring.Cli.Tests;

/// <summary>A database loaded by <c>samstyring load</c>, and the web on it.</summary>
public sealed class LoadedWeb : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samstyring-");
    private Process? _web;

    public string Address { get; private set; } = "";

    public Run Load { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var database = $"Data Source={InFolder("samstyring.db")}";
        Load = await Programs.SamstyringAsync("load", "--database", database);
        (_web, Address) = await Programs.WebAsync(database);
    }

    public string InFolder(string file) => Path.Combine(_folder.FullName, file);

    public async ValueTask DisposeAsync()
    {
        _web?.Kill();
        await (_web?.WaitForExitAsync() ?? Task.CompletedTask);
        _web?.Dispose();
        _folder.Delete(recursive: true);
    }
}

public sealed class ExportTests(LoadedWeb web) : IClassFixture<LoadedWeb>
{
    [Fact]
    public void A_load_reports_what_it_added()
    {
        Assert.Equal((0, ""), (web.Load.ExitCode, web.Load.Errors));
        Assert.True(JsonDocument.Parse(web.Load.Output).RootElement.GetProperty("added").GetInt32() > 2_000);
    }

    [Fact]
    public async Task A_filtered_list_comes_alone_on_standard_output()
    {
        var run = await Programs.SamstyringAsync("export", "life-events", "--format", "json", "--filter", "funded=no", "--server", web.Address);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.All(JsonDocument.Parse(run.Output).RootElement.EnumerateArray(), e => Assert.Equal("no", e.GetProperty("funded").GetString()));
    }

    [Fact]
    public async Task A_workbook_is_written_whole_to_its_file()
    {
        var file = web.InFolder("livshendelser.xlsx");

        var run = await Programs.SamstyringAsync("export", "life-events", "--format", "xlsx", "--out", file, "--server", web.Address);

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(file))[..2]);
        Assert.False(File.Exists(file + ".part"));
    }

    [Fact]
    public async Task A_refusal_says_what_is_allowed()
    {
        var run = await Programs.SamstyringAsync("export", "life-events", "--filter", "funded=kanskje", "--server", web.Address);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("not allowed", run.Errors);
        Assert.Contains("yes, partly, no", run.Errors);
    }
}
