namespace Samstyring.Domain.Gates;

/// <summary>All versions of all methods that the installation has.</summary>
public sealed class MethodLibrary(IReadOnlyList<MethodPack> packs)
{
    private static MethodLibrary? _current;

    /// <summary>What was read when the program started. Methods are data of the installation, not of a request.</summary>
    /// <exception cref="InvalidOperationException">Nothing was read.</exception>
    public static MethodLibrary Current => _current ?? throw new InvalidOperationException("The methods under data/methods were not read.");

    public IReadOnlyList<MethodPack> All => packs;

    /// <summary>Called once, at start.</summary>
    public static void Use(MethodLibrary library) => _current = library;

    public MethodPack? Find(string? key, int? version) => packs.FirstOrDefault(pack => string.Equals(pack.Key, key, StringComparison.Ordinal) && pack.Version == version);

    public MethodPack? Newest(string? key) => packs.Where(pack => string.Equals(pack.Key, key, StringComparison.Ordinal)).MaxBy(pack => pack.Version);
}
