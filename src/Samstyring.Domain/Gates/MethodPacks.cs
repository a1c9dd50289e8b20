using System.Globalization;

namespace Samstyring.Domain.Gates;

/// <summary>All packs of an installation. A pack is a file, <c>KEY.VERSION.json</c>; its older versions stay beside it.</summary>
public sealed class MethodPacks
{
    private static MethodPacks? _current;

    private MethodPacks(IReadOnlyList<MethodPack> all) => All = all;

    /// <summary>What was read when the program started. Methods are data of the installation, not of a request.</summary>
    /// <exception cref="InvalidOperationException">Nothing was read.</exception>
    public static MethodPacks Current => _current ?? throw new InvalidOperationException("The methods under data/methods were not read.");

    /// <summary>By key, and by version within a key.</summary>
    public IReadOnlyList<MethodPack> All { get; }

    /// <summary>The newest version of each, for initiatives that begin now.</summary>
    public IEnumerable<MethodPack> Newest => All.GroupBy(pack => pack.Key, StringComparer.Ordinal).Select(versions => versions.Last());

    /// <summary>Called once, at start.</summary>
    public static void Use(MethodPacks packs) => _current = packs;

    public MethodPack? Find(string? key, int? version) => All.FirstOrDefault(pack => pack.Version == version && string.Equals(pack.Key, key, StringComparison.Ordinal));

    public MethodPack? NewestOf(string key) => All.LastOrDefault(pack => string.Equals(pack.Key, key, StringComparison.Ordinal));

    /// <summary>Reads every pack of a folder.</summary>
    /// <exception cref="InvalidDataException">Some pack is wrong. The message has a line for everything that is, in all files.</exception>
    public static MethodPacks Load(string folder, CheckRegistry registry)
    {
        MethodPackReader reader = new(registry);
        List<MethodPack> packs = [];
        List<string> errors = [];
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var reading = reader.Read(File.ReadAllText(path));
            errors.AddRange(reading.Errors.Select(error => $"{Path.GetFileName(path)}: {error.Place}: {error.Message}"));
            if (reading.Pack is { } pack)
            {
                packs.Add(pack);
                if (!string.Equals(name, string.Create(CultureInfo.InvariantCulture, $"{pack.Key}.{pack.Version}"), StringComparison.Ordinal))
                {
                    errors.Add($"{Path.GetFileName(path)}: the file is named by key and version: {pack.Key}.{pack.Version}.json");
                }
            }
        }

        return errors is [] ? new([.. packs.OrderBy(pack => pack.Key, StringComparer.Ordinal).ThenBy(pack => pack.Version)]) : throw new InvalidDataException(string.Join('\n', errors));
    }
}
