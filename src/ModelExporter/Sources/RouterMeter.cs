using ModelExporter.Engine.Records;

namespace ModelExporter.Sources;

/// <summary>Carries a router's counts over to its source's counters. One thread.</summary>
public sealed class RouterMeter(RecordRouter router, SourceCounters counters)
{
    readonly long[] _rejected = new long[router.Rejected.Length];
    long _accepted;

    public void Report()
    {
        counters.Accept(router.Accepted - _accepted);
        _accepted = router.Accepted;
        for (int i = 0; i < _rejected.Length; i++)
        {
            if (router.Rejected[i] == _rejected[i]) continue;
            counters.Reject((RejectReason)i, router.Rejected[i] - _rejected[i]);
            _rejected[i] = router.Rejected[i];
        }
    }
}
