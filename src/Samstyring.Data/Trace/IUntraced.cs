namespace Samstyring.Data.Trace;

/// <summary>
/// A row whose change no event has to tell of: it is technical or worked out from others. Every other change is refused without an event.
/// Where a change of such a row matters to somebody (a password, an access), the use case records an event for it.
/// </summary>
public interface IUntraced;
