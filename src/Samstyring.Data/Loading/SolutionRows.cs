using Samstyring.Data.Records;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Roadmap;

namespace Samstyring.Data.Loading;

/// <summary>Common solutions and what is known of them, under <c>data/example</c>, and the budget year.</summary>
internal static class SolutionRows
{
    /// <summary>The files that there may be, in the order in which rows may point to each other.</summary>
    public static IReadOnlyList<(string File, Func<ReferenceFiles, DataRow, int, LoadedRow> Map)> Plan { get; } =
    [
        ("solutions", Solution),
        .. SolutionParts.Parts.Select(type => (type.Plural, (Func<ReferenceFiles, DataRow, int, LoadedRow>)((files, row, version) => Part(type, files, row, version)))),
        ("adoption-records", Adoption),
    ];

    /// <summary>An event of the state's or the municipalities' year.</summary>
    public static LoadedRow Event(ReferenceFiles files, DataRow row, int version)
    {
        var key = row.Required("key");
        return new(key, row.HashWithPlace(version),
        [
            new CycleEvent
            {
                Key = key,
                Event = row.OptionalCode<BudgetEvent>("event"),
                IsMunicipal = row.YesNo("is_municipal"),
                When = row.Name("when"),
                Name = row.Name(),
                RelativeYear = row.Required("relative_year") is var text && int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var year) ? year : 0,
                Month = row.OptionalInt("month"),
                Day = row.OptionalInt("day"),
                Order = row.Line - 1,
                Provenance = row.Provenance(),
            },
        ]);
    }

    private static LoadedRow Solution(ReferenceFiles files, DataRow row, int version)
    {
        var key = row.Required("key");
        var solution = new Solution
        {
            Id = SolutionId.Of(key),
            Key = key,
            Name = row.Name(),
            Owner = files.Organisation(row, "owner"),
            Provenance = row.Provenance(),
            SortKey = NorwegianOrder.Key(row.Required("name_nb")),
            Folded = row.Folded("name_nb", "name_en"),
        };
        if (row.Optional("initiative") is not null)
        {
            _ = files.Find(row, "initiative", "initiatives");
        }

        InitiativeRows.Fill(RecordTypes.Find("solution")!, files, row, solution, key);
        return new(key, row.Hash(version), [solution], SolutionRecord.FindableOf(solution));
    }

    private static LoadedRow Part(PartRecord type, ReferenceFiles files, DataRow row, int version)
    {
        var (solution, key) = (Owner(files, row), row.Required("key"));
        var part = type.Make(IdOf(type, files, row, solution, key), solution, row.Line - 1, row.Provenance(), visibleTo: null);
        if (type.KeyFields.Any(field => field.Name == "organisation"))
        {
            RecordType.Set(part, nameof(Domain.Kernel.Part.Organisation), files.Municipality(row, "organisation"));
        }

        InitiativeRows.Fill(type, files, row, part, solution);
        return new($"{solution}/{key}", row.HashWithPlace(version), [part]);
    }

    private static PartId IdOf(PartRecord type, ReferenceFiles files, DataRow row, string solution, string key) => type.Name == "group-member"
        ? GroupMember.IdOf(PartId.Of($"experience-group/{solution}/{row.Required("group")}"), files.Municipality(row, "organisation"))
        : PartId.Of($"{type.Name}/{solution}/{key}");

    /// <summary>How far a municipality has come: said by itself, or by the owner.</summary>
    private static LoadedRow Adoption(ReferenceFiles files, DataRow row, int version)
    {
        var (solution, municipality) = (Owner(files, row), row.Required("municipality"));
        var (step, since) = (row.Code<AdoptionStep>("step"), row.Optional("since"));
        var isOwn = row.Optional("said_by") is null;
        var by = isOwn ? files.Municipality(row, "municipality") : files.Organisation(row, "said_by");
        if (since is not null && !AsOf.IsValid(since))
        {
            row.Report("since", $"«{since}»: field.not-a-time");
        }

        var record = new AdoptionRecord { Solution = SolutionId.Of(solution), Municipality = files.Municipality(row, "municipality"), PlannedInUse = row.Optional("planned_in_use"), DecidedOn = row.Optional("decided_on"), InformedOn = row.Optional("informed_on") };
        var said = new StepSaid(step, since, isOwn ? null : row.Required("source"));
        var day = AsOf.Last(row.Provenance().AsOf) ?? DateOnly.MinValue;
        _ = isOwn ? LadderRules.State(record, said, reason: null, by, day) : LadderRules.Claim(record, said, by, day);
        if (row.Optional("product") is { } product)
        {
            record.Product = PartId.Of($"solution-product/{solution}/{product}");
        }

        if (row.Optional("wave") is { } wave)
        {
            record.Wave = PartId.Of($"adoption-wave/{solution}/{wave}");
        }

        return new($"{solution}/{municipality}", row.Hash(version), [record]);
    }

    private static string Owner(ReferenceFiles files, DataRow row)
    {
        _ = files.Find(row, "solution", "solutions");
        return row.Required("solution");
    }
}
