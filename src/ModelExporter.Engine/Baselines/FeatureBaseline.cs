using System.Globalization;
using ModelExporter.Engine.Config;
using ModelExporter.Statistics.Histograms;

namespace ModelExporter.Engine.Baselines;

/// <summary>How a feature was distributed in the baseline. Immutable.</summary>
public sealed class FeatureBaseline
{
    /// <summary>Categories whose name is known; a baseline with more cannot tell a rare one from one never seen.</summary>
    public const int MaxCategories = 10_000;

    const int MaxGroups = 10;
    const string Others = "__other__";

    long[]? _groupCounts;

    /// <summary>A numeric feature.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="missing">Rows of the baseline without a value.</param>
    /// <param name="edges">Ascending edges of its bins; a value is in the bin whose number is the number of edges not above it.</param>
    /// <param name="counts">Values in each bin.</param>
    /// <param name="endSums">Sums of the values in the five bins at each end.</param>
    /// <param name="mean">Mean of the values.</param>
    /// <param name="standardDeviation">Standard deviation of the values (of the population).</param>
    public static FeatureBaseline Numeric(
        string name, long missing, double[] edges, long[] counts, double[] endSums, double mean, double standardDeviation)
    {
        int[] groupOfCell = BinGroups.Merge(counts, MaxGroups);
        return new FeatureBaseline
        {
            Name = name,
            Type = FeatureType.Numeric,
            Missing = missing,
            Edges = edges,
            Counts = counts,
            EndSums = endSums,
            Mean = mean,
            StandardDeviation = standardDeviation,
            GroupOfCell = groupOfCell,
            GroupNames = NamesOfRanges(edges, groupOfCell),
        };
    }

    /// <summary>A categorical feature.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="missing">Rows of the baseline without a value.</param>
    /// <param name="categories">The categories, most frequent first.</param>
    /// <param name="categoryCounts">Values in each.</param>
    /// <param name="kept">How many categories have a cell of their own; the rest share one.</param>
    /// <param name="truncated">There were more categories than are named here.</param>
    public static FeatureBaseline Categorical(
        string name, long missing, string[] categories, long[] categoryCounts, int kept, bool truncated = false)
    {
        kept = Math.Min(kept, categories.Length);
        var counts = new long[kept + 2];
        for (int i = 0; i < categories.Length; i++) counts[Math.Min(i, kept)] += categoryCounts[i];
        // A category that is called like the group of the rest would make two series of one name.
        string[] named = [.. categories.Take(kept).Where(category => category != Others).Take(MaxGroups - 1)];
        return new FeatureBaseline
        {
            Name = name,
            Type = FeatureType.Categorical,
            Missing = missing,
            Categories = categories,
            CategoryCounts = categoryCounts,
            Truncated = truncated,
            Counts = counts,
            GroupOfCell = [.. Enumerable.Range(0, counts.Length).Select(GroupOf)],
            GroupNames = [.. named, Others],
        };

        int GroupOf(int cell) => cell < kept && Array.IndexOf(named, categories[cell]) is >= 0 and var group ? group : named.Length;
    }

    public required string Name { get; init; }

    public required FeatureType Type { get; init; }

    /// <summary>Rows without a value.</summary>
    public required long Missing { get; init; }

    public double[] Edges { get; private init; } = [];

    public string[] Categories { get; private init; } = [];

    public long[] CategoryCounts { get; private init; } = [];

    public bool Truncated { get; private init; }

    /// <summary>Values by cell: bins, or kept categories followed by the other known ones and those never seen.</summary>
    public required long[] Counts { get; init; }

    public double[] EndSums { get; private init; } = [];

    public double Mean { get; private init; } = double.NaN;

    public double StandardDeviation { get; private init; } = double.NaN;

    /// <summary>Cells merged to at most ten groups, which most statistics compare: more would read noise as drift.</summary>
    public required int[] GroupOfCell { get; init; }

    /// <summary>What the groups are called in labels and panels.</summary>
    public required string[] GroupNames { get; init; }

    /// <summary>Values in the baseline.</summary>
    public long Total => Counts.Sum();

    public int Cells => Counts.Length;

    /// <summary>Categorical: the cell of known categories without one of their own. The one behind it is for those never seen.</summary>
    public int OtherCell => Counts.Length - 2;

    public int UnseenCell => Counts.Length - 1;

    /// <summary>Values by group.</summary>
    public long[] GroupCounts => _groupCounts ??= SumOfGroups();

    long[] SumOfGroups()
    {
        var groups = new long[GroupNames.Length];
        BinGroups.Sum(Counts, GroupOfCell, groups);
        return groups;
    }

    static string[] NamesOfRanges(double[] edges, int[] groupOfCell)
    {
        var names = new string[groupOfCell.Length == 0 ? 0 : groupOfCell[^1] + 1];
        for (int group = 0; group < names.Length; group++)
        {
            int first = Array.IndexOf(groupOfCell, group);
            int last = Array.LastIndexOf(groupOfCell, group);
            string from = first == 0 ? "-Inf" : Short(edges[first - 1]);
            string to = last == edges.Length ? "+Inf" : Short(edges[last]);
            names[group] = string.Create(CultureInfo.InvariantCulture, $"{group}: {from} to {to}");
        }
        return names;
    }

    // Six digits: a point mass ends one representable number above itself, which nobody wants to read.
    static string Short(double edge) => edge.ToString("G6", CultureInfo.InvariantCulture);
}
