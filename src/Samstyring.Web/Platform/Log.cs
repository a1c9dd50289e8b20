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

    [LoggerMessage(LogLevel.Warning, "The sign-in provider {Provider} does not answer.")]
    public static partial void ProviderSilent(ILogger logger, string provider, Exception exception);

    [LoggerMessage(LogLevel.Error, "The sign-in provider {Provider} is configured as {Configured}, and calls itself {Said}.")]
    public static partial void ProviderIsAnother(ILogger logger, string provider, string configured, string said);

    [LoggerMessage(LogLevel.Warning, "A sign-in by the provider {Provider} was refused.")]
    public static partial void ProviderRefused(ILogger logger, string provider, Exception? exception);

    [LoggerMessage(LogLevel.Error, "The search for whom to ask first about {Solution} failed.")]
    public static partial void ForecastFailed(ILogger logger, string solution, Exception failure);
}
