using Samstyring.TestKit;

namespace Samstyring.Analysis.Tests.Adoption.Curves;

/// <summary>How the forecast does on published series. It is what it is: this holds that it is told.</summary>
public sealed class BacktestTests
{
    [Fact]
    public void What_is_written_of_the_backtest_is_what_it_gives()
    {
        var written = File.ReadAllText(Path.Combine(Repository.Root, "docs", "benchmarks.md"));

        Assert.Contains(Backtest.Report(), written);
    }
}
