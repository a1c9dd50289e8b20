using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Trace;

namespace Samstyring.Web.Tests.Trace;

public sealed class EventTextTests
{
    private static readonly UiTexts Texts = new();

    public static TheoryData<string> Kinds() => [.. EventKinds.All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>An event of Domain or Data that was added needs <c>event.…</c> in Features/Trace, and <c>event-field.…</c> for each new thing that it tells.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void Every_event_and_what_it_tells_has_a_name_for_people(string kind)
    {
        var keys = EventKinds.FieldsOf(EventKinds.All[kind]).Select(field => field.Name)
            .Select(name => name is "Before" or "After" ? null : name.EndsWith("Before", StringComparison.Ordinal) ? name[..^6] : name.EndsWith("After", StringComparison.Ordinal) ? name[..^5] : name)
            .OfType<string>().Select(name => "event-field." + Codes.Kebab(name)).Append("event." + kind);

        Assert.DoesNotContain(keys, key => !Texts.Has("nb", key) || !Texts.Has("en", key));
    }
}
