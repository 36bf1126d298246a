using System.Diagnostics;

namespace ModelExporter.Tests.EndToEnd;

/// <summary>Waits for what another process does, by looking again and again, for a bounded time.</summary>
static class Eventually
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    public static Task<T> GetAsync<T>(Func<T> read, Predicate<T> expected) => GetAsync(() => Task.FromResult(read()), expected);

    /// <summary>The first value that is as expected; when the time is over the last one, for the assertion that follows.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T>> read, Predicate<T> expected)
    {
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            var value = await read();
            if (expected(value) || Stopwatch.GetElapsedTime(started) > BuiltProgram.Patience) return value;
            await Task.Delay(Pause);
        }
    }
}
