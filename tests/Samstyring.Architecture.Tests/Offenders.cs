namespace Samstyring.Architecture.Tests;

internal static class Offenders
{
    /// <summary>Fails with the whole list, a line each.</summary>
    public static void None(IEnumerable<string> offenders)
    {
        string[] all = [.. offenders.Distinct(StringComparer.Ordinal)];
        Assert.True(all is [], $"{all.Length} found:\n{string.Join('\n', all)}");
    }
}
