using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Import;

/// <summary>What bodies of a file are part of, and which came after which. They are tied when all of them are stored.</summary>
internal sealed class BodyTies
{
    private const int BatchSize = 1_000;

    private readonly List<(ReadRow Row, IReadOnlyList<FieldChange> Changes)> _ties = [];

    /// <param name="changes">Of parent and successor.</param>
    public void Add(ReadRow row, IReadOnlyList<FieldChange> changes)
    {
        if (changes is not [])
        {
            _ties.Add((row, changes));
        }
    }

    /// <summary>No body is part of itself, however far up, and none comes after itself.</summary>
    public void FindCycles(ImportContext context, ImportErrors errors)
    {
        if (_ties is [])
        {
            return;
        }

        var parents = context.Bodies.ToDictionary(body => body.Key, body => body.Parent is { } parent ? context.Of(parent).Key : null, StringComparer.Ordinal);
        foreach (var (row, changes) in _ties)
        {
            foreach (var change in changes.Where(change => change.Field == "parent"))
            {
                parents[row.Values.Required("key")] = change.After;
            }
        }

        foreach (var (row, changes) in _ties)
        {
            var key = row.Values.Required("key");
            if (changes.Any(change => change.Field == "parent" && change.After is not null) && IsAboveItself(key, parents))
            {
                errors.Add(new(row.Number, "parent", "field.cycle", parents[key]));
            }

            if (changes.Any(change => change.Field == "successor" && change.After == key))
            {
                errors.Add(new(row.Number, "successor", "field.cycle", key));
            }
        }
    }

    public async Task StoreAsync(SamstyringDb db, ImportPart part, ImportContext context, CancellationToken ct)
    {
        foreach (var chunk in _ties.Chunk(BatchSize))
        {
            var found = await part.FindAsync(db, [.. chunk.Select(tie => tie.Row.Values)], track: true, context, ct);
            foreach (var (row, changes) in chunk)
            {
                foreach (var change in changes)
                {
                    part.Record.Fields.First(field => field.Name == change.Field).Write(found[part.KeyOf(row.Values)], change.After);
                }
            }

            await db.SaveAheadAsync(ct);
        }
    }

    private static bool IsAboveItself(string key, Dictionary<string, string?> parents)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (var above = parents[key]; above is not null && seen.Add(above); above = parents[above])
        {
            if (above == key)
            {
                return true;
            }
        }

        return false;
    }
}
