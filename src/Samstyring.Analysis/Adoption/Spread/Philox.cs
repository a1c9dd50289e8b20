using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>
/// Random words that are a function of a seed and a place, Philox 4×32 with ten rounds (J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, «Parallel random numbers:
/// as easy as 1, 2, 3», SC 2011). Nothing is kept between draws, so it does not matter who draws first. Wraps around, as it must.
/// </summary>
internal sealed class Philox
{
    private const int Rounds = 10;

    private const uint FirstFactor = 0xD2511F53;

    private const uint SecondFactor = 0xCD9E8D57;

    private const uint FirstStep = 0x9E3779B9;

    private const uint SecondStep = 0xBB67AE85;

    /// <summary>Two a round, in the lower halves.</summary>
    private readonly ulong[] _keys = new ulong[2 * Rounds];

    public Philox(ulong seed)
    {
        unchecked
        {
            var (first, second) = ((uint)seed, (uint)(seed >> 32));
            for (var round = 0; round < Rounds; round++, first += FirstStep, second += SecondStep)
            {
                (_keys[2 * round], _keys[(2 * round) + 1]) = (first, second);
            }
        }
    }

    /// <summary>Four words for one place.</summary>
    public (uint First, uint Second, uint Third, uint Fourth) Draw(uint a, uint b, uint c, uint d)
    {
        unchecked
        {
            for (var round = 0; round < 2 * Rounds; round += 2)
            {
                var (first, second) = ((ulong)a * FirstFactor, (ulong)c * SecondFactor);
                (a, b, c, d) = ((uint)(second >> 32) ^ b ^ (uint)_keys[round], (uint)second, (uint)(first >> 32) ^ d ^ (uint)_keys[round + 1], (uint)first);
            }

            return (a, b, c, d);
        }
    }

    /// <summary>Four words for each of sixteen places that differ in their first coordinate. The upper halves of the 64-bit lanes hold what the next multiplication ignores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector512<uint> First, Vector512<uint> Second, Vector512<uint> Third, Vector512<uint> Fourth) Draw(Vector512<uint> firsts, uint b, uint c, uint d)
    {
        var (lower, upper) = Vector512.Widen(firsts);
        var low = Draw(lower, b, c, d);
        var high = Draw(upper, b, c, d);
        return (Vector512.Narrow(low.First, high.First), Vector512.Narrow(low.Second, high.Second), Vector512.Narrow(low.Third, high.Third), Vector512.Narrow(low.Fourth, high.Fourth));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Vector512<ulong> First, Vector512<ulong> Second, Vector512<ulong> Third, Vector512<ulong> Fourth) Draw(Vector512<ulong> a, uint second, uint third, uint fourth)
    {
        var (b, c, d) = (Vector512.Create((ulong)second), Vector512.Create((ulong)third), Vector512.Create((ulong)fourth));
        var (firstFactor, secondFactor) = (Vector512.Create((ulong)FirstFactor), Vector512.Create((ulong)SecondFactor));
        for (var round = 0; round < 2 * Rounds; round += 2)
        {
            var (first, other) = (Product(a, firstFactor), Product(c, secondFactor));
            (a, b, c, d) = ((other >>> 32) ^ b ^ Vector512.Create(_keys[round]), other, (first >>> 32) ^ d ^ Vector512.Create(_keys[round + 1]), first);
        }

        return (a, b, c, d);
    }

    /// <summary>The products of the lower halves of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Product(Vector512<ulong> left, Vector512<ulong> right) =>
        Avx512F.IsSupported ? Avx512F.Multiply(left.AsUInt32(), right.AsUInt32())
        : Avx2.IsSupported ? Vector512.Create(Product(left.GetLower(), right.GetLower()), Product(left.GetUpper(), right.GetUpper()))
        : (left & Vector512.Create(0xFFFF_FFFFul)) * right;

    private static Vector256<ulong> Product(Vector256<ulong> left, Vector256<ulong> right) => Avx2.Multiply(left.AsUInt32(), right.AsUInt32());
}
