using System.Globalization;
using System.Runtime.InteropServices;

namespace Samstyring.Benchmarks;

/// <summary>The machine the figures come from, and how busy it is with other things.</summary>
internal static class Machine
{
    public static string Processor => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown processor"
        : "unknown processor";

    public static string System => $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";

    public static string Memory => (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30)).ToString("0 GiB", CultureInfo.InvariantCulture);

    /// <summary>The share of the processors that is in use while this program and its servers rest, 0 to 1.</summary>
    public static async Task<double> BusyAsync()
    {
        var (busy, all) = Ticks();
        await Task.Delay(1_000);
        var (busyThen, allThen) = Ticks();
        return allThen == all ? 0 : (busyThen - busy) / (double)(allThen - all);
    }

    private static (long Busy, long All) Ticks()
    {
        if (!File.Exists("/proc/stat"))
        {
            return (0, 0);
        }

        // user nice system idle iowait irq softirq steal …
        long[] ticks = [.. File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8).Select(t => long.Parse(t, CultureInfo.InvariantCulture))];
        return (ticks.Sum() - ticks[3] - ticks[4], ticks.Sum());
    }
}
