using System.Globalization;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Data.Loading;

/// <summary>Networks with their facts, themes and members; forums and seats; co-operations; measures.</summary>
internal static class NetworkRows
{
    public static LoadedRow Network(ReferenceFiles files, DataRow row, int version) =>
        new(row.Required("key"), row.Hash(version), [new Network
        {
            Id = files.Organisation(row, "key"),
            Region = row.Required("region"),
            Counties = row.Required("counties"),
            Provenance = row.Provenance(),
        }]);

    /// <summary>A field may have several facts, from several sources.</summary>
    public static LoadedRow Fact(ReferenceFiles files, DataRow row, int version)
    {
        var key = $"{row.Required("network_key")}/{row.Required("field")}/{row.Required("value_nb")}";
        return new(key, row.Hash(version), [new NetworkFact
        {
            Id = new(NamedId.From("network-fact", key)),
            Network = files.Organisation(row, "network_key"),
            Field = row.Code<NetworkField>("field"),
            Value = row.Text("value"),
            Provenance = row.Provenance(),
        }]);
    }

    /// <summary>Members worked out from the county: which municipalities really are members, no source lists.</summary>
    public static LoadedRow? MemberByCounty(ReferenceFiles files, DataRow municipality, int version)
    {
        if (!files.NetworkByCounty.TryGetValue(municipality.Required("county_number"), out var network))
        {
            return null;
        }

        var (body, member) = (network.Required("key"), municipality.Required("number"));
        return Member(files, network, body, member, municipality.Required("name_nb"), network.Hash(version) + municipality.Hash(version), new(
            $"{network.Required("source")}; kartverket", municipality.Required("as_of"), Certainty.Inferred));
    }

    public static IEnumerable<LoadedRow> CoOperationMembers(ReferenceFiles files, DataRow row, int version) =>
        row.Optional("org_key") is not { } body
            ? []
            : row.List("members").Select(member => Member(
                files, row, body, member, files.Target(row, "members", member, ("municipalities", "number"))?.Required("name_nb") ?? "",
                row.Hash(version), row.Provenance()));

    public static LoadedRow CoOperation(ReferenceFiles files, DataRow row, int version) =>
        new(row.Required("key"), row.Hash(version), [new CoOperation
        {
            Key = row.Required("key"),
            Name = row.Name(),
            Kind = row.Required("kind"),
            Organisation = files.OptionalOrganisation(row, "org_key"),
            StatedCount = row.OptionalInt("stated_count"),
            Note = row.Text("note"),
            Provenance = row.Provenance(),
        }]);

    public static LoadedRow Theme(ReferenceFiles files, DataRow row, int version)
    {
        var theme = new Theme
        {
            Number = row.Int("key"),
            Name = row.Text("name"),
            AsExtracted = row.Required("as_extracted"),
            Note = row.Text("note"),
            Provenance = row.Provenance(),
            Folded = row.Folded("name_nb", "name_en"),
        };
        return new(row.Required("key"), row.Hash(version), [theme], new(
            "theme", row.Required("key"), theme.Name, theme.Note, $"/nettverk/temaer#tema-{row.Required("key")}", 5, [], [theme.Note]));
    }

    public static LoadedRow ThemeCell(ReferenceFiles files, DataRow row, int version) =>
        new($"{row.Required("theme_key")}/{row.Required("network_key")}", row.Hash(version), [new ThemeCell
        {
            Theme = row.Int("theme_key"),
            Network = files.Organisation(row, "network_key"),
            State = row.OptionalCode<ThemeState>("state"),
            Provenance = row.Provenance(),
        }]);

    public static LoadedRow Measure(ReferenceFiles files, DataRow row, int version)
    {
        var measure = new RecommendedMeasure
        {
            Number = row.Int("key"),
            Summary = row.Text("summary"),
            Theme = row.Text("theme"),
            TargetGroup = row.Text("target_group"),
            YearFrom = row.Int("year_from"),
            YearTo = row.Int("year_to"),
            Responsible = row.Text("responsible"),
            Section = row.Required("section"),
            Provenance = row.Provenance(),
            Folded = row.Folded("summary_nb", "summary_en", "theme_nb", "theme_en"),
        };
        return new(row.Required("key"), row.Hash(version), [measure], new(
            "measure", row.Required("key"), measure.Summary, measure.Theme, "/anbefalte-tiltak/" + row.Required("key"), 6, [], [measure.Theme, measure.Responsible]));
    }

    public static LoadedRow Forum(ReferenceFiles files, DataRow row, int version) =>
        new(row.Required("org_key"), row.Hash(version), [new Forum
        {
            Id = files.Organisation(row, "org_key"),
            Mandate = row.OptionalCode<Mandate>("mandate"),
            MandateNote = row.Text("mandate_note"),
            Members = row.Text("members"),
            Provenance = row.Provenance(),
        }]);

    public static LoadedRow Seat(ReferenceFiles files, DataRow row, int version)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{row.Required("forum_key")}/{row.Optional("holder_key")}/{row.Optional("region")}/{row.Optional("note_nb")}");
        return new(key, row.Hash(version), [new ForumSeat
        {
            Id = new(NamedId.From("seat", key)),
            Forum = files.Organisation(row, "forum_key"),
            Holder = files.OptionalOrganisation(row, "holder_key"),
            Region = row.Optional("region"),
            Seat = row.OptionalCode<SeatState>("seat"),
            Note = row.Text("note"),
            Provenance = row.Provenance(),
        }]);
    }

    public static LoadedRow DecisionModel(ReferenceFiles files, DataRow row, int version)
    {
        var key = $"{row.Required("municipality_number")}/{row.Required("subject_nb")}";
        return new(key, row.Hash(version), [new DecisionModel
        {
            Id = new(NamedId.From("decision-model", key)),
            Municipality = files.Organisation(row, "municipality_number"),
            Subject = row.Text("subject"),
            Model = row.Code<DecisionModelKind>("model"),
            DecidedBy = row.Text("decided_by"),
            Note = row.Text("note"),
            Provenance = row.Provenance(),
        }]);
    }

    private static LoadedRow Member(ReferenceFiles files, DataRow row, string body, string member, string name, string hash, Provenance provenance) =>
        new($"{body}/{member}", hash, [new Membership
        {
            Id = MembershipId.Of(body, member, "member"),
            Member = files.Organisation(row, "members", member),
            Body = files.Organisation(row, "key", body),
            SortKey = NorwegianOrder.Key(name),
            Provenance = provenance,
        }]);
}
