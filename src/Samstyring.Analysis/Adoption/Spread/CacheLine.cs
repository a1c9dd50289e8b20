using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>
/// Asks the processor to fetch what is needed in a little while, so that it has come when it is. Nothing but the time depends on it: where there is no such instruction nothing is done, and should
/// the memory have been moved in between, a line is fetched for nothing.
/// </summary>
internal static class CacheLine
{
    /// <summary>Bytes.</summary>
    public const int Size = 64;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Fetch<T>(ref T place)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref place));
        }
    }
}
