using System.Globalization;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Design.Hex;

/// <summary>What stands in a cell beside its colour, so that no class is told by colour alone.</summary>
public enum HexGlyph { None, Dot, Ring, Hole, Bar }

/// <summary>How the cells of a class look.</summary>
/// <param name="Tone">0 (lightest) to 4 (darkest): the colours <c>--ss-step-0</c> to <c>--ss-step-4</c>.</param>
public sealed record HexStyle(int Tone, HexGlyph Glyph)
{
    /// <summary>Five steps from little to much.</summary>
    public static IReadOnlyList<HexStyle> Ladder { get; } =
        [new(0, HexGlyph.None), new(1, HexGlyph.Dot), new(2, HexGlyph.Ring), new(3, HexGlyph.None), new(4, HexGlyph.Hole)];

    public string Code => string.Create(CultureInfo.InvariantCulture, $"{Tone}{char.ToLowerInvariant(Glyph.ToString()[0])}");
}

/// <summary>Cells that look alike because they mean the same; the legend names them.</summary>
public sealed record HexClass(HexStyle Style, string Name);

/// <summary>One municipality in the map.</summary>
public sealed record HexCell
{
    public required string Number { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>The county's number: borders are drawn between cells of different counties.</summary>
    public required string County { get; init; }

    public required LocalizedText CountyName { get; init; }

    public required int Column { get; init; }

    public required int Row { get; init; }

    /// <summary>Its place among the map's classes; null is outside the filter, drawn faint and without a link.</summary>
    public required int? Class { get; init; }

    /// <summary>What the map says of it: «728 714 innbyggere».</summary>
    public required string Value { get; init; }

    public bool IsOwn { get; init; }
}

/// <summary>A map in which every municipality is one cell of the same size. A table with the same numbers stands beside it.</summary>
/// <param name="Heading">What the map shows, above it.</param>
/// <param name="Description">The same in words, for those who do not see it.</param>
public sealed record HexMap(string Heading, string Description, IReadOnlyList<HexClass> Classes, IReadOnlyList<HexCell> Cells)
{
    /// <summary>A line under the heading.</summary>
    public string? Note { get; init; }

    /// <summary>A part of the country: drawn no wider than it needs, without names of counties.</summary>
    public bool IsPart { get; init; }
}
