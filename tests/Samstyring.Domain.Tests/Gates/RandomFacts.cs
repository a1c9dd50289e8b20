using System.Collections.Concurrent;
using System.Reflection;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Governance;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Steering;

namespace Samstyring.Domain.Tests.Gates;

/// <summary>
/// Any facts at all, also ones that no form would let in: times that are none, numbers at the end of their range, parts that speak of
/// each other or of nothing. Every kind of part that the domain has is among them.
/// </summary>
internal sealed class RandomFacts(int seed)
{
    private static readonly Type[] Kinds = [.. typeof(InitiativePart).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(InitiativePart)))];

    private static readonly string[] Times = ["", "2026", "2026-06", "2026-06-15", "2024-01-31", "2028-12-31", "0001", "9999-12-31", "13. juni", "2026-13"];

    private static readonly int[] Numbers = [int.MinValue, -1, 0, 1, 6, 24, 365, int.MaxValue];

    private static readonly PartId[] Parts = [.. Enumerable.Range(0, 8).Select(i => PartId.Of($"part/{i}"))];

    private static readonly ConcurrentDictionary<Type, (PropertyInfo Property, bool IsNullable)[]> Properties = new();

    private readonly Random _random = new(seed);

    public List<InitiativePart> SomeParts() => [.. Enumerable.Range(0, _random.Next(40)).Select(_ => (InitiativePart)Thing(Kinds[_random.Next(Kinds.Length)]))];

    public Initiative SomeWork() => (Initiative)Thing(typeof(Initiative));

    public GateFacts Next()
    {
        var pack = Facts.Packs.All[_random.Next(Facts.Packs.All.Count)];
        return Next(pack, pack.Phases[_random.Next(pack.Phases.Count)]);
    }

    public GateFacts Next(MethodPack pack, MethodPhase phase) => Of(pack, phase, SomeWork(), SomeParts(), SomeOthers());

    public static GateFacts Of(MethodPack pack, MethodPhase phase, Initiative work, IReadOnlyList<InitiativePart> parts, IReadOnlyCollection<object> others) =>
        new(work, parts, Facts.Bodies, phase, Facts.Today) { Next = pack.After(phase), Others = others };

    public List<object> SomeOthers() =>
        [.. Enumerable.Range(0, _random.Next(12)).Select(_ => Thing(new[] { typeof(Initiative), typeof(DecisionMatrix), typeof(LifeEventLetter) }[_random.Next(3)]))];

    /// <summary>A thing with every property that can be set filled at random.</summary>
    private object Thing(Type type)
    {
        var thing = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
        foreach (var (property, isNullable) in Properties.GetOrAdd(type, Writable))
        {
            property.SetValue(thing, isNullable && _random.Next(3) == 0 ? null : Value(property, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
        }

        return thing;
    }

    private static (PropertyInfo Property, bool IsNullable)[] Writable(Type type)
    {
        NullabilityInfoContext nullability = new();
        return [.. type.GetProperties().Where(property => property.CanWrite).Select(property => (property, nullability.Create(property).WriteState is NullabilityState.Nullable))];
    }

    private object Value(PropertyInfo property, Type type)
    {
        if (type.IsGenericType)
        {
            var item = type.GetGenericArguments()[0];
            var list = Array.CreateInstance(item, _random.Next(4));
            for (var i = 0; i < list.Length; i++)
            {
                list.SetValue(Single(property, item), i);
            }

            return list;
        }

        return Single(property, type);
    }

    private object Single(PropertyInfo property, Type type) => type switch
    {
        _ when type == typeof(string) => Text(property.Name),
        _ when type == typeof(int) => Numbers[_random.Next(Numbers.Length)],
        _ when type == typeof(bool) => _random.Next(2) == 0,
        _ when type.IsEnum => Enum.GetValues(type).GetValue(_random.Next(Enum.GetValues(type).Length))!,
        _ when type == typeof(LocalizedText) => _random.Next(2) == 0 ? LocalizedText.Unknown : new LocalizedText("Navn " + _random.Next(3)),
        _ when type == typeof(Provenance) => Facts.Here,
        _ when type == typeof(PartId) => Parts[_random.Next(Parts.Length)],
        _ when type == typeof(OrganisationId) => Facts.Bodies.Keys.ElementAt(_random.Next(Facts.Bodies.Count)),
        _ when type == typeof(InitiativeId) => InitiativeId.Of("work" + _random.Next(3)),
        _ when type == typeof(AudienceId) => AudienceId.Of("some"),
        _ when type == typeof(DecisionMatrixId) => DecisionMatrixId.Of("matrix" + _random.Next(2)),
        _ when type == typeof(LifeEventId) => LifeEventId.Of("event"),
        _ when type == typeof(GateDecisionId) => new GateDecisionId(Guid.Empty),
        _ => throw new NotSupportedException($"{type} of {property.DeclaringType}.{property.Name}"),
    };

    private string Text(string property) => property switch
    {
        "Phase" => Pick(["idea", "concept", "planning", "execution", "elsewhere"]),
        "Item" => Pick([.. Facts.Prosjektveiviseren.Phases.SelectMany(phase => phase.AllItems).Select(item => item.Id)]),
        _ => Pick(Times),
    };

    private string Pick(string[] among) => among[_random.Next(among.Length)];
}
