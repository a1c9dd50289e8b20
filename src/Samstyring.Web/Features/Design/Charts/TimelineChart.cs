namespace Samstyring.Web.Features.Design.Charts;

/// <summary>Work from a day to a day.</summary>
public sealed record TimelineSpan(DateOnly From, DateOnly To, string Text);

/// <summary>What goes on beside other things.</summary>
/// <param name="Level">The level that it belongs to, as the style sheet names it: <c>kommune</c>, <c>region</c>, <c>stat</c>.</param>
public sealed record TimelineLane(string Name, string Level, IReadOnlyList<TimelineSpan> Spans)
{
    /// <summary>Whether it is made up.</summary>
    public bool IsExample { get; init; }
}

/// <summary>A day by which something must be done.</summary>
/// <param name="Text">The day and what it is.</param>
/// <param name="Brief">The day alone, where there is little room.</param>
public sealed record TimelineDeadline(DateOnly Day, string Text, string Brief);

/// <summary>Lanes of work over time, with deadlines across them. The same stands in a table beside it.</summary>
/// <param name="Description">All that the drawing says, for those who do not see it.</param>
/// <param name="First">The first day that is drawn.</param>
/// <param name="Last">The last one.</param>
/// <param name="Ticks">Days and what is written at them.</param>
public sealed record TimelineChart(string Heading, string Description, DateOnly First, DateOnly Last, DateOnly Today, IReadOnlyList<TimelineLane> Lanes, IReadOnlyList<TimelineDeadline> Deadlines, IReadOnlyList<(DateOnly Day, string Text)> Ticks)
{
    public string? Note { get; init; }
}
