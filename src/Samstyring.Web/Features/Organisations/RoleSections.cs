using Microsoft.AspNetCore.Html;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Organisations;

/// <summary>The sections of a page that show a body's roles: only those that have something to show.</summary>
internal static class RoleSections
{
    public static IReadOnlyList<(string Id, string Key)> Of(BodyRoles roles) => [.. All(roles).Where(s => s.Any).Select(s => (s.Id, s.Key))];

    /// <summary>What was looked for and not found, as words of a sentence. That nobody has noted anything is not worth saying.</summary>
    public static IReadOnlyList<string> Missing(Ui ui, BodyRoles roles) => [.. All(roles).SkipLast(1).Where(s => !s.Any).Select(s => ui[s.Key + ".missing"])];

    /// <summary>A body's roles in life events, each with the letters that speak of it.</summary>
    public static LetterTable Letters(Ui ui, BodyRoles roles) => new(
        ui.Count("organisation.life-events-table", roles.LifeEventRoles), ui["organisation.life-events-note"], ui["life-event"], ShowsYear: true,
        [.. from lifeEvent in roles.LifeEvents
            from role in lifeEvent.Roles.Select(r => r.Role).Union(lifeEvent.Letters.Select(l => l.Role))
            from letter in lifeEvent.Letters.Where(l => l.Role == role).DefaultIfEmpty()
            let stated = lifeEvent.Roles.FirstOrDefault(r => r.Role == role)
            select new LetterRow("/livshendelser/" + lifeEvent.Slug, lifeEvent.LifeEventName, role, letter) { Stated = stated is null ? null : (stated.Provenance, stated.Note) }]);

    public static IHtmlContent Seat(Ui ui, SeatState? seat) => seat is { } known
        ? Marks.Status(known switch { SeatState.Yes => "ok", SeatState.Observer => "part", _ => "none" }, ui.Code("organisation.seat", known))
        : ui.Unknown();

    private static IEnumerable<(string Id, string Key, bool Any)> All(BodyRoles roles) =>
    [
        ("livshendelser", "organisation.life-events", roles.LifeEvents.Count > 0),
        ("forum", "organisation.seats", roles.Seats.Count > 0),
        ("samarbeid", "organisation.co-operations", roles.MemberOf.Count + roles.CoOperations.Count > 0),
        ("digitaliseringsradet", "organisation.council", roles.CouncilProjects.Count > 0),
        ("kilder", "organisation.notes", roles.Notes.Count + roles.Aliases.Count > 0),
    ];
}

/// <summary>How many roles a body has, in a sentence.</summary>
internal static class RoleSentence
{
    public static string Of(Ui ui, BodyRoles roles)
    {
        (string Key, int Number)[] kinds =
        [
            ("organisation.roles.life-events", roles.LifeEventRoles), ("organisation.roles.seats", roles.OwnSeats),
            ("organisation.roles.memberships", roles.StatedMemberships), ("organisation.roles.council", roles.CouncilProjects.Count),
        ];
        var parts = kinds.Where(k => k.Number > 0).Select(k => roles.Total == 1 ? ui[k.Key + ".only"] : ui.Count(k.Key, k.Number, ui.Word(k.Number))).ToList();
        return ui.Count("organisation.roles", roles.Total, ui.Word(roles.Total), ui.Join(parts));
    }
}
