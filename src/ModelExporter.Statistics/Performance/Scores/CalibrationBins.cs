using System.Runtime.CompilerServices;

namespace ModelExporter.Statistics.Performance.Scores;

/// <summary>The ten equal bins of a probability in which calibration is looked at.</summary>
public static class CalibrationBins
{
    /// <summary>The number of bins.</summary>
    public const int Count = 10;

    /// <summary>The bin of a score: k/10 up to but not including (k+1)/10; 1 is in the last, what lies outside in the nearest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(float score) => Math.Clamp((int)(score * Count), 0, Count - 1);
}
