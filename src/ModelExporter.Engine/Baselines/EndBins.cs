using System.Runtime.CompilerServices;

namespace ModelExporter.Engine.Baselines;

/// <summary>The two outermost bins at each end of a numeric feature. The sum of their values is kept too: how far out a tail reaches, bins cannot say.</summary>
static class EndBins
{
    public const int Count = 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFind(int bin, int bins, out int end)
    {
        int fromTop = bins - 1 - bin;
        if (bin > 1 & fromTop > 1)
        {
            end = 0;
            return false;
        }
        end = fromTop == 0 ? 3 : bin <= 1 ? bin : 2;
        return true;
    }
}
