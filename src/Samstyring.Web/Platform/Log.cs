using Samstyring.Data.Loading;

namespace Samstyring.Web.Platform;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "Facts loaded: {Added} new rows, {Changed} changed, {Removed} removed.")]
    public static partial void Loaded(ILogger logger, int added, int changed, int removed);

    [LoggerMessage(LogLevel.Error, "{Error}")]
    public static partial void DataError(ILogger logger, LoadError error);

    [LoggerMessage(LogLevel.Information, "The chain of changes ends at {Number}:{Hash}.")]
    public static partial void ChainHead(ILogger logger, long number, string hash);

    [LoggerMessage(LogLevel.Warning, "The end of the chain of changes could not be read.")]
    public static partial void ChainHeadUnknown(ILogger logger, Exception failure);
}
