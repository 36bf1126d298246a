namespace ModelExporter.Engine.Metrics;

/// <summary>A metric's row: its name, what it is, and the labels of its series.</summary>
/// <param name="Name">The name as it is exposed.</param>
/// <param name="Type">Its kind.</param>
/// <param name="Help">One line, with the convention where there are several.</param>
public abstract record MetricFamily(string Name, MetricType Type, string Help)
{
    public abstract IReadOnlyList<string> Labels { get; }
}

/// <summary>A row that knows how its value is read in a scope.</summary>
/// <param name="Name">The name as it is exposed.</param>
/// <param name="Type">Its kind.</param>
/// <param name="Help">One line, with the convention where there are several.</param>
/// <param name="Read">The value; NaN = undefined there, and no series.</param>
sealed record MetricRow<TScope>(string Name, MetricType Type, string Help, Func<TScope, double> Read) : MetricFamily(Name, Type, Help)
    where TScope : IMetricScope
{
    public override IReadOnlyList<string> Labels => TScope.Labels;

    public static MetricRow<TScope> Counter(string name, string help, Func<TScope, double> read) => new(name, MetricType.Counter, help, read);

    public static MetricRow<TScope> Gauge(string name, string help, Func<TScope, double> read) => new(name, MetricType.Gauge, help, read);
}

/// <summary>A row whose series are histograms.</summary>
sealed record HistogramRow<TScope>(string Name, string Help, Func<TScope, Monitoring.BucketCounts> Read) : MetricFamily(Name, MetricType.Histogram, Help)
    where TScope : IMetricScope
{
    public override IReadOnlyList<string> Labels => TScope.Labels;
}
