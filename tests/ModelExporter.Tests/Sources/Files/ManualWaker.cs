using ModelExporter.Sources.Files;

namespace ModelExporter.Tests.Sources.Files;

/// <summary>Lets a test run a tail round by round.</summary>
sealed class ManualWaker : IWaker
{
    readonly SemaphoreSlim _idle = new(0);
    readonly SemaphoreSlim _go = new(0);

    public IReadOnlySet<string> Watched { get; private set; } = new HashSet<string>();

    public void Watch(IReadOnlySet<string> directories) => Watched = directories.ToHashSet();

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        _idle.Release();
        await _go.WaitAsync(cancellation);
    }

    /// <summary>Pulls the string.</summary>
    public void Wake() => _go.Release();

    /// <summary>Ends when the tail has done its round and waits.</summary>
    public Task IdleAsync() => _idle.WaitAsync();

    public void Dispose()
    {
    }
}
