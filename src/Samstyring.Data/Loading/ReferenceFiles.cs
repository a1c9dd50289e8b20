using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Loading;

/// <summary>What one row of a data file becomes: entities to store, and what can be found by searching.</summary>
/// <param name="Key">Names the row within its file. A row that changes keeps its key.</param>
/// <param name="Entities">Entities whose identifiers follow from the row's keys.</param>
/// <param name="Findable">Null where the row has no page of its own.</param>
internal sealed record LoadedRow(string Key, string Hash, object[] Entities, Findable? Findable = null)
{
    /// <summary>For rows with lists: the entities of the list as it was, to be cleared before the list as it is.</summary>
    public Func<SamstyringDb, IQueryable<object>>? List { get; init; }
}

/// <summary>A thing that search finds. Lower rank first: life events before council projects.</summary>
/// <param name="Also">Other names and keys that lead to it.</param>
/// <param name="Body">Texts that count less than the title.</param>
internal sealed record Findable(
    string Type, string Key, LocalizedText Title, LocalizedText Detail, string Url, int Rank, IReadOnlyList<string?> Also, IReadOnlyList<LocalizedText> Body)
{
    /// <summary>Whether words that led to it before lead to it still: an old name finds the body.</summary>
    public bool KeepsOldWords { get; init; }

    public AudienceId? VisibleTo { get; init; }
}

/// <summary>All data files, read once, with the keys by which rows point to each other.</summary>
internal sealed class ReferenceFiles
{
    private readonly string _folder;
    private readonly Dictionary<string, DataFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<(string File, string Column), Dictionary<string, DataRow>> _byKey = [];
    private readonly Dictionary<string, string> _organisationKeys = new(StringComparer.Ordinal);

    public ReferenceFiles(string folder)
    {
        _folder = folder;
        foreach (var row in this["organisations"].Rows)
        {
            _organisationKeys[row.Required("key")] = row.Optional("municipality_number") ?? row.Required("key");
        }

        foreach (var number in this["municipalities"].Rows.Concat(this["counties"].Rows).Select(row => row.Required("number")))
        {
            _organisationKeys[number] = number;
        }

        NetworkByCounty = (
            from row in this["networks"].Rows
            from county in row.List("counties")
            select (county, network: row)).DistinctBy(pair => pair.county, StringComparer.Ordinal).ToDictionary(pair => pair.county, pair => pair.network, StringComparer.Ordinal);
        OtherNames = Pairs("organisations", "municipality_number", "key").Concat(Pairs("organisations", "municipality_number", "name_nb")).Concat(Pairs("municipality-numbers", "number", "old_number"))
            .ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        Documents = this["sources"].Rows.Select(row => row.Required("key")).ToHashSet(StringComparer.Ordinal);
    }

    public List<LoadError> Errors { get; } = [];

    public IReadOnlySet<string> Documents { get; }

    public IReadOnlyDictionary<string, DataRow> NetworkByCounty { get; }

    /// <summary>What else a municipality is or was called: its keys and names in the sources, and its numbers before 2024.</summary>
    public ILookup<string, string> OtherNames { get; }

    public bool Has(string name) => File.Exists(DataFile.PathOf(_folder, name));

    public DataFile this[string name] =>
        _files.TryGetValue(name, out var file) ? file : _files[name] = DataFile.Read(_folder, name, Errors);

    /// <summary>The row of another file that a cell names; null, and reported, where there is none.</summary>
    public DataRow? Find(DataRow row, string column, string file, string keyColumn = "key") => Find(row, column, row.Required(column), file, keyColumn);

    /// <summary>The same for one of several keys in a cell.</summary>
    public DataRow? Find(DataRow row, string column, string key, string file, string keyColumn)
    {
        if (!_byKey.TryGetValue((file, keyColumn), out var rows))
        {
            rows = _byKey[(file, keyColumn)] = new(StringComparer.Ordinal);
            foreach (var other in this[file].Rows)
            {
                rows.TryAdd(other.Required(keyColumn), other);
            }
        }

        if (!rows.TryGetValue(key, out var found) && key.Length > 0)
        {
            row.Report(column, $"there is no «{key}» in {file}.csv");
        }

        return found;
    }

    /// <summary>The municipality whose number stands in a cell.</summary>
    public OrganisationId Municipality(DataRow row, string column)
    {
        _ = Find(row, column, "municipalities", "number");
        return OrganisationId.Of(row.Required(column));
    }

    /// <summary>The key of the real body that a key of the sources stands for: «flekkefjord» is 4207.</summary>
    public string? OrganisationKey(DataRow row, string column) =>
        row.Optional(column) is { } key ? OrganisationKey(row, column, key) : null;

    public OrganisationId Organisation(DataRow row, string column) => OptionalOrganisation(row, column) ?? Missing(row, column);

    public OrganisationId? OptionalOrganisation(DataRow row, string column) =>
        OrganisationKey(row, column) is { } key ? OrganisationId.Of(key) : null;

    public OrganisationId Organisation(DataRow row, string column, string key) => OrganisationId.Of(OrganisationKey(row, column, key) ?? "");

    private IEnumerable<KeyValuePair<string, string>> Pairs(string file, string keyColumn, string valueColumn) =>
        from row in this[file].Rows
        let key = row.Optional(keyColumn)
        let value = row.Optional(valueColumn)
        where key is not null && value is not null
        select KeyValuePair.Create(key, value);

    private string? OrganisationKey(DataRow row, string column, string key)
    {
        if (_organisationKeys.TryGetValue(key, out var real))
        {
            return real;
        }

        row.Report(column, $"there is no organisation «{key}»");
        return null;
    }

    private static OrganisationId Missing(DataRow row, string column)
    {
        _ = row.Required(column);
        return default;
    }
}
