using Microsoft.Extensions.Logging;

namespace ModelExporter.Tests.Logging;

#pragma warning disable SYSLIB1015 // A parameter that the message does not repeat is a key of the line all the same.

/// <summary>Events as the product logs them.</summary>
static partial class LogEvents
{
    [LoggerMessage(Level = LogLevel.Information, Message = "following {Path} from byte {StartOffset}")]
    public static partial void Following(ILogger logger, string path, long startOffset);

    [LoggerMessage(Level = LogLevel.Warning, Message = "skipped a record")]
    public static partial void Skipped(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "reading stopped")]
    public static partial void Stopped(ILogger logger, Exception exception);

    public static void AllKinds(ILogger logger)
    {
        var delay = TimeSpan.FromSeconds(1.5);
        var seenAt = new DateTimeOffset(2026, 5, 6, 7, 8, 9, TimeSpan.FromHours(2));
        string[] models = ["a", "b"];
        AllKinds(logger, 0.25, double.NaN, true, null, delay, seenAt, models, LogLevel.Warning);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "names")]
    public static partial void Names(ILogger logger, int HTTPStatus, int utf8Bytes, string level, string msg);

    [LoggerMessage(Level = LogLevel.Information, Message = "all kinds")]
    static partial void AllKinds(
        ILogger logger, double ratio, double undefined, bool isUp, string? nothing, TimeSpan delay, DateTimeOffset seenAt, string[] models, LogLevel kind);
}
