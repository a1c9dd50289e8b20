using Samstyring.Domain.Initiatives;

namespace Samstyring.Domain.Gates;

/// <summary>Whether nothing is gained before municipalities decide to take the solution in use (R-023; 000 §7.1 p.67 l.1241).</summary>
public static class MunicipalDecisions
{
    /// <summary>The item that asks it.</summary>
    public const string Item = "G-KON-01";

    /// <summary>One «yes», from any of those who said something, is enough: what follows from it is then asked for. Null where nobody has said.</summary>
    public static bool? Needed(GateFacts facts)
    {
        var said = Said(facts).ToList();
        return said is [] ? null : said.Contains(true);
    }

    /// <summary>What is said of it: on the initiative, of the municipalities that it touches, and at the gate.</summary>
    public static IEnumerable<bool> Said(GateFacts facts)
    {
        if (facts.Initiative.NeedsMunicipalDecisions is { } stated)
        {
            yield return stated;
        }

        if (facts.Of<AffectedArea>().Any(area => area.MustDecide is true))
        {
            yield return true;
        }

        switch (facts.Of<GateAnswer>().LastOrDefault(answer => string.Equals(answer.Item, Item, StringComparison.Ordinal))?.Answer)
        {
            case Answer.Yes or Answer.Partly:
                yield return true;
                break;
            case Answer.No:
                yield return false;
                break;
        }
    }

    /// <summary>Those that must decide.</summary>
    public static IEnumerable<AffectedArea> Deciding(GateFacts facts) => facts.Of<AffectedArea>().Where(area => area.MustDecide is true);
}
