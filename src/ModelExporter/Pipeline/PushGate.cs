namespace ModelExporter.Pipeline;

/// <summary>Lets a bounded number of pushes in at once, and can be closed until those inside are through.</summary>
public sealed class PushGate
{
    /// <summary>Pushes at once.</summary>
    public const int Width = 8;

    readonly SemaphoreSlim _places = new(Width);

    /// <summary>Enters; null when no place got free in time.</summary>
    public async Task<IDisposable?> EnterAsync(TimeSpan patience, CancellationToken cancellation) =>
        await _places.WaitAsync(patience, cancellation) ? new Leave(_places, 1) : null;

    /// <summary>Waits until nobody is inside and keeps everybody out until disposed.</summary>
    public async Task<IDisposable> CloseAsync()
    {
        for (int i = 0; i < Width; i++) await _places.WaitAsync();
        return new Leave(_places, Width);
    }

    sealed class Leave(SemaphoreSlim places, int count) : IDisposable
    {
        public void Dispose() => places.Release(count);
    }
}
