namespace ModelExporter.Statistics.Drift;

/// <summary>Walks the piecewise linear quantile function of a binned distribution, one bin with values after the other.</summary>
/// <remarks>
/// The values of a bin are thought uniform between its edges. Where their sum is known they are uniform on the largest interval that is
/// centred on their mean and fits the edges; the first bin has only an upper edge and the last only a lower one, so there it is
/// [2 mean - edge, edge] and its mirror image. The mean of the values is then right however far outside they lie.
/// </remarks>
ref struct QuantileFunction
{
    readonly BinnedDistribution _distribution;
    readonly double _total;
    int _bin = -1;
    long _below;
    double _start;
    double _lower;
    double _upper;

    public QuantileFunction(BinnedDistribution distribution)
    {
        _distribution = distribution;
        _total = distribution.Total;
        if (_total > 0)
            Next();
    }

    /// <summary>The share of the values up to the end of this bin; 1 in the last bin that has values.</summary>
    public double End { get; private set; }

    public readonly bool IsEmpty => _total == 0;

    /// <summary>The quantile of a share that lies in this bin.</summary>
    public readonly double At(double share) => _lower + (share - _start) / (End - _start) * (_upper - _lower);

    /// <summary>Goes on to the next bin with values. There is one as long as <see cref="End"/> is below 1.</summary>
    public void Next()
    {
        do
            _bin++;
        while (_distribution.Counts[_bin] == 0);
        _start = End;
        _below += _distribution.Counts[_bin];
        End = _below / _total;
        (_lower, _upper) = Interval();
    }

    readonly (double Lower, double Upper) Interval()
    {
        var edges = _distribution.Edges;
        int endSum = BinnedDistribution.EndSumOf(_bin, edges.Length + 1);
        if (endSum < 0)
            return (edges[_bin - 1], edges[_bin]);

        double mean = _distribution.EndSums[endSum] / _distribution.Counts[_bin];
        double lower = _bin == 0 ? double.NegativeInfinity : edges[_bin - 1];
        double upper = _bin == edges.Length ? double.PositiveInfinity : edges[_bin];
        // A sum is rounded, so its mean can lie a trifle outside of the bin.
        mean = Math.Clamp(mean, lower, upper);
        double reach = Math.Min(mean - lower, upper - mean);
        return (mean - reach, mean + reach);
    }
}
