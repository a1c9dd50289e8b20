namespace Samstyring.Web.Platform;

/// <summary>Marks an address of the API that answers nothing without parameters: nobody can open it as it stands.</summary>
internal sealed class NeedsQuery;
