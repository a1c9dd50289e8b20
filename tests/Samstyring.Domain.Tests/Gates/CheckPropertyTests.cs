using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Samstyring.Domain.Actors;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Domain.Tests.Gates;

public sealed partial class CheckPropertyTests
{
    private static readonly Dictionary<string, string> Texts = JsonSerializer.Deserialize<Dictionary<string, string>>(
        File.ReadAllText(Path.Combine(Repository.Root, "src", "Samstyring.Web", "Features", "Gates", "Checks", "Texts.nb.json")))!;

    [Fact]
    public void Every_check_gives_an_answer_on_any_facts_and_the_same_again() =>
        Prop.ForAll<int>(seed =>
        {
            var (once, again) = (new RandomFacts(seed).Next(), new RandomFacts(seed).Next());
            return Run(once).SequenceEqual(Run(again));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_in_which_facts_are_read_changes_nothing() =>
        Prop.ForAll<int>(seed =>
        {
            RandomFacts random = new(seed);
            var (pack, work, others) = (Facts.Prosjektveiviseren, random.SomeWork(), random.SomeOthers());
            var phase = pack.Phases[Math.Abs(seed % pack.Phases.Count)];
            var parts = random.SomeParts().DistinctBy(part => (part.Order, part.Id)).ToList();
            return Run(RandomFacts.Of(pack, phase, work, parts, others)).SequenceEqual(Run(RandomFacts.Of(pack, phase, work, [.. parts.AsEnumerable().Reverse()], others)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_a_check_says_has_a_text_that_names_its_words() =>
        Prop.ForAll<int>(seed =>
        {
            var facts = new RandomFacts(seed).Next();
            foreach (var check in Facts.Registry.All.Where(check => check.Run is not null))
            {
                var result = check.Run!(facts);
                HasText($"check.{check.Name}.{result.Because}", result.With.Count);
            }

            foreach (var signal in DangerSignals.Of(facts))
            {
                HasText($"danger.{Codes.Of(signal.Danger)}.{signal.Because}", signal.With.Count);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_check_has_a_title_and_no_text_speaks_of_a_check_that_is_not() =>
        Assert.Equal(
            Facts.Registry.All.Select(check => check.Name).Append(ComputedCheck.NotYet).Order(StringComparer.Ordinal),
            Texts.Keys.Where(key => key.StartsWith("check.", StringComparison.Ordinal)).Select(key => key.Split('.')[1]).Distinct().Order(StringComparer.Ordinal));

    private static List<string> Run(GateFacts facts) => [.. Facts.Registry.All.Where(check => check.Run is not null).Select(check => $"{check.Name}: {Facts.Say(check.Run!(facts))}")];

    private static void HasText(string key, int words)
    {
        Assert.True(Texts.TryGetValue(key, out var text), key);
        var places = Place().Matches(text).Select(place => place.Value).Distinct().Count();
        Assert.True(places == words, $"{key} has {places} places for {words} words");
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
