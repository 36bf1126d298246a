namespace ModelExporter.Sources.Kafka;

// Back-pressure: a source that has to wait goes on polling, or the group takes it for dead, and does not fetch what it cannot hold.
sealed partial class KafkaSession
{
    /// <summary>Inlets that are full for longer make it pause. Not at once: the client throws away what it has fetched then.</summary>
    static readonly TimeSpan PauseAfter = TimeSpan.FromSeconds(1);

    long _fullSince;
    bool _isPaused;

    /// <summary>Passes a moment while the inlets are full.</summary>
    void Rest(CancellationToken cancellation)
    {
        if (_fullSince == 0) _fullSince = _parts.Time.GetTimestamp();
        if (_parts.Time.GetElapsedTime(_fullSince) < PauseAfter)
        {
            cancellation.WaitHandle.WaitOne(1);
            return;
        }
        if (!_isPaused) _consumer.Pause(_consumer.Assignment);
        _isPaused = true;
        Poll(PollMilliseconds);
    }

    void Resume()
    {
        _fullSince = 0;
        if (!_isPaused) return;
        _isPaused = false;
        _consumer.Resume(_consumer.Assignment);
    }
}
