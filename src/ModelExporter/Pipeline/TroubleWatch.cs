using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Status;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Pipeline;

/// <summary>Looks at a model as often as its finest window moves on, so that it is known since when a trouble is there, whoever asks and when.</summary>
sealed class TroubleWatch(TimeProvider time)
{
    static readonly TimeSpan Otherwise = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Seldom = TimeSpan.FromMilliseconds(100);

    TimeSpan _applying;
    TimeSpan _looking;
    long _looked;
    long _next = long.MinValue;

    /// <summary>To be told of every batch.</summary>
    /// <param name="monitor">The model, after the batch.</param>
    /// <param name="took">How long applying it took.</param>
    public void Applied(ModelMonitor monitor, TimeSpan took)
    {
        _applying += took;
        // A log that is caught up with moves on by days in a second; looking must not take longer than reading, or be done seldom.
        if (monitor.Now < _next || (_looking > _applying && time.GetElapsedTime(_looked) < Seldom)) return;
        _looked = time.GetTimestamp();
        StatusBuilder.Build(monitor);
        _looking += time.GetElapsedTime(_looked);
        var finest = monitor.Config.Windows.Where(w => !w.IsByCount).Select(w => w.Span / WindowSpec.PanesByTime).DefaultIfEmpty(Otherwise).Min();
        _next = monitor.Now + (long)finest.TotalMicroseconds;
    }
}
