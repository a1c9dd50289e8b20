using System.Text.Json.Serialization;

namespace Samstyring.Domain.Kernel;

/// <summary>A thing that a trace leads to: the type and the key that it has in addresses and in the API.</summary>
/// <param name="Type">As in search and in the API, in the singular: <c>organisation</c>, <c>life-event</c>, <c>membership</c>.</param>
/// <param name="Key">The key within its type.</param>
public sealed record Subject(string Type, string Key)
{
    public override string ToString() => $"{Type}:{Key}";
}

/// <summary>
/// Something that happened, named in the past tense. It is stored in the transaction of the change that it tells of. What a kind of
/// event adds to this becomes its payload, which can be erased; the rest cannot, and so holds nothing of a person but an identifier.
/// </summary>
public abstract record DomainEvent(Actor By, DateTimeOffset At)
{
    [JsonIgnore]
    public Actor By { get; init; } = By;

    [JsonIgnore]
    public DateTimeOffset At { get; init; } = At;

    /// <summary>What it happened to, first; then the other things whose history it belongs to. Never empty.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<Subject> Subjects { get; }

    /// <summary>Organisations whose history it belongs to too, where the event knows no more of them than which they are.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<OrganisationId> Organisations => [];

    /// <summary>Who may see it in a history: those who may see the thing it happened to. Null is everybody.</summary>
    [JsonIgnore]
    public virtual AudienceId? VisibleTo => null;

    /// <summary>Whether the event says itself who may see it. Otherwise it is seen by those who may see what was changed with it.</summary>
    [JsonIgnore]
    public virtual bool SaysWhoSees => false;

    /// <summary>Why, in the actor's own words; asked for where a sourced fact or an access is changed.</summary>
    public string? Reason { get; init; }
}

/// <summary>Changes only through its own methods, and records every change as an event.</summary>
public abstract class Aggregate
{
    private readonly List<DomainEvent> _events = [];

    /// <summary>Hands over the events not yet stored; Data writes them with the change, in one transaction.</summary>
    public IReadOnlyList<DomainEvent> TakeEvents()
    {
        DomainEvent[] taken = [.. _events];
        _events.Clear();
        return taken;
    }

    protected TEvent Record<TEvent>(TEvent happened)
        where TEvent : DomainEvent
    {
        _events.Add(happened);
        return happened;
    }
}
