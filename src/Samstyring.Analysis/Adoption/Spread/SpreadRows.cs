using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>
/// What is kept of each member in 64 runs, a byte a lane. A member's rows lie side by side and begin on a line of the cache, so that whoever goes through the members is
/// followed by the prefetcher; among very many members it must be told what will be needed.
/// </summary>
internal sealed class SpreadRows
{
    /// <summary>Neighbours that have taken it into use since the start.</summary>
    public const int Near = 0;

    /// <summary>The way to in use.</summary>
    public const int ToInUse = SpreadLanes.Count;

    /// <summary>The way to the vendor's queue, where there are queues.</summary>
    public const int ToQueue = 2 * SpreadLanes.Count;

    private readonly byte[] _bytes;
    private readonly int _first;
    private readonly int _stride;

    public SpreadRows(int members, bool hasQueues)
    {
        _stride = hasQueues ? ToQueue + SpreadLanes.Count : ToQueue;
        (_bytes, _first) = Aligned<byte>(members * _stride);
    }

    /// <summary>One lane of a row.</summary>
    public ref byte this[int member, int row, int lane] => ref _bytes[_first + (member * _stride) + row + lane];

    /// <summary>A row, or from a lane on.</summary>
    public ref byte From(int member, int row, nuint lane = 0) => ref System.Runtime.CompilerServices.Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), (nuint)(uint)(_first + (member * _stride) + row) + lane);

    public void Store(int member, int row, Vector512<byte> values) => values.StoreUnsafe(ref From(member, row));

    /// <summary>Has a row fetched that is needed in a little while.</summary>
    public void Fetch(int member, int row) => CacheLine.Fetch(ref From(member, row));

    /// <summary>An array that begins on a line of the cache at the place given with it, and is never moved.</summary>
    public static (T[] Values, int First) Aligned<T>(int length)
        where T : unmanaged
    {
        var size = Marshal.SizeOf<T>();
        var values = GC.AllocateArray<T>(length + (CacheLine.Size / size), pinned: true);
        var beyond = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(values, 0) % CacheLine.Size);
        return (values, beyond == 0 ? 0 : (CacheLine.Size - beyond) / size);
    }
}
