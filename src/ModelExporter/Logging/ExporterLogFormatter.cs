using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace ModelExporter.Logging;

/// <summary>Writes an event as one line: <c>time</c>, <c>level</c>, <c>component</c>, <c>msg</c>, the message's parameters, <c>err</c>. Scopes
/// are left out.</summary>
/// <remarks>
/// The keys are those of Prometheus (<c>common/promslog</c>), but for <c>component</c>: Prometheus writes the file and line as
/// <c>source</c>, a word that means something else here.
/// </remarks>
sealed class ExporterLogFormatter(LogOptions options, TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "exporter";

    const string Template = "{OriginalFormat}";
    const int MaxStackLength = 4096;

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        string message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        using LogLine line = options.Format == LogFormat.Json ? new JsonLine() : new LogfmtLine();
        line.Text("time", time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        line.Text("level", LogLevels.NameInLine(logEntry.LogLevel));
        line.Text("component", logEntry.Category[(logEntry.Category.LastIndexOf('.') + 1)..]);
        line.Text("msg", LogValue.Cut(message));
        if (logEntry.State is IEnumerable<KeyValuePair<string, object?>> parameters)
            foreach (var (name, value) in parameters)
                if (name != Template) LogValue.Write(line, LogKey.Of(name), value);
        if (logEntry.Exception is { } exception) WriteException(line, exception);
        line.WriteTo(textWriter);
    }

    void WriteException(LogLine line, Exception exception)
    {
        line.Text("err", LogValue.Cut(Describe(exception)));
        if (options.Level <= LogLevel.Debug && exception.StackTrace is { } stack) line.Text("stack", LogValue.Cut(stack, MaxStackLength));
    }

    /// <summary>The chain of causes, which often says more than the exception that came of it.</summary>
    static string Describe(Exception exception)
    {
        string text = $"{exception.GetType().Name}: {exception.Message}";
        for (var cause = exception.InnerException; cause is not null && text.Length <= LogValue.MaxLength; cause = cause.InnerException)
            text += $": {cause.GetType().Name}: {cause.Message}";
        return text;
    }
}
