namespace ModelExporter.Statistics.Drift;

/// <summary>The share of a group with half a value added to every group (Jeffreys' prior), so that no logarithm meets a zero.</summary>
/// <remarks>(count + 1/2) / (total + groups / 2). Shares of all groups still add up to one.</remarks>
readonly struct SmoothedShare(long total, int groups)
{
    const double Added = 0.5;
    readonly double _total = total + Added * groups;

    public double Of(long count) => (count + Added) / _total;
}
