using System.Globalization;
using System.Text;
using ModelExporter.Engine.Metrics;
using ModelExporter.Exposition;
using ModelExporter.Tests.EndToEnd;
using Prometheus;

namespace ModelExporter.Tests.Exposition;

public class HistogramFamilyTests
{
    static readonly double[] Bounds = [0.001, 0.01, 0.1, 1, 10];
    static readonly MetricFamily Row = MetricCatalogue.All.First(f => f.Type == MetricType.Histogram);

    readonly CollectorRegistry _registry = Metrics.NewCustomRegistry();
    readonly HistogramFamily _family;

    public HistogramFamilyTests() => _family = new HistogramFamily(Metrics.WithCustomRegistry(_registry), Row);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Histogram_ManyRoundsWhileSeriesComeAndGo_AgreesWithItsTwin(int seed)
    {
        var random = new Random(seed);
        var twins = Enumerable.Range(0, 6).Select(_ => new Twin()).ToArray();
        for (int round = 0; round < 60; round++)
        {
            // A series that is away goes on counting, as a version's state does.
            bool[] shown = [.. twins.Select(_ => random.Next(4) > 0)];
            foreach (var twin in twins)
                for (int i = random.Next(20); i > 0; i--) twin.Add(Math.Pow(10, random.NextDouble() * 6 - 4));
            if (random.Next(10) == 0) twins[random.Next(twins.Length)] = new Twin();

            _family.Begin();
            for (int i = 0; i < twins.Length; i++)
                if (shown[i]) _family.Set(new Sample(Labels(i), 0, twins[i].Sample));
            _family.RemoveUntouched();

            var scrape = await ReadAsync();
            for (int i = 0; i < twins.Length; i++) AssertAgrees(scrape, i, shown[i] ? twins[i] : null);
        }
    }

    [Fact]
    public async Task Histogram_ValuesOnTheBounds_StayInTheirBuckets()
    {
        var twin = new Twin();
        foreach (double bound in Bounds)
        {
            twin.Add(bound);
            twin.Add(Math.BitIncrement(bound));
        }
        _family.Begin();
        _family.Set(new Sample(Labels(0), 0, twin.Sample));
        _family.RemoveUntouched();
        AssertAgrees(await ReadAsync(), 0, twin);
    }

    static string[] Labels(int i) => ["model", i.ToString(CultureInfo.InvariantCulture)];

    static void AssertAgrees(Scrape scrape, int series, Twin? twin)
    {
        string labels = $"model=\"model\",model_version=\"{series}\"";
        Assert.Equal(twin?.Count, scrape[$"{Row.Name}_count{{{labels}}}"]);
        if (twin is null) return;
        Assert.Equal(twin.Sum, scrape[$"{Row.Name}_sum{{{labels}}}"]!.Value, twin.Sum * 1e-12 + 1e-15);
        foreach (double bound in Bounds)
        {
            string le = bound.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(twin.AtMost(bound), scrape[$"{Row.Name}_bucket{{{labels},le=\"{le}\"}}"]);
        }
    }

    async Task<Scrape> ReadAsync()
    {
        using var text = new MemoryStream();
        await _registry.CollectAndExportAsTextAsync(text);
        return Scrape.Parse(Encoding.UTF8.GetString(text.ToArray()));
    }

    /// <summary>The values themselves.</summary>
    sealed class Twin
    {
        readonly List<double> _values = [];

        public double Count => _values.Count;

        public double Sum => _values.Sum();

        public HistogramSample Sample
        {
            get
            {
                var counts = new long[Bounds.Length + 1];
                var sums = new double[Bounds.Length + 1];
                foreach (double value in _values)
                {
                    int bucket = Bounds.Count(b => b < value);
                    counts[bucket]++;
                    sums[bucket] += value;
                }
                return new HistogramSample(Bounds, counts, sums);
            }
        }

        public void Add(double value) => _values.Add(value);

        public double AtMost(double bound) => _values.Count(v => v <= bound);
    }
}
