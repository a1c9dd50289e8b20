using System.Globalization;
using Samstyring.Domain.Funding;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Steering;

namespace Samstyring.Data.Loading;

/// <summary>Life events and everything that is said of them.</summary>
internal static class LifeEventRows
{
    public static LoadedRow LifeEvent(ReferenceFiles files, DataRow row, int version)
    {
        var key = row.Required("key");
        var lifeEvent = new LifeEvent
        {
            Id = LifeEventId.Of(key),
            Key = key,
            Slug = Slug(row.Required("name_nb")),
            Order = row.Line - 1,
            Name = row.Text("name"),
            Goal = row.Text("goal"),
            Phase = row.OptionalCode<JointPhase>("phase"),
            PhaseNote = row.Text("phase_note"),
            Note = row.Text("note"),
            Provenance = row.Provenance(),
            SortKey = NorwegianOrder.Key(row.Required("name_nb")),
            Folded = row.Folded("name_nb", "name_en", "goal_nb", "goal_en"),
        };
        return new(key, row.HashWithPlace(version), [lifeEvent], new(
            "life-event", key, lifeEvent.Name, lifeEvent.Goal, "/livshendelser/" + lifeEvent.Slug, 1, [key], [lifeEvent.Goal, lifeEvent.PhaseNote]));
    }

    public static LoadedRow Scope(ReferenceFiles files, DataRow row, int version)
    {
        var key = $"{row.Required("life_event_key")}/{row.Required("part")}/{row.Required("text_nb")}";
        return new(key, row.HashWithPlace(version), [new ScopeStatement
        {
            Id = ScopeStatementId.Of(key),
            LifeEvent = Event(files, row),
            Part = row.Code<ScopePart>("part"),
            Order = row.Line - 1,
            Text = row.Text("text"),
            Provenance = row.Provenance(),
        }]);
    }

    public static LoadedRow Actor(ReferenceFiles files, DataRow row, int version) =>
        new($"{row.Required("life_event_key")}/{row.Required("org_key")}/{row.Required("role")}", row.HashWithPlace(version), [new LifeEventActor
        {
            LifeEvent = Event(files, row),
            Organisation = files.Organisation(row, "org_key"),
            Role = row.Code<LifeEventRole>("role"),
            Order = row.Line - 1,
            Note = row.Text("note"),
            Provenance = row.Provenance(),
        }]);

    public static LoadedRow Activity(ReferenceFiles files, DataRow row, int version)
    {
        var key = row.Required("key");
        var link = files.Find(row, "key", "life-event-activities", "activity_key");
        var lifeEvent = link is null ? null : files.Find(link, "life_event_key", "life-events");
        var initiative = new Initiative
        {
            Id = InitiativeId.Of(key),
            Key = key,
            Name = row.Name(),
            Kind = InitiativeKind.Activity,
            Type = row.Required("type"),
            Provenance = row.Provenance(),
            SortKey = NorwegianOrder.Key(row.Required("name_nb")),
            Folded = row.Folded("name_nb", "name_en"),
        };
        return new(key, row.Hash(version) + lifeEvent?.Hash(version), [initiative], new(
            "activity", key, initiative.Name, lifeEvent?.Text("name") ?? LocalizedText.Unknown, $"/livshendelser/{Slug(lifeEvent?.Required("name_nb") ?? "")}#faser", 4, [key], []));
    }

    public static LoadedRow ActivityLink(ReferenceFiles files, DataRow row, int version)
    {
        _ = files.Find(row, "activity_key", "activities");
        return new($"{row.Required("life_event_key")}/{row.Required("activity_key")}", row.HashWithPlace(version), [new LifeEventActivity
        {
            LifeEvent = Event(files, row),
            Initiative = InitiativeId.Of(row.Required("activity_key")),
            Order = row.Line - 1,
            Phases = row.CodeList<JointPhase>("phases"),
            State = row.Text("state"),
            PhaseNote = row.Text("phase_note"),
            InTable2 = row.YesNo("in_table_2"),
            Note = row.Text("note"),
            Provenance = row.Provenance(),
        }]);
    }

    public static LoadedRow Letter(ReferenceFiles files, DataRow row, int version) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{row.Required("life_event_key")}/{row.Required("org_key")}/{row.Required("role")}/{row.Int("year")}"), row.HashWithPlace(version), [new LifeEventLetter
        {
            LifeEvent = Event(files, row),
            Organisation = files.Organisation(row, "org_key"),
            Role = row.Code<LifeEventRole>("role"),
            Year = row.Int("year"),
            Order = row.Line - 1,
            Mentioned = row.Code<Mention>("mentioned"),
            Assignment = row.YesNo("assignment"),
            Notice = row.YesNo("notice"),
            Note = row.Text("note"),
            Provenance = row.Provenance(),
        }]);

    public static LoadedRow Funding(ReferenceFiles files, DataRow row, int version)
    {
        foreach (var scheme in row.List("schemes"))
        {
            _ = files.Find(row, "schemes", scheme, "funding-schemes", "key");
        }

        return new(row.Required("life_event_key"), row.Hash(version), [new LifeEventFunding
        {
            LifeEvent = Event(files, row),
            Funded = row.Code<Funded>("funded"),
            TableText = row.Text("table_text"),
            Schemes = row.List("schemes"),
            Scope = row.Text("scope"),
            Mapping = row.Text("mapping"),
            Provenance = row.Provenance(),
        }]);
    }

    public static LoadedRow Scheme(ReferenceFiles files, DataRow row, int version) =>
        new(row.Required("key"), row.Hash(version), [new FundingScheme
        {
            Key = row.Required("key"),
            Name = row.Text("name"),
            Phases = row.Optional("phases"),
            CoversOperation = row.OptionalYesNo("covers_operation"),
            Conditions = row.Text("conditions"),
            Limits = row.Text("limits"),
            Provenance = row.Provenance(),
        }]);

    public static LoadedRow Involvement(ReferenceFiles files, DataRow row, int version)
    {
        var key = $"{row.Optional("life_event_key")}/{row.Required("party")}/{row.Required("text_nb")}";
        return new(key, row.HashWithPlace(version), [new Involvement
        {
            Id = InvolvementId.Of(key),
            LifeEvent = row.Optional("life_event_key") is null ? null : Event(files, row),
            Party = row.Code<InvolvedParty>("party"),
            Phase = row.OptionalCode<JointPhase>("phase"),
            State = row.OptionalCode<InvolvementState>("state"),
            Order = row.Line - 1,
            Text = row.Text("text"),
            Provenance = row.Provenance(),
        }]);
    }

    private static LifeEventId Event(ReferenceFiles files, DataRow row)
    {
        _ = files.Find(row, "life_event_key", "life-events");
        return LifeEventId.Of(row.Required("life_event_key"));
    }

    /// <summary>The address of a name in bokmål: «Dødsfall og arv» is <c>dodsfall-og-arv</c>.</summary>
    private static string Slug(string name) => Folding.Fold(name).Replace(' ', '-');
}
