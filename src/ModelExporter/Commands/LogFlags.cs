using System.CommandLine;
using ModelExporter.Logging;

namespace ModelExporter.Commands;

/// <summary>The flags that say what is logged and how.</summary>
static class LogFlags
{
    public static (Option<string> Level, Option<string> Format) New(string defaultLevel = "info")
    {
        var level = new Option<string>("--log.level") { Description = "The least level that is logged.", DefaultValueFactory = _ => defaultLevel };
        level.AcceptOnlyFromAmong("debug", "info", "warn", "error");
        var format = new Option<string>("--log.format") { Description = "How lines are written.", DefaultValueFactory = _ => "logfmt" };
        format.AcceptOnlyFromAmong("logfmt", "json");
        return (level, format);
    }

    public static LogOptions Of(ParseResult parsed, Option<string> level, Option<string> format) => new(
        parsed.GetValue(level) switch { "debug" => LogLevel.Debug, "warn" => LogLevel.Warning, "error" => LogLevel.Error, _ => LogLevel.Information },
        parsed.GetValue(format) == "json" ? LogFormat.Json : LogFormat.Logfmt);
}
