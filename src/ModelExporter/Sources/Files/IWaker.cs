namespace ModelExporter.Sources.Files;

/// <summary>Ends the wait between two rounds of a tail: something changed, or it is time to look.</summary>
interface IWaker : IDisposable
{
    /// <summary>Says which directories matter from now on.</summary>
    void Watch(IReadOnlySet<string> directories);

    Task WaitAsync(TimeSpan atMost, CancellationToken cancellation);
}
