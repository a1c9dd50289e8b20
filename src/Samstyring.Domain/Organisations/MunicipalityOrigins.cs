using System.Globalization;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Organisations;

/// <summary>Where each fact of a municipality comes from. One row of the data has several sources, and they are not equally sure.</summary>
public static class MunicipalityOrigins
{
    /// <summary>Other official names, of counties too.</summary>
    public static readonly Provenance Names = new("kartverket", "2024-01", Certainty.Stated);

    public static readonly Provenance Centrality = new("centrality", "2024", Certainty.Stated);

    /// <summary>Taken from the same file as the centrality classes, but not checked against the source.</summary>
    public static readonly Provenance Kostra = new("kostra; centrality", "2020", Certainty.Unverified);

    public static readonly Provenance LanguageForm = new("geodata-2025", "2025", Certainty.Unverified);

    public static readonly Provenance Neighbours = new("neighbours", "2024-01-01", Certainty.Inferred);

    /// <summary>Old and new numbers. The table begins in 1940.</summary>
    public static readonly Provenance Numbers = new("csdata", "2024-01-01", Certainty.Stated);

    /// <summary>The three ways to decide that the interviews found .</summary>
    public static readonly Provenance DecisionModels = new("000 §5.1.2 p.43 l.780-791", "2022", Certainty.Stated);

    /// <summary>Inhabitants on 1 January.</summary>
    public static Provenance Population(int year) => new("csdata; ssb-07459", string.Create(CultureInfo.InvariantCulture, $"{year}-01-01"), Certainty.Stated);

    /// <param name="certainty">Null where the number is unknown.</param>
    public static Provenance OrganisationNumber(Certainty? certainty) => new("ssb-klass-1236", "2020", certainty ?? Certainty.Stated);
}
