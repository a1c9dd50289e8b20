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
        return new(key, row.Hash(version), [lifeEvent], new(
            "life-event", key, lifeEvent.Name, lifeEvent.Goal, "/livshendelser/" + lifeEvent.Slug, 1, [key], [lifeEvent.Goal, lifeEvent.PhaseNote]));
    }

    public static LoadedRow Scope(ReferenceFiles files, DataRow row, int version)
    {
        var key = $"{row.Required("life_event_key")}/{row.Required("part")}/{row.Required("text_nb")}";
        return new(key, row.Hash(version), [new ScopeStatement
        {
            Id = new(NamedId.From("scope", key)),
            LifeEvent = Event(files, row),
            Part = row.Code<ScopePart>("part"),
            Text = row.Text("text"),
            Provenance = row.Provenance(),
        }]);
    }

    public static LoadedRow Actor(ReferenceFiles files, DataRow row, int version) =>
        new($"{row.Required("life_event_key")}/{row.Required("org_key")}/{row.Required("role")}", row.Hash(version), [new LifeEventActor
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
        var first = files["life-event-activities"].Rows.FirstOrDefault(link => string.Equals(link.Optional("activity_key"), key, StringComparison.Ordinal));
        if (first is null)
        {
            row.Report("key", $"no life event has the activity «{key}»");
        }

        var lifeEvent = first is null ? null : files.Target(first, "life_event_key", "life-events", "key");
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
        return new(key, row.Hash(version), [initiative], lifeEvent is null ? null : new(
            "activity", key, initiative.Name, lifeEvent.Text("name"), $"/livshendelser/{Slug(lifeEvent.Required("name_nb"))}#faser", 4, [key], []));
    }

    public static LoadedRow ActivityLink(ReferenceFiles files, DataRow row, int version) =>
        new($"{row.Required("life_event_key")}/{row.Required("activity_key")}", row.Hash(version), [new LifeEventActivity
        {
            LifeEvent = Event(files, row),
            Initiative = InitiativeId.Of(files.Target(row, "activity_key", "activities", "key")?.Required("key") ?? ""),
            Order = row.Line - 1,
            Phases = row.CodeList<JointPhase>("phases"),
            State = row.Text("state"),
            PhaseNote = row.Text("phase_note"),
            InTable2 = row.YesNo("in_table_2"),
            Note = row.Text("note"),
            Provenance = row.Provenance(),
        }]);

    public static LoadedRow Letter(ReferenceFiles files, DataRow row, int version) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{row.Required("life_event_key")}/{row.Required("org_key")}/{row.Required("role")}/{row.Int("year")}"), row.Hash(version), [new LifeEventLetter
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

    public static LoadedRow Funding(ReferenceFiles files, DataRow row, int version) =>
        new(row.Required("life_event_key"), row.Hash(version), [new LifeEventFunding
        {
            LifeEvent = Event(files, row),
            Funded = row.Code<Funded>("funded"),
            TableText = row.Text("table_text"),
            Schemes = row.List("schemes"),
            Scope = row.Text("scope"),
            Mapping = row.Text("mapping"),
            Provenance = row.Provenance(),
        }]);

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
        return new(key, row.Hash(version), [new Involvement
        {
            Id = new(NamedId.From("involvement", key)),
            LifeEvent = row.Optional("life_event_key") is null ? null : Event(files, row),
            Party = row.Code<InvolvedParty>("party"),
            Phase = row.OptionalCode<JointPhase>("phase"),
            State = row.OptionalCode<InvolvementState>("state"),
            Text = row.Text("text"),
            Provenance = row.Provenance(),
        }]);
    }

    private static LifeEventId Event(ReferenceFiles files, DataRow row)
    {
        var key = row.Required("life_event_key");
        if (!files.LifeEvents.Contains(key))
        {
            row.Report("life_event_key", $"there is no life event «{key}»");
        }

        return LifeEventId.Of(key);
    }

    /// <summary>The address of a name in bokmål: «Dødsfall og arv» is <c>dodsfall-og-arv</c>.</summary>
    private static string Slug(string name) => Folding.Fold(name).Replace(' ', '-');
}
