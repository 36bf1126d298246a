using Microsoft.Extensions.Logging.Console;

namespace ModelExporter.Logging;

/// <summary>Makes a host log as Prometheus exporters do: one line an event, to the standard error stream.</summary>
public static class ExporterLogging
{
    /// <summary>Replaces whatever the host would log to. <paramref name="time"/> stamps the lines; null = the system's clock.</summary>
    public static ILoggingBuilder AddExporterLogging(this ILoggingBuilder builder, LogOptions options, TimeProvider? time = null)
    {
        builder.ClearProviders();
        builder.SetMinimumLevel(options.Level);

        // The web server has four lines to say about every scrape, and none of them is news.
        if (options.Level == LogLevel.Information) builder.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        builder.AddConsole(console =>
        {
            console.FormatterName = ExporterLogFormatter.FormatterName;
            console.LogToStandardErrorThreshold = LogLevel.Trace;
        });

        // Not by AddConsoleFormatter: it binds options by reflection.
        builder.Services.AddSingleton<ConsoleFormatter>(new ExporterLogFormatter(options, time ?? TimeProvider.System));
        return builder;
    }
}
