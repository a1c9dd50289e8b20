using Samstyring.Data.Loading;

namespace Samstyring.Web.Platform;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "Facts loaded: {Added} new rows, {Changed} changed, {Removed} removed.")]
    public static partial void Loaded(ILogger logger, int added, int changed, int removed);

    [LoggerMessage(LogLevel.Error, "{Error}")]
    public static partial void DataError(ILogger logger, LoadError error);
}
