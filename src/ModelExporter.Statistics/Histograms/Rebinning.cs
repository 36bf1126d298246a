namespace ModelExporter.Statistics.Histograms;

/// <summary>Tells a histogram in the bins of another one, so that two can be compared whose edges differ.</summary>
/// <remarks>
/// Within a bin its values are taken to lie evenly, so a bin [a, b) of n values gives n (min(b, d) - max(a, c)) / (b - a) to a bin [c, d); one
/// that holds a single number gives all to the bin of that number. With the same edges it is exact; else it is off by less than
/// the two bins that an edge cuts. No values give zeros.
/// </remarks>
public static class Rebinning
{
    /// <summary>The counts in the new bins, rounded so that none is lost, and the sums of the values in each.</summary>
    public static (long[] Counts, double[] Sums) Of(ReadOnlySpan<double> edges, ReadOnlySpan<long> counts, double[] newEdges)
    {
        var bins = new BinEdges(newEdges);
        var masses = new double[bins.BinCount];
        var sums = new double[bins.BinCount];
        for (int bin = 0; bin < counts.Length; bin++)
        {
            if (counts[bin] == 0) continue;
            // What lies outside of all edges lies as near to them as it can.
            double from = bin == 0 ? Math.BitDecrement(edges[0]) : edges[bin - 1];
            double to = bin == 0 ? edges[0] : bin == edges.Length ? Math.BitIncrement(from) : edges[bin];
            Spread(counts[bin], from, to, (newEdges, bins), masses, sums);
        }
        return (Round(masses), sums);
    }

    static void Spread(long count, double from, double to, (double[] Edges, BinEdges Bins) into, double[] masses, double[] sums)
    {
        int first = into.Bins.Find(from);
        int last = into.Bins.Find(Math.BitDecrement(to));
        double width = to - from;
        if (first == last || !double.IsFinite(width))
        {
            masses[first] += count;
            sums[first] += count * (from / 2 + Math.BitDecrement(to) / 2);
            return;
        }
        double low = from;
        for (int bin = first; bin <= last; bin++)
        {
            double high = bin == last ? to : into.Edges[bin];
            double share = count * ((high - low) / width);
            masses[bin] += share;
            sums[bin] += share * (low / 2 + high / 2);
            low = high;
        }
    }

    /// <summary>Rounds where the running total stands, so that the errors do not add up.</summary>
    static long[] Round(double[] masses)
    {
        var counts = new long[masses.Length];
        double running = 0;
        long before = 0;
        for (int bin = 0; bin < masses.Length; bin++)
        {
            running += masses[bin];
            long now = (long)Math.Round(running);
            counts[bin] = now - before;
            before = now;
        }
        return counts;
    }
}
