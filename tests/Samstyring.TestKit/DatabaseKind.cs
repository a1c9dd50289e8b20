using Xunit;

namespace Samstyring.TestKit;

public enum DatabaseKind { Sqlite, Postgres }

/// <summary>Every test of data runs on both: <c>[Theory, ClassData(typeof(DatabaseKinds))]</c>.</summary>
public sealed class DatabaseKinds : TheoryData<DatabaseKind>
{
    public DatabaseKinds() => AddRange(Enum.GetValues<DatabaseKind>());
}
