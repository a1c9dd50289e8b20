using Samstyring.Data.Trace;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Search;

public readonly record struct SearchEntryId(Guid Value) : IStrongId
{
    public static SearchEntryId Of(string type, string key) => new(NamedId.From("search", $"{type}:{key}"));
}

/// <summary>Something that can be found: what it is, and where its page is.</summary>
public sealed class SearchEntry : IRestrictable, IUntraced
{
    public required SearchEntryId Id { get; init; }

    /// <summary>life-event, organisation, municipality, county, network, theme, measure, council-project, term, source or note.</summary>
    public required string Type { get; init; }

    public required string Key { get; init; }

    public required LocalizedText Title { get; init; }

    public required LocalizedText Detail { get; init; }

    /// <summary>The path of its page.</summary>
    public required string Url { get; init; }

    public AudienceId? VisibleTo { get; init; }
}

/// <summary>A folded word of an entry. Lower weight is better: kinds of things first, then whether it stands in the title.</summary>
public sealed class SearchWord : IRestrictable, IUntraced
{
    public required string Word { get; init; }

    public required int Weight { get; init; }

    public required SearchEntryId Entry { get; init; }

    public AudienceId? VisibleTo { get; init; }
}

/// <summary>Every word that the public may find, and in how many entries, so that a search begins with the rarest.</summary>
public sealed class SearchVocabulary : IUntraced
{
    public required string Word { get; init; }

    public required int Entries { get; init; }
}

/// <summary>A way to misspell a word by one letter: see <see cref="Spelling.Keys"/>.</summary>
public sealed class SearchSpelling : IUntraced
{
    public required string Key { get; init; }

    public required string Word { get; init; }
}
