using System.Security.Cryptography;
using System.Text.Json;

namespace Samstyring.Data.Backups;

/// <summary>What stands beside a backup, and what a restore holds it against.</summary>
/// <param name="Version">Of the program that made it.</param>
/// <param name="Migration">The last one in it.</param>
/// <param name="Head">The end of its chain, as number and hash: <c>12:4f…</c>.</param>
/// <param name="Sha256">Of the file, in hexadecimal.</param>
/// <param name="Bytes">The length of the file.</param>
public sealed record BackupManifest(string Version, string Migration, string Head, string Sha256, long Bytes, DateTimeOffset At)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The manifest of <c>samstyring.backup</c> is <c>samstyring.backup.json</c>.</summary>
    public static string PathOf(string backup) => backup + ".json";

    /// <returns>Null where there is none, or none that can be read.</returns>
    public static async Task<BackupManifest?> ReadAsync(string backup, CancellationToken ct)
    {
        try
        {
            await using var file = File.OpenRead(PathOf(backup));
            return await JsonSerializer.DeserializeAsync<BackupManifest>(file, Json, ct);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FileNotFoundException)
        {
            return null;
        }
    }

    public async Task WriteAsync(string backup, CancellationToken ct)
    {
        await using var file = File.Create(PathOf(backup));
        await JsonSerializer.SerializeAsync(file, this, Json, ct);
        file.Flush(flushToDisk: true);
    }

    public static async Task<string> DigestOfAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }
}
