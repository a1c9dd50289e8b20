using System.Security.Cryptography;
using System.Text;

namespace Samstyring.Domain.Kernel;

/// <summary>A typed identifier. One line per entity; Data turns every one of them into a column.</summary>
public interface IStrongId
{
    Guid Value { get; }
}

/// <summary>
/// Identifiers of things that the sources name by a key. The same key always gives the same identifier, so that a
/// file can be loaded twice, in any order, on any installation, and still mean the same things.
/// </summary>
public static class NamedId
{
    /// <summary>A version 8 UUID (RFC 9562): the first 122 bits of SHA-256 over «kind:key».</summary>
    public static Guid From(string kind, string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(kind + ":" + key), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
