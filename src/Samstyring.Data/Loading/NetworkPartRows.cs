using Samstyring.Data.Records;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Data.Loading;

/// <summary>What networks have recorded of their work, under <c>data/example</c>: a file for each kind, with the columns that its form has.</summary>
internal static class NetworkPartRows
{
    private const string Roles = "network-roles";

    /// <summary>The files that there may be, in the order in which rows may point to each other.</summary>
    public static IReadOnlyList<(string File, Func<ReferenceFiles, DataRow, int, LoadedRow> Map)> Plan { get; } =
        [.. NetworkParts.Parts.Select(type => (type.Plural, (Func<ReferenceFiles, DataRow, int, LoadedRow>)((files, row, version) => Part(type, files, row, version))))];

    /// <summary>The roles of people are for the network's own people: each network that has some is an audience.</summary>
    public static IEnumerable<LoadedRow> Audiences(ReferenceFiles files)
    {
        foreach (var key in files.Has(Roles) ? files[Roles].Rows.Select(row => row.Required("network")).Distinct(StringComparer.Ordinal) : [])
        {
            var network = OrganisationId.Of(key);
            yield return new(key, key, [new AudienceMember { Audience = AudienceId.Of(network), Organisation = network }]);
        }
    }

    private static LoadedRow Part(PartRecord type, ReferenceFiles files, DataRow row, int version)
    {
        var (network, key) = (row.Required("network"), row.Required("key"));
        _ = files.Find(row, "network", "networks");
        var id = type.Name == "role-limit" ? RoleLimit.IdOf(OrganisationId.Of(network)) : PartId.Of($"{type.Name}/{network}/{key}");
        var part = type.Make(id, network, row.Line - 1, row.Provenance(), visibleTo: null);
        if (type.KeyFields.Any(field => field.Name == "organisation"))
        {
            RecordType.Set(part, nameof(Domain.Kernel.Part.Organisation), files.Municipality(row, "organisation"));
        }

        InitiativeRows.Fill(type, files, row, part, network);
        return new($"{network}/{key}", row.HashWithPlace(version), [part]);
    }
}
