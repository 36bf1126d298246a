namespace ModelExporter.Demo;

/// <summary>What comes and goes with the hour: a cosine over the day, 1 at its peak and -1 twelve hours away from it.</summary>
static class DayCurve
{
    public static double At(DateTime time, double peakHour) => Math.Cos(2 * Math.PI * (time.TimeOfDay.TotalHours - peakHour) / 24);
}
