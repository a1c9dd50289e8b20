using Samstyring.Domain.Actors;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Web.Features.Actors;

/// <param name="Level">Null where the actor is no body of the registry.</param>
public sealed record NetworkActor(PartId Id, string Name, Level? Level, Sector? Sector);

/// <param name="Stops">Whether it is a dependency on somebody who can stop the work.</param>
public sealed record NetworkTie(PartId From, PartId To, bool Stops);

/// <summary>An actor with its place in the drawing.</summary>
public sealed record NetworkNode(NetworkActor Actor, int X, int Y);

/// <summary>All ties between two actors as one line.</summary>
/// <param name="Arrow">Whether some tie goes this way.</param>
/// <param name="Back">Whether some tie goes the other way.</param>
public sealed record NetworkLine(NetworkNode From, NetworkNode To, bool Arrow, bool Back, bool Stops);

/// <summary>Who has to do with whom, in columns by level of government: the same facts always give the same drawing.</summary>
public sealed record ActorNetwork(IReadOnlyList<NetworkNode> Nodes, IReadOnlyList<NetworkLine> Lines, int Height)
{
    public const int Width = 800;

    /// <summary>More than this is no drawing any more; then the list stands alone.</summary>
    public const int Most = 60;

    public const int Radius = 18;

    private const int RowHeight = 84;

    public static ActorNetwork Of(IReadOnlyList<NetworkActor> actors, IReadOnlyList<NetworkTie> ties)
    {
        if (actors.Count is 0 or > Most)
        {
            return new([], [], 0);
        }

        var columns = actors.GroupBy(Column).OrderBy(column => column.Key).Select(column => column.ToList()).ToList();
        var rows = columns.Max(column => column.Count);
        List<NetworkNode> nodes = [];
        foreach (var (i, column) in columns.Index())
        {
            var x = Width * ((2 * i) + 1) / (2 * columns.Count);
            var top = (rows - column.Count) * RowHeight / 2;
            nodes.AddRange(column.Select((actor, row) => new NetworkNode(actor, x, top + 36 + (row * RowHeight))));
        }

        return new(nodes, Joined(nodes, ties), (rows * RowHeight) + 8);
    }

    /// <summary>Whether a tie can stop the work: somebody depends on one who can block.</summary>
    public static bool Stops(ActorTie tie, Func<PartId, bool> canBlock) => tie.Kind is TieKind.DependsOn && canBlock(tie.OtherActor);

    private static List<NetworkLine> Joined(List<NetworkNode> nodes, IReadOnlyList<NetworkTie> ties)
    {
        var places = nodes.Index().ToDictionary(node => node.Item.Actor.Id, node => node.Index);
        return
        [
            .. from tie in ties
               where places.ContainsKey(tie.From) && places.ContainsKey(tie.To) && tie.From != tie.To
               let first = Math.Min(places[tie.From], places[tie.To])
               let last = Math.Max(places[tie.From], places[tie.To])
               group tie by (first, last) into pair
               orderby pair.Key.first, pair.Key.last
               let here = nodes[pair.Key.first]
               select new NetworkLine(
                   here, nodes[pair.Key.last], pair.Any(tie => tie.From == here.Actor.Id), pair.Any(tie => tie.To == here.Actor.Id), pair.Any(tie => tie.Stops)),
        ];
    }

    /// <summary>State first, then towards those whom the services are for; the market last.</summary>
    private static int Column(NetworkActor actor) => (actor.Level, actor.Sector) switch
    {
        (Level.State or Level.International, _) => 0,
        (Level.Region, _) => 1,
        (Level.Municipality, _) => 3,
        (Level.Market, _) or (null, Sector.Private) => 4,
        (Level.Society, _) or (null, Sector.Voluntary) => 5,
        _ => 2,
    };
}
