using System.Runtime.CompilerServices;

namespace ModelExporter.Statistics.Histograms;

/// <summary>Fixed bins of an absolute value, 32 to each power of two: quantiles of errors without their rows.</summary>
/// <remarks>
/// The first bin holds zero and what is smaller than 2^-32, the last what is 2^32 or more. Each bin between is at most 1/32 of its
/// values wide.
/// </remarks>
public static class MagnitudeGrid
{
    /// <summary>The number of bins.</summary>
    public const int Bins = 2 + (Octaves << MantissaBits);

    const int MantissaBits = 5;
    const int DoubleMantissaBits = 52;
    const int SmallestExponent = -32;
    const int Octaves = 64;
    static readonly long SmallestBits = BitConverter.DoubleToInt64Bits(Math.ScaleB(1, SmallestExponent));

    /// <summary>The bin of a value; its sign does not matter. The value is never NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(double magnitude)
    {
        long bits = BitConverter.DoubleToInt64Bits(Math.Abs(magnitude));
        return (int)Math.Clamp(1 + (bits - SmallestBits >> DoubleMantissaBits - MantissaBits), 0, Bins - 1);
    }

    /// <summary>The smallest magnitude of a bin.</summary>
    public static double LowerEdge(int bin)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bin);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(bin, Bins);
        return bin == 0 ? 0 : BitConverter.Int64BitsToDouble(SmallestBits + ((long)(bin - 1) << DoubleMantissaBits - MantissaBits));
    }

    /// <summary>The q-quantile of the counted magnitudes; NaN when there are none.</summary>
    /// <remarks>
    /// The value of rank q(n - 1), as numpy's default, where the values of a bin are thought evenly spread over it. A single value is
    /// right to 1.6 %, spread values are right to less; no result is off by more than a bin (3.2 %, when all of a bin's values
    /// crowd at one of its ends). In the first bin the answer is 0, in the last its lower edge.
    /// </remarks>
    public static double Quantile(ReadOnlySpan<long> counts, double q)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(counts.Length, Bins);
        ArgumentOutOfRangeException.ThrowIfLessThan(q, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(q, 1);
        long n = 0;
        foreach (long count in counts)
            n += count;
        if (n == 0)
            return double.NaN;

        double rank = q * (n - 1);
        long lower = (long)rank;
        double low = Ranked(counts, lower);
        return lower == n - 1 ? low : low + (rank - lower) * (Ranked(counts, lower + 1) - low);
    }

    static double Ranked(ReadOnlySpan<long> counts, long rank)
    {
        int bin = 0;
        for (; rank >= counts[bin]; bin++)
            rank -= counts[bin];
        double edge = LowerEdge(bin);
        return bin is 0 or Bins - 1 ? edge : edge + (rank + 0.5) / counts[bin] * (LowerEdge(bin + 1) - edge);
    }
}
