namespace Samstyring.Benchmarks;

/// <summary>How much is known of an initiative.</summary>
/// <param name="Parties">Parties of each agreement.</param>
/// <param name="Others">Everything else that there can be many of, of each kind.</param>
internal sealed record InitiativeSize(string Key, string Name, int Actors, int Ties, int Agreements, int Parties, int Decisions, int Municipalities, int Others)
{
    /// <summary>The largest that the product promises to show in a fixed number of queries.</summary>
    public static readonly InitiativeSize Largest = new("gen-storst", "Felles barnevernløsning for hele landet", Actors: 200, Ties: 400, Agreements: 100, Parties: 5, Decisions: 500, Municipalities: 300, Others: 40);

    /// <summary>One or two of everything, so that it asks for the same.</summary>
    public static readonly InitiativeSize Small = new("gen-minst", "Felles arkiv for to kommuner", Actors: 2, Ties: 1, Agreements: 1, Parties: 2, Decisions: 1, Municipalities: 2, Others: 1);
}
