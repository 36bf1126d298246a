using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using ModelExporter.Logging;

namespace ModelExporter.Tests.Logging;

public class ExporterLoggingTests
{
    [Theory]
    [InlineData("debug", LogLevel.Debug)]
    [InlineData("info", LogLevel.Information)]
    [InlineData("warn", LogLevel.Warning)]
    [InlineData("error", LogLevel.Error)]
    [InlineData("WARN", LogLevel.Warning)]
    public void TryParse_KnownName_GivesTheLevel(string name, LogLevel expected)
    {
        Assert.True(LogLevels.TryParse(name, out var level));
        Assert.Equal(expected, level);
    }

    [Theory]
    [InlineData("")]
    [InlineData("warning")]
    [InlineData("2")]
    [InlineData(" info")]
    public void TryParse_AnythingElse_IsRefused(string name) => Assert.False(LogLevels.TryParse(name, out _));

    [Fact]
    public void AddExporterLogging_HostWithLoggers_LeavesOneThatWritesToStandardError()
    {
        using var provider = Build(new LogOptions(), logging => logging.AddSimpleConsole().AddProvider(new UnwantedProvider()));
        Assert.IsType<ConsoleLoggerProvider>(Assert.Single(provider.GetServices<ILoggerProvider>()));
        var console = provider.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value;
        Assert.Equal(("exporter", LogLevel.Trace), (console.FormatterName, console.LogToStandardErrorThreshold));
    }

    [Theory]
    [InlineData(LogLevel.Debug, "ModelExporter.Pipeline", LogLevel.Debug)]
    [InlineData(LogLevel.Information, "ModelExporter.Pipeline", LogLevel.Information)]
    [InlineData(LogLevel.Error, "ModelExporter.Pipeline", LogLevel.Error)]
    [InlineData(LogLevel.Debug, "Microsoft.AspNetCore.Hosting", LogLevel.Debug)]
    [InlineData(LogLevel.Information, "Microsoft.AspNetCore.Hosting", LogLevel.Warning)]
    [InlineData(LogLevel.Error, "Microsoft.AspNetCore.Hosting", LogLevel.Error)]
    public void AddExporterLogging_EachLevel_WritesFromTheLeastOn(LogLevel level, string category, LogLevel least)
    {
        using var provider = Build(new LogOptions(level), _ => { });
        var logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger(category);
        Assert.True(logger.IsEnabled(least));
        Assert.False(logger.IsEnabled(least - 1));
    }

    static ServiceProvider Build(LogOptions options, Action<ILoggingBuilder> before)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging =>
        {
            before(logging);
            logging.AddExporterLogging(options);
        });
        return services.BuildServiceProvider();
    }

    sealed class UnwantedProvider : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => throw new InvalidOperationException(categoryName);

        public void Dispose()
        {
        }
    }
}
