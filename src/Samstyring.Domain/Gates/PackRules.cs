namespace Samstyring.Domain.Gates;

/// <summary>What must hold in a pack beyond its form.</summary>
internal static class PackRules
{
    public static void Check(MethodPack pack, CheckRegistry registry, List<PackError> errors)
    {
        if (pack.Phases is [])
        {
            errors.Add(new("phases", "there must be one at least"));
        }

        Twice(pack.Phases.Select((phase, i) => ($"phases[{i}].key", phase.Key)), errors);
        Twice(pack.Phases.Select((phase, i) => ($"phases[{i}].gate", phase.Gate)), errors);
        Twice(Items(pack).Select(item => (item.Place + ".id", item.Item.Id)), errors);
        foreach (var (place, item) in Items(pack))
        {
            OfItem(place, item, registry, errors);
        }

        foreach (var (i, phase) in pack.Phases.Index())
        {
            OfPhase($"phases[{i}]", phase, i, pack, registry, errors);
        }
    }

    private static void OfItem(string place, MethodItem item, CheckRegistry registry, List<PackError> errors)
    {
        Unknown(item.Checks, place + ".checks", "check", registry.Has, errors);
        if (item.AppliesWhen is { } condition && !registry.HasCondition(condition))
        {
            errors.Add(new(place + ".appliesWhen", $"no condition is called «{condition}»"));
        }

        var wrong = item switch
        {
            { Kind: ItemKind.Group, Checks: not [] } => "a group only holds others: it has no checks",
            { Kind: ItemKind.Group, Blocking: true } => "a group only holds others: it blocks nothing",
            { Kind: ItemKind.Group } => null,
            { DecidedBy: DecidedBy.Answered, Checks: not [] } => "what people answer has no checks",
            { DecidedBy: not DecidedBy.Answered, Checks: [] } => "what is computed names its checks",
            { DecidedBy: DecidedBy.Computed } when item.Checks.Any(check => registry.Has(check) && registry.Find(check).Run is null) => "what cannot be computed yet must also be answered",
            { Passes: [] } => "some answer must meet it",
            _ when item.Passes.Contains(Answer.NotRelevant) => "«not relevant» is no answer that meets it",
            _ => null,
        };
        if (wrong is not null)
        {
            errors.Add(new(place, wrong));
        }
    }

    private static void OfPhase(string place, MethodPhase phase, int number, MethodPack pack, CheckRegistry registry, List<PackError> errors)
    {
        Unknown(phase.Checks.Select(check => check.Check), place + ".checks", "check", registry.Has, errors);
        Twice(phase.Checks.Select((check, i) => ($"{place}.checks[{i}].check", check.Check)), errors);
        errors.AddRange(phase.Checks.Index().Where(check => check.Item.Blocking && registry.Has(check.Item.Check) && registry.Find(check.Item.Check).Run is null)
            .Select(check => new PackError($"{place}.checks[{check.Index}]", "what cannot be computed yet would hold the gate for ever")));

        var before = pack.Phases.Take(number).SelectMany(earlier => earlier.Items).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        Unknown(phase.CarriesOn, place + ".carriesOn", "item of an earlier phase", before.Contains, errors);
        Twice(phase.CarriesOn.Select((id, i) => ($"{place}.carriesOn[{i}]", id)), errors);
    }

    private static IEnumerable<(string Place, MethodItem Item)> Items(MethodPack pack) =>
        from phase in pack.Phases.Index()
        from item in phase.Item.Items.Index()
        let place = $"phases[{phase.Index}].items[{item.Index}]"
        from pair in item.Item.Children.Select((child, i) => ($"{place}.children[{i}]", child)).Prepend((place, item.Item))
        select pair;

    private static void Unknown(IEnumerable<string> names, string place, string what, Func<string, bool> isKnown, List<PackError> errors) =>
        errors.AddRange(names.Index().Where(name => !isKnown(name.Item)).Select(name => new PackError($"{place}[{name.Index}]", $"no {what} is called «{name.Item}»")));

    private static void Twice(IEnumerable<(string Place, string Name)> names, List<PackError> errors) =>
        errors.AddRange(names.Where(pair => pair.Name.Length > 0).GroupBy(pair => pair.Name, StringComparer.Ordinal).SelectMany(group => group.Skip(1)).Select(pair => new PackError(pair.Place, $"«{pair.Name}» is given twice")));
}
