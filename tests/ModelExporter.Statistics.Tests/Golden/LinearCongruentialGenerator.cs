namespace ModelExporter.Statistics.Tests.Golden;

/// <summary>The generator of <c>make_golden.py</c>, so that samples need not be stored.</summary>
sealed class LinearCongruentialGenerator(ulong seed)
{
    ulong _state = unchecked(seed * 0x9E3779B97F4A7C15);

    /// <summary>A uniform number from (0, 1).</summary>
    public double Next()
    {
        _state = unchecked(_state * 6364136223846793005 + 1442695040888963407);
        return ((_state >> 11) + 0.5) / (1L << 53);
    }

    public double Normal()
    {
        double radius = Math.Sqrt(-2 * Math.Log(Next()));
        return radius * Math.Cos(2 * Math.PI * Next());
    }
}
