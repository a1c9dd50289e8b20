using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using Samstyring.Data;
using Samstyring.Data.Trace;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Trace;

/// <summary>The kinds of events that a link can tell of, by the name that the chain has for them.</summary>
internal static class EventKinds
{
    public static readonly FrozenDictionary<string, Type> All =
        new[] { typeof(DomainEvent).Assembly, typeof(SamstyringDb).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(DomainEvent))).ToFrozenDictionary(AuditChain.NameOf, StringComparer.Ordinal);

    /// <summary>What a kind of event tells beside who, when and what it happened to. Identifiers of anything but people and organisations say nothing to people.</summary>
    public static IEnumerable<PropertyInfo> FieldsOf(Type kind) =>
        kind.GetProperties().Where(property => property.Name is not (nameof(DomainEvent.By) or nameof(DomainEvent.At) or nameof(DomainEvent.Subjects) or nameof(DomainEvent.Organisations) or nameof(DomainEvent.VisibleTo) or nameof(DomainEvent.SaysWhoSees))
            && property.GetCustomAttribute<JsonIgnoreAttribute>() is null && !IsIdentifier(Plain(property.PropertyType)));

    /// <summary>The type of a field of a payload; null where the program no longer knows it.</summary>
    public static Type? TypeOf(Type? kind, string field) =>
        kind?.GetProperties().FirstOrDefault(property => string.Equals(property.Name, field, StringComparison.OrdinalIgnoreCase)) is { } property ? Plain(property.PropertyType) : null;

    public static bool IsIdentifier(Type? type) => type is not null && type != typeof(UserId) && type != typeof(OrganisationId) && type.IsAssignableTo(typeof(IStrongId));

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
