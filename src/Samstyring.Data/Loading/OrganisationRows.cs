using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Data.Loading;

/// <summary>Organisations, counties and municipalities: one entity per real body.</summary>
internal static class OrganisationRows
{
    /// <summary>A row that is a municipality becomes an alias of it: «flekkefjord» leads to 4207.</summary>
    public static LoadedRow Organisation(ReferenceFiles files, DataRow row, int version)
    {
        var key = row.Required("key");
        if (row.Optional("municipality_number") is not null)
        {
            return new(key, row.Hash(version), [new OrganisationAlias
            {
                Alias = key,
                Organisation = files.Municipality(row, "municipality_number"),
                Note = row.Text("note"),
                Provenance = row.Provenance(),
            }]);
        }

        var organisation = new Organisation
        {
            Id = OrganisationId.Of(key),
            Key = key,
            Name = row.Name(),
            ShortName = row.Optional("short"),
            Kind = row.Code<OrganisationKind>("kind"),
            Level = row.Code<Level>("level"),
            Parent = files.OptionalOrganisation(row, "parent"),
            IsCollective = row.YesNo("is_collective"),
            StatedCount = row.OptionalInt("stated_count"),
            ValidFrom = row.OptionalTime("valid_from"),
            ValidTo = row.OptionalTime("valid_to"),
            Successor = files.OptionalOrganisation(row, "successor"),
            SuggestedKind = row.Optional("suggested_kind"),
            Note = row.Text("note"),
            Provenance = row.Provenance(),
            SortKey = NorwegianOrder.Key(row.Required("name_nb")),
            Folded = row.Folded("key", "name_nb", "name_en", "short"),
        };
        var network = organisation.Kind is OrganisationKind.Network && files["networks"].Rows.Any(n => string.Equals(n.Required("key"), key, StringComparison.Ordinal));
        return new(key, row.Hash(version), [organisation], new(
            network ? "network" : "organisation", key, organisation.Name, organisation.Note, (network ? "/nettverk/" : "/organisasjoner/") + key,
            network ? 3 : 4, [organisation.ShortName, key], [organisation.Note]));
    }

    public static LoadedRow County(ReferenceFiles files, DataRow row, int version)
    {
        var number = row.Required("number");
        var organisation = Body(row, number, OrganisationKind.County, Level.Region, parent: null);
        return new(number, row.Hash(version),
        [
            organisation,
            new County
            {
                Id = organisation.Id,
                Number = number,
                ParallelNames = row.Optional("name_parallel"),
                Population2024 = row.Int("population_2024"),
                Population2025 = row.Int("population_2025"),
                Population2026 = row.Int("population_2026"),
            },
        ], new("county", number, organisation.Name, LocalizedText.Unknown, "/organisasjoner/" + number, 3, [number, .. ParallelNames(row)], []));
    }

    public static LoadedRow Municipality(ReferenceFiles files, DataRow row, int version)
    {
        var number = row.Required("number");
        var orgNumber = row.Optional("org_number");
        if (orgNumber is not null && !OrganisationNumber.IsValid(orgNumber))
        {
            row.Report("org_number", $"«{orgNumber}» fails the check digit (modulo 11)");
        }

        var county = files.Find(row, "county_number", "counties", "number");
        var countyId = OrganisationId.Of(row.Required("county_number"));
        var countyName = new LocalizedText(county?.Required("name_nb"));
        var organisation = Body(row, number, OrganisationKind.Municipality, Level.Municipality, countyId);
        var otherNames = files.OtherNames[number];
        return new(number, row.Hash(version, [countyName.Nb ?? "", .. otherNames]),
        [
            organisation,
            new Municipality
            {
                Id = organisation.Id,
                Number = number,
                County = countyId,
                ParallelNames = row.Optional("name_parallel"),
                Population2024 = row.Int("population_2024"),
                Population2025 = row.Int("population_2025"),
                Population2026 = row.Int("population_2026"),
                Centrality = row.Int("centrality"),
                KostraGroup = row.Int("kostra_group"),
                LanguageForm = row.Required("language_form"),
                OrganisationNumber = orgNumber,
                OrganisationNumberCertainty = row.OptionalCode<Certainty>("org_number_certainty"),
                HexColumn = row.Int("hex_col"),
                HexRow = row.Int("hex_row"),
            },
        ], new("municipality", number, organisation.Name, countyName, "/kommuner/" + number, 2, [number, orgNumber, .. ParallelNames(row), .. otherNames], [countyName]));
    }

    public static LoadedRow FormerNumber(ReferenceFiles files, DataRow row, int version)
    {
        var (old, number) = (row.Required("old_number"), row.Required("number"));
        return new($"{old}/{number}", row.Hash(version), [new FormerMunicipalityNumber
        {
            OldNumber = old,
            FirstYear = row.Int("first_year"),
            LastYear = row.Int("last_year"),
            Municipality = files.Municipality(row, "number"),
            Weight = row.Decimal("weight"),
            Provenance = row.Provenance(),
        }]);
    }

    public static LoadedRow Neighbours(ReferenceFiles files, DataRow row, int version) =>
        new($"{row.Required("a")}/{row.Required("b")}", row.Hash(version), [new Neighbours { A = files.Municipality(row, "a"), B = files.Municipality(row, "b") }]);

    private static string[] ParallelNames(DataRow row) => row.Optional("name_parallel")?.Split([" – ", " - "], StringSplitOptions.None) ?? [];

    private static Organisation Body(DataRow row, string number, OrganisationKind kind, Level level, OrganisationId? parent) => new()
    {
        Id = OrganisationId.Of(number),
        Key = number,
        Name = new(row.Required("name_nb")),
        Kind = kind,
        Level = level,
        Parent = parent,
        Note = LocalizedText.Unknown,
        Provenance = row.Provenance(),
        SortKey = NorwegianOrder.Key(row.Required("name_nb")),
        Folded = row.Folded("number", "name_nb", "name_parallel"),
    };
}
