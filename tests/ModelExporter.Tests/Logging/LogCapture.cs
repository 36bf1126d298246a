using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using ModelExporter.Logging;

namespace ModelExporter.Tests.Logging;

/// <summary>A logger whose lines are read back; its clock stands still.</summary>
sealed class LogCapture : ILogger
{
    readonly ConsoleFormatter _formatter;
    readonly string _category;
    readonly LoggerExternalScopeProvider _scopes = new();
    readonly StringBuilder _written = new();

    public LogCapture(LogFormat format = LogFormat.Logfmt, LogLevel level = LogLevel.Information, string category = "ModelExporter.Sources.Files.FileTail")
    {
        _category = category;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddExporterLogging(new LogOptions(level, format), new StoppedClock()));
        using var provider = services.BuildServiceProvider();
        _formatter = provider.GetServices<ConsoleFormatter>().Single(formatter => formatter.Name == "exporter");
    }

    public string Written => _written.ToString();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => _scopes.Push(state);

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        using var writer = new StringWriter(_written);
        _formatter.Write(new LogEntry<TState>(logLevel, _category, eventId, state, exception, formatter), _scopes, writer);
    }

    sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 15, 4, 5, 678, TimeSpan.Zero);
    }
}
