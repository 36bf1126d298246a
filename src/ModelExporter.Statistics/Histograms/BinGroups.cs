namespace ModelExporter.Statistics.Histograms;

/// <summary>Joins neighbouring bins into a few groups of about equal baseline mass, where many bins would mean much noise.</summary>
/// <remarks>
/// The population stability index expects about (groups - 1)(1/window + 1/baseline) without any drift: 64 bins and 300 rows read 0.24.
/// The two outside bins (first and last) hold nothing of the baseline. When the inner bins with mass leave room for them they are groups
/// of their own, and every inner bin with mass is one too (an empty bin goes with the one before it); otherwise all bins are joined into
/// as many groups as asked for, with the least possible sum of squared masses, and the outside bins belong to the first and last group.
/// </remarks>
public static class BinGroups
{
    /// <summary>The group of each bin: 0 for the first bin and never falling, at most <paramref name="groups"/> different ones.</summary>
    public static int[] Merge(ReadOnlySpan<long> baselineCounts, int groups = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        if (baselineCounts.Length <= 2)
            return Apart(baselineCounts);
        int inner = WithMass(baselineCounts[1..^1]);
        return inner < groups - 1
            ? Apart(baselineCounts)
            : EqualMass(baselineCounts, Math.Clamp(WithMass(baselineCounts), 1, groups));
    }

    /// <summary>Adds the counts of the bins of each group.</summary>
    public static void Sum(ReadOnlySpan<long> counts, ReadOnlySpan<int> groupOfBin, Span<long> groups)
    {
        groups.Clear();
        for (int bin = 0; bin < counts.Length; bin++)
            groups[groupOfBin[bin]] += counts[bin];
    }

    static int WithMass(ReadOnlySpan<long> counts)
    {
        int bins = 0;
        foreach (long count in counts)
            bins += count > 0 ? 1 : 0;
        return bins;
    }

    static int[] Apart(ReadOnlySpan<long> counts)
    {
        int[] groupOf = new int[counts.Length];
        int group = 0;
        bool groupHasMass = false;
        for (int bin = 1; bin < counts.Length; bin++)
        {
            bool begins = bin == 1 || bin == counts.Length - 1 || counts[bin] > 0 && groupHasMass;
            group += begins ? 1 : 0;
            groupHasMass = counts[bin] > 0 || groupHasMass && !begins;
            groupOf[bin] = group;
        }
        return groupOf;
    }

    // cost[g][b] is the least sum of squared masses of g groups over the first b bins, cut[g][b] where the last of them begins.
    static int[] EqualMass(ReadOnlySpan<long> counts, int groups)
    {
        double[] below = new double[counts.Length + 1];
        for (int bin = 0; bin < counts.Length; bin++)
            below[bin + 1] = below[bin] + counts[bin];

        var cost = new double[groups + 1][];
        var cut = new int[groups + 1][];
        cost[0] = new double[counts.Length + 1];
        cost[0].AsSpan(1).Fill(double.PositiveInfinity);
        for (int group = 1; group <= groups; group++)
            (cost[group], cut[group]) = Extend(cost[group - 1], below);

        int[] groupOf = new int[counts.Length];
        for (int group = groups, end = counts.Length; group > 0; group--)
        {
            groupOf.AsSpan(cut[group][end]..end).Fill(group - 1);
            end = cut[group][end];
        }
        return groupOf;
    }

    static (double[] Cost, int[] Cut) Extend(double[] costBefore, double[] below)
    {
        double[] cost = new double[below.Length];
        int[] cut = new int[below.Length];
        cost.AsSpan().Fill(double.PositiveInfinity);
        for (int end = 1; end < below.Length; end++)
        {
            for (int start = 0; start < end; start++)
            {
                double mass = below[end] - below[start];
                double candidate = costBefore[start] + mass * mass;
                if (candidate < cost[end])
                    (cost[end], cut[end]) = (candidate, start);
            }
        }
        return (cost, cut);
    }
}
