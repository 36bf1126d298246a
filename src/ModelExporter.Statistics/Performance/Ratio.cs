namespace ModelExporter.Statistics.Performance;

/// <summary>A quotient that is NaN, as everything undefined here, when there is nothing to divide by.</summary>
static class Ratio
{
    public static double Of(double part, double whole) => whole == 0 ? double.NaN : part / whole;
}
