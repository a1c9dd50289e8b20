namespace Samstyring.Domain.Kernel;

/// <summary>Why the program itself did something. People give reasons in their own words; these are codes, and are read in the reader's language.</summary>
public static class OwnReason
{
    /// <summary>Made with an example installation.</summary>
    public const string Example = Prefix + "example";

    /// <summary>A file was imported by a command that gave no reason.</summary>
    public const string Import = Prefix + "import";

    private const string Prefix = "samstyring:";

    /// <summary>What comes after the prefix; null where the reason is somebody's own words.</summary>
    public static string? CodeOf(string? reason) => reason?.StartsWith(Prefix, StringComparison.Ordinal) is true ? reason[Prefix.Length..] : null;
}
