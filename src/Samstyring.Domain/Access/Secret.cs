using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Samstyring.Domain.Access;

/// <summary>Something that opens a door for whoever holds it: the link of an invitation, a token. It is shown once; only its hash is kept.</summary>
public static class Secret
{
    private const int Bytes = 32;

    /// <summary>256 random bits as base64url: 43 characters.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256 in hexadecimal. No salt and no stretching: nobody guesses 256 random bits, and it must be found by an index.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
