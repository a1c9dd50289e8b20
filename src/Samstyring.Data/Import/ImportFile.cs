using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Samstyring.Data.Import;

/// <summary>A row of a file: its cells as text, in the order of the header.</summary>
/// <param name="Number">Line of a text file, or row of a workbook.</param>
/// <param name="Cells">Null is an empty cell.</param>
/// <param name="Numbers">Which cells a workbook keeps as numbers; null in text files, which cannot tell.</param>
internal sealed record ImportRow(int Number, IReadOnlyList<string?> Cells, IReadOnlyList<bool>? Numbers);

/// <summary>The file cannot be read further. Nothing is stored.</summary>
internal sealed class UnreadableFileException(ImportError error) : Exception(error.Code)
{
    public ImportError Error => error;
}

/// <summary>A file as it came in, kept in a temporary file until it is disposed of.</summary>
public sealed class ImportFile : IDisposable
{
    /// <summary>50 MB.</summary>
    public const long MostBytes = 50 * 1024 * 1024;

    public const int MostRows = 200_000;

    private readonly string _path;

    private ImportFile(string name, string path, string sha256, bool isTooLarge) => (Name, _path, Sha256, IsTooLarge) = (name, path, sha256, isTooLarge);

    /// <summary>As whoever sent it calls it, without folders; at most 200 letters.</summary>
    public string Name { get; }

    /// <summary>In hexadecimal; empty where the file is too large.</summary>
    public string Sha256 { get; }

    internal bool IsTooLarge { get; }

    /// <summary>Takes in a stream, and stops where it is longer than a file may be.</summary>
    public static async Task<ImportFile> ReceiveAsync(string name, Stream content, CancellationToken ct)
    {
        var path = Path.GetTempFileName();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, length) = (new byte[81_920], 0L);
        await using (var file = File.Create(path))
        {
            int read;
            while (length <= MostBytes && (read = await content.ReadAsync(buffer, ct)) > 0)
            {
                length += read;
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }

        var isTooLarge = length > MostBytes;
        return new(Tidy(name), path, isTooLarge ? "" : Convert.ToHexStringLower(hash.GetHashAndReset()), isTooLarge);
    }

    public void Dispose() => File.Delete(_path);

    /// <summary>What is wrong with the file before its first row is read; null where it can be read.</summary>
    internal ImportError? Check()
    {
        if (IsTooLarge)
        {
            return new(0, null, "import.too-large", "50");
        }

        var start = Start();
        return start switch
        {
            [] => new(0, null, "import.empty"),
            [0x50, 0x4B, ..] => WorkbookTable.Check(_path),
            [0xD0, 0xCF, 0x11, 0xE0, ..] or [0x25, 0x50, 0x44, 0x46, ..] => new(0, null, "import.not-a-table"),
            _ => Unreadable(File.ReadAllBytes(_path)),
        };
    }

    internal ImportTable Open() => Start() is [0x50, 0x4B, ..] ? new WorkbookTable(_path) : new TextTable(_path);

    /// <summary>The first byte that is no text, told by its line and its place in the file.</summary>
    internal static ImportError? Unreadable(byte[] content)
    {
        var wide = content switch { [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true), _ => null };
        if (wide is not null)
        {
            try
            {
                _ = wide.GetCharCount(content);
                return null;
            }
            catch (DecoderFallbackException broken)
            {
                return NoText(content, Math.Clamp(broken.Index, 0, content.Length));
            }
        }

        var firstZero = Array.IndexOf(content, (byte)0);
        return firstZero < 0 && Utf8.IsValid(content) ? null : NoText(content, Math.Min(firstZero < 0 ? int.MaxValue : firstZero, FirstInvalid(content)));
    }

    private static ImportError NoText(byte[] content, int at) =>
        new(content.AsSpan(0, at).Count((byte)'\n') + 1, null, "import.encoding", (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static int FirstInvalid(byte[] content)
    {
        var at = 0;
        while (at < content.Length && Rune.DecodeFromUtf8(content.AsSpan(at), out _, out var length) is System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    private byte[] Start()
    {
        using var file = File.OpenRead(_path);
        var start = new byte[4];
        return start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
    }

    private static string Tidy(string name)
    {
        var last = new string([.. name.Split('/', '\\')[^1].Where(letter => !char.IsControl(letter))]);
        return last.Length is 0 ? "-" : last.Length > 200 ? last[..200] : last;
    }
}
