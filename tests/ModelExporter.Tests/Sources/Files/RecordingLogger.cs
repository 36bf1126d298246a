using Microsoft.Extensions.Logging;
using ModelExporter.Sources.Files;

namespace ModelExporter.Tests.Sources.Files;

/// <summary>Keeps what was logged from Information on.</summary>
sealed class RecordingLogger : ILogger<FileTail>
{
    readonly List<string> _messages = [];

    public IReadOnlyList<string> Messages
    {
        get
        {
            lock (_messages)
                return [.. _messages];
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        lock (_messages)
            _messages.Add(formatter(state, exception));
    }
}
