namespace ModelExporter.Sources;

/// <summary>Lets a bounded number in at once, and can be closed until those inside are through.</summary>
public sealed class Gate
{
    readonly SemaphoreSlim _places;
    readonly Leave _leave;

    /// <param name="width">How many are inside at once.</param>
    public Gate(int width)
    {
        Width = width;
        _places = new SemaphoreSlim(width);
        _leave = new Leave(_places, 1);
    }

    public int Width { get; }

    /// <summary>Enters, however long that takes.</summary>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        return _leave;
    }

    /// <summary>Enters; null when no place got free in time.</summary>
    public async Task<IDisposable?> EnterAsync(TimeSpan patience, CancellationToken cancellation) =>
        await _places.WaitAsync(patience, cancellation) ? _leave : null;

    /// <summary>Waits until nobody is inside and keeps everybody out until disposed. Two at once would each hold some of the places and wait for the rest for ever.</summary>
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
