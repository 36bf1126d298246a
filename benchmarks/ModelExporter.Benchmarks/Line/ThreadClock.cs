using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ModelExporter.Benchmarks.Line;

/// <summary>The processor time of this thread, which other work on the machine does not add to; where the system does not tell it, the wall clock.</summary>
static class ThreadClock
{
    const int ThreadProcessorTime = 3; // CLOCK_THREAD_CPUTIME_ID of Linux

    /// <summary>Seconds since a moment of its own.</summary>
    public static double Seconds
    {
        get
        {
            if (!OperatingSystem.IsLinux()) return Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;
            if (clock_gettime(ThreadProcessorTime, out var time) != 0) throw new InvalidOperationException("The thread's processor time cannot be read.");
            return time.Seconds + time.Nanoseconds * 1e-9;
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int clock_gettime(int clock, out Time time);

    struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
