using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Samstyring.Data;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Market;

/// <summary>What one municipality says stands in its way. For public bodies only.</summary>
public sealed record ObstacleItem
{
    public string Key => Part.ToString();

    /// <summary>The number of the municipality.</summary>
    public required string Municipality { get; init; }

    public required LocalizedText Name { get; init; }

    public required string County { get; init; }

    public required ObstacleCode Obstacle { get; init; }

    /// <summary>In the municipality's words.</summary>
    public required LocalizedText Text { get; init; }

    public required string? Since { get; init; }

    /// <summary>When it was gone; null where it is not, or nobody has said so.</summary>
    public required string? Gone { get; init; }

    /// <summary>How far the municipality has come.</summary>
    public required AdoptionStep? Step { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public PartId Part { get; init; }

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

/// <summary>The obstacles that municipalities have reported of a solution. Whoever shows it tells that the solution was read: all rows are for all public bodies.</summary>
internal sealed class ObstacleList(string solution) : ListSpec<ObstacleItem>
{
    public override string Name => "obstacles";

    public override string Path => $"/losninger/{solution}/hindringer";

    public override string Api => $"/api/v1/solutions/{solution}/obstacles";

    public override IReadOnlyList<ListFilter<ObstacleItem>> Filters =>
    [
        ListFilters.Code<ObstacleItem, ObstacleCode>("obstacle", "obstacle-code", code => o => o.Obstacle == code),
        ListFilters.Fixed<ObstacleItem>("state", "obstacles.state", ["open", "gone"], value => value == "open" ? o => o.Gone == null : o => o.Gone != null),
    ];

    public override IReadOnlyList<ListSort<ObstacleItem>> Sorts =>
    [
        new("name", (rows, descending) => rows.By(descending, o => o.SortKey, o => o.Part)),
        new("since", (rows, descending) => rows.By(descending, o => o.Since ?? "", o => o.Part)),
        new("obstacle", (rows, descending) => rows.By(descending, o => o.Obstacle, o => o.Part)),
    ];

    public override IReadOnlyList<ExportField<ObstacleItem>> Fields =>
    [
        new("municipality_number", o => o.Municipality), new("name", o => o.Name.Nb), new("county", o => o.County), new("obstacle", o => Codes.Of(o.Obstacle)), .. Text("text", o => o.Text), new("since", o => o.Since), new("gone", o => o.Gone),
        new("step", o => o.Step is { } step ? Codes.Of(step) : null), .. Origin(o => o.Provenance),
    ];

    public override IQueryable<ObstacleItem> From(SamstyringDb db) =>
        from r in db.Set<ReportedObstacle>()
        where r.IsWithdrawn != true
        join s in db.Solutions on r.Solution equals s.Id
        where s.Key == solution
        join m in db.Municipalities on r.Organisation equals (OrganisationId?)m.Id
        join o in db.Organisations on m.Id equals o.Id
        join c in db.Organisations on m.County equals c.Id
        join a in db.AdoptionRecords on new { r.Solution, Municipality = m.Id } equals new { a.Solution, a.Municipality } into said
        from a in said.DefaultIfEmpty()
        select new ObstacleItem
        {
            Municipality = m.Number,
            Name = o.Name,
            County = c.Key,
            Obstacle = r.Obstacle,
            Text = r.Text,
            Since = r.Starts,
            Gone = r.Ends,
            Step = a == null ? null : (AdoptionStep?)a.Standing,
            Provenance = r.Provenance,
            Part = r.Id,
            SortKey = o.SortKey,
            Folded = o.Folded,
        };

    public override Expression<Func<ObstacleItem, bool>> Contains(string folded) => o => o.Folded.Contains(folded);
}
