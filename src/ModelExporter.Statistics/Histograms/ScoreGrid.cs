using System.Runtime.CompilerServices;

namespace ModelExporter.Statistics.Histograms;

/// <summary>Fixed bins of a probability, the same for every model: fine near 0 and near 1, and symmetric about one half.</summary>
/// <remarks>
/// Below one half the bin is read off the bits of the float: one group per power of two from 2^-12 up, cut evenly by the leading bits of
/// the mantissa; what is smaller shares the first bin. From one half on the bins mirror those of 1 - s, which is exact in floats there.
/// Every bin contains its lower edge and not its upper one (the last contains 1), so a higher score never has a lower bin.
/// </remarks>
public sealed class ScoreGrid
{
    /// <summary>706 bins, each at most 1/32 of the smaller of score and 1 - score wide.</summary>
    public static readonly ScoreGrid Fine = new(5);

    /// <summary>354 bins, twice as wide.</summary>
    public static readonly ScoreGrid Coarse = new(4);

    const int FloatMantissaBits = 23;
    const int SmallestExponent = -12;
    const int Octaves = -1 - SmallestExponent;
    static readonly int SmallestBits = BitConverter.SingleToInt32Bits(MathF.ScaleB(1, SmallestExponent));

    readonly int _mantissaBits;
    readonly int _half;

    public ScoreGrid(int mantissaBits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mantissaBits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mantissaBits, 10);
        _mantissaBits = mantissaBits;
        _half = 1 + (Octaves << mantissaBits);
    }

    /// <summary>The leading bits of the mantissa that tell bins apart.</summary>
    public int MantissaBits => _mantissaBits;

    /// <summary>The number of bins.</summary>
    public int Bins => 2 * _half;

    /// <summary>The bin of a score; a score outside [0, 1] counts as the nearest end. The score is never NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(float score)
    {
        if (!(score > 0))
            return 0;
        if (score >= 1)
            return Bins - 1;
        if (score < 0.5f)
            return FromBits(BitConverter.SingleToInt32Bits(score));
        // One float less than 1 - s: the mirrored bins then keep their lower edge and not their upper one.
        return Bins - 1 - FromBits(BitConverter.SingleToInt32Bits(1 - score) - 1);
    }

    /// <summary>The smallest score of a bin.</summary>
    public double LowerEdge(int bin)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bin);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(bin, Bins);
        return bin < _half ? LowEdge(bin) : 1 - LowEdge(Bins - bin);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int FromBits(int bits) => Math.Max(0, 1 + (bits - SmallestBits >> FloatMantissaBits - _mantissaBits));

    double LowEdge(int bin)
    {
        if (bin == 0)
            return 0;
        int octave = bin - 1 >> _mantissaBits;
        int step = bin - 1 & (1 << _mantissaBits) - 1;
        return Math.ScaleB(1 + Math.ScaleB(step, -_mantissaBits), SmallestExponent + octave);
    }
}
