using Samstyring.Data.Records;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Governance;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Loading;

/// <summary>Initiatives and their parts, under <c>data/example</c>: a file for each kind, with the columns that its form has.</summary>
internal static class InitiativeRows
{
    /// <summary>The files that there may be, in the order in which rows may point to each other.</summary>
    public static IReadOnlyList<(string File, Func<ReferenceFiles, DataRow, int, LoadedRow> Map)> Plan { get; } =
    [
        ("initiatives", Initiative), ("teams", TeamMember),
        .. InitiativeParts.Parts.Select(type => (type.Plural, (Func<ReferenceFiles, DataRow, int, LoadedRow>)((files, row, version) => Part(type, files, row, version)))),
        ("decision-matrices", Matrix),
    ];

    private static LoadedRow Initiative(ReferenceFiles files, DataRow row, int version)
    {
        var key = row.Required("key");
        var initiative = new Initiative
        {
            Id = InitiativeId.Of(key),
            Key = key,
            Name = row.Name(),
            Kind = row.Code<InitiativeKind>("kind"),
            Type = row.Required("kind"),
            Method = row.Optional("method"),
            MethodVersion = row.OptionalInt("method_version"),
            Provenance = row.Provenance(),
            SortKey = NorwegianOrder.Key(row.Required("name_nb")),
            Folded = row.Folded("name_nb", "name_en"),
        };
        Fill(RecordTypes.Find("initiative")!, files, row, initiative, key);
        return new(key, row.Hash(version), [initiative], InitiativeRecord.FindableOf(initiative));
    }

    /// <summary>A body whose people make the assessments.</summary>
    private static LoadedRow TeamMember(ReferenceFiles files, DataRow row, int version)
    {
        var initiative = Owner(files, row);
        var (team, body) = (Team.Of(initiative), files.Organisation(row, "org_key"));
        return new($"{row.Required("initiative")}/{row.Required("org_key")}", row.Hash(version), [new AudienceMember { Audience = team, Organisation = body }])
        {
            List = db => db.AudienceMembers.Where(m => m.Audience == team && m.Organisation == body),
        };
    }

    private static LoadedRow Part(PartRecord type, ReferenceFiles files, DataRow row, int version)
    {
        var (initiative, key) = (row.Required("initiative"), row.Required("key"));
        var id = type.Name == "gate-answer" ? GateAnswer.IdOf(InitiativeId.Of(initiative), row.Required("item")) : IdOf(type.Name, initiative, key);
        _ = Owner(files, row);
        var part = type.Make(id, initiative, row.Line - 1, row.Provenance(), visibleTo: null);
        Fill(type, files, row, part, initiative);
        return new($"{initiative}/{key}", row.HashWithPlace(version), [part]);
    }

    private static LoadedRow Matrix(ReferenceFiles files, DataRow row, int version)
    {
        var key = row.Required("key");
        var matrix = new DecisionMatrix
        {
            Id = DecisionMatrixId.Of(key),
            Key = key,
            Name = row.Text("name"),
            Organisation = files.OptionalOrganisation(row, "organisation"),
            Initiative = row.Optional("initiative") is null ? null : Owner(files, row),
            IsTemplate = row.YesNo("is_template"),
            Provenance = row.Provenance(),
        };
        Fill(RecordTypes.Find("decision-matrix")!, files, row, matrix, row.Optional("initiative") ?? "");
        return new(key, row.Hash(version), [matrix]);
    }

    private static InitiativeId Owner(ReferenceFiles files, DataRow row)
    {
        _ = files.Find(row, "initiative", "initiatives");
        return InitiativeId.Of(row.Required("initiative"));
    }

    private static PartId IdOf(string kind, string initiative, string key) => PartId.Of($"{kind}/{initiative}/{key}");

    /// <summary>Reads the fields that the file has columns for, by the rules of the form.</summary>
    /// <param name="owner">The key of what the record is a part of: parts that it points to are of the same.</param>
    internal static void Fill(RecordType type, ReferenceFiles files, DataRow row, object entity, string owner)
    {
        foreach (var field in type.Fields.Where(field => row.Has(field.Name) || field.IsRequired))
        {
            var text = row.Optional(field.Name);
            if (RecordReader.ErrorIn(field, text) is { } error)
            {
                row.Report(field.Name, $"«{text}»: {error.Code}");
                continue;
            }

            field.Write(entity, text is null ? null : field.Kind switch
            {
                FieldKind.Body => files.OrganisationKey(row, field.Name),
                FieldKind.Choice when Target(field) is { } kind => IdOf(kind, owner, Existing(files, row, field, kind, owner)).ToString(),
                _ => text,
            });
        }
    }

    /// <summary>The kind of part that a field names; null for a phase, an item or another initiative.</summary>
    private static string? Target(RecordField field) => field.Name switch { "agreement" => "agreement", "actor" or "other_actor" => "actor", "case" => "network-case", _ => null };

    private static string Existing(ReferenceFiles files, DataRow row, RecordField field, string kind, string owner)
    {
        var key = row.Required(field.Name);
        if (!files[kind + "s"].Rows.Any(other => other.Optional("key") == key && other.Optional(kind == "network-case" ? "network" : "initiative") == owner))
        {
            row.Report(field.Name, $"there is no «{key}» in {kind}s.csv");
        }

        return key;
    }
}
