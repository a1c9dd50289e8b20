namespace Samstyring.Cli;

/// <summary>What the program's exit code says. They are part of its interface.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Usage = 2;
    public const int Unreachable = 3;

    public const string Help =
        """

        0  done
        1  a file has errors, the chain does not hold, or the request was refused
        2  the command was not understood
        3  the database, the server or a file cannot be reached
        """;
}
