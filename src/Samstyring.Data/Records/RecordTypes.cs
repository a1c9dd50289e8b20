namespace Samstyring.Data.Records;

/// <summary>All kinds of records that people correct.</summary>
public static class RecordTypes
{
    public static IReadOnlyList<RecordType> All { get; } =
    [
        new OrganisationRecord(), new MunicipalityRecord(), new CountyRecord(), new MembershipRecord(), new CoOperationRecord(), new MandateRecord(), new DecisionModelRecord(),
        new ForumRecord(), new ForumSeatRecord(), new NetworkRecord(), new NetworkFactRecord(), new ThemeRecord(), new ThemeCellRecord(), .. NetworkParts.All,
        new LifeEventRecord(), new ScopeStatementRecord(), new LifeEventRoleRecord(), new ActivityRecord(), new LifeEventActivityRecord(), new InvolvementRecord(),
        new SourceRecord(), new SourceNoteRecord(), new TermRecord(),
        new InitiativeRecord(), new DecisionMatrixRecord(), .. InitiativeParts.All,
        new SolutionRecord(), .. SolutionParts.All, new BudgetDateRecord(),
    ];

    /// <param name="name">Such as <c>forum-seat</c>.</param>
    public static RecordType? Find(string name) => All.FirstOrDefault(type => string.Equals(type.Name, name, StringComparison.Ordinal));

    /// <summary>Parts of a key that ties things together have this between them.</summary>
    internal const char Tie = '~';

    internal static string Tied(params ReadOnlySpan<string> parts) => string.Join(Tie, parts!);
}
