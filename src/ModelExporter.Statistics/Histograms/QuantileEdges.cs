namespace ModelExporter.Statistics.Histograms;

/// <summary>Chooses the bin edges of a feature from its baseline values, and from nothing else.</summary>
/// <remarks>
/// The first edge is the minimum, so bin 0 is "below the baseline"; the last is the next number after the maximum, so the last bin is
/// "above the baseline". (When the maximum is the greatest number of all, nothing can lie above it and that edge is left out.)
/// With at most 62 distinct values an edge stands at each of them, and as many as the budget allows, the most frequent first, are
/// closed again right behind it: [v, next number). Up to 31 values therefore all have a bin that holds nothing else.
/// With more distinct values: the heaviest point masses (each more than 1/50 of the rows, at most 16) get such a bin of
/// their own, four quantiles in each tail keep the Wasserstein distance honest, and the rest of the 63 edges are evenly spaced
/// quantiles of the values that are no point mass.
/// </remarks>
public static class QuantileEdges
{
    const int MaxPointMasses = 16;
    const int RowsOfPointMass = 50;
    static readonly double[] Tails = [0.0003, 0.001, 0.003, 0.01];

    /// <summary>The edges for finite values in ascending order: 1 to 63, strictly ascending; none for no values.</summary>
    public static double[] Of(ReadOnlySpan<double> sorted)
    {
        if (sorted.IsEmpty)
            return [];
        var edges = new SortedSet<double> { sorted[0] };
        Close(edges, sorted[^1]);
        if (HasFewValues(sorted))
            AddValues(edges, sorted);
        else
            AddQuantiles(edges, sorted);
        return [.. edges];
    }

    static void AddValues(SortedSet<double> edges, ReadOnlySpan<double> sorted)
    {
        var values = Runs(sorted, 1);
        foreach (var (value, _) in values)
            edges.Add(value);
        CloseHeaviest(edges, values, values.Count);
    }

    static void AddQuantiles(SortedSet<double> edges, ReadOnlySpan<double> sorted)
    {
        var masses = Runs(sorted, sorted.Length / RowsOfPointMass + 1);
        var closed = CloseHeaviest(edges, masses, MaxPointMasses);
        edges.UnionWith(closed);
        AddTails(edges, sorted);

        double[] rest = Except(sorted, closed);
        int quantiles = BinEdges.MaxCount - edges.Count;
        for (int i = 1; i <= quantiles; i++)
            edges.Add(rest[(int)((long)i * rest.Length / (quantiles + 1))]);
    }

    static void AddTails(SortedSet<double> edges, ReadOnlySpan<double> sorted)
    {
        foreach (double tail in Tails)
        {
            int rows = (int)Math.Round(tail * sorted.Length);
            if (rows == 0)
                continue;
            edges.Add(sorted[rows]);
            edges.Add(sorted[^rows]);
        }
    }

    static HashSet<double> CloseHeaviest(SortedSet<double> edges, List<(double Value, int Count)> masses, int most)
    {
        var closed = new HashSet<double>();
        foreach (var (value, _) in masses.OrderByDescending(mass => mass.Count).Take(most))
        {
            if (edges.Count == BinEdges.MaxCount)
                break;
            Close(edges, value);
            closed.Add(value);
        }
        return closed;
    }

    static void Close(SortedSet<double> edges, double value)
    {
        double next = Math.BitIncrement(value);
        if (double.IsFinite(next))
            edges.Add(next);
    }

    static bool HasFewValues(ReadOnlySpan<double> sorted)
    {
        int values = 1;
        for (int i = 1; i < sorted.Length && values < BinEdges.MaxCount; i++)
            values += sorted[i] == sorted[i - 1] ? 0 : 1;
        return values < BinEdges.MaxCount;
    }

    static List<(double Value, int Count)> Runs(ReadOnlySpan<double> sorted, int atLeast)
    {
        var runs = new List<(double, int)>();
        int start = 0;
        for (int i = 1; i <= sorted.Length; i++)
        {
            if (i < sorted.Length && sorted[i] == sorted[start])
                continue;
            if (i - start >= atLeast)
                runs.Add((sorted[start], i - start));
            start = i;
        }
        return runs;
    }

    static double[] Except(ReadOnlySpan<double> sorted, HashSet<double> left)
    {
        var rest = new List<double>(sorted.Length);
        foreach (double value in sorted)
        {
            if (!left.Contains(value))
                rest.Add(value);
        }
        return [.. rest];
    }
}
