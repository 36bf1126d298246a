using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;

namespace ModelExporter.Telemetry;

/// <summary>How the OpenTelemetry library is to take each instrument: its defaults are wrong for seconds, for many sources, and in three names.</summary>
/// <param name="names">Models and sources of the config that is started with.</param>
sealed class InstrumentViews(int names)
{
    // The library sets room aside for every series that there may be, 2000 unless told.
    const int SeriesOfRuntime = 200;

    // A reload can bring more names, and those that it takes out keep their series; what does not fit shares one that says so.
    readonly int _maxNames = 100 + 2 * names;

    static readonly double[] RequestSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    static readonly double[] ConnectionSeconds = [0.01, 0.1, 1, 10, 60, 600, 3600];

    public MetricStreamConfiguration Of(Instrument instrument) => instrument.Name switch
    {
        // A name that ends in _count is a histogram's to Prometheus; nobody would miss these.
        "dotnet.assembly.count" or "dotnet.process.cpu.count" or "dotnet.timer.count" => MetricStreamConfiguration.Drop,
        // The library's buckets are 0, 5, 10 … 10000 whatever the unit is.
        "http.server.request.duration" => new ExplicitBucketHistogramConfiguration { Boundaries = RequestSeconds, CardinalityLimit = SeriesOfRuntime },
        "kestrel.connection.duration" => new ExplicitBucketHistogramConfiguration { Boundaries = ConnectionSeconds, CardinalityLimit = SeriesOfRuntime },
        var name => new MetricStreamConfiguration { CardinalityLimit = ExporterMetrics.Row(name)?.MaxSeries(_maxNames) ?? SeriesOfRuntime },
    };
}
