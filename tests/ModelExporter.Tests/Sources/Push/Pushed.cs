using System.Text;
using ModelExporter.Engine.Records;
using ModelExporter.Sources;
using ModelExporter.Sources.Push;

namespace ModelExporter.Tests.Sources.Push;

/// <summary>A reader of bodies for one model, and what came of them.</summary>
sealed class Pushed
{
    readonly RecordRouter _rows = new(["churn"], null, [], 17);
    readonly PushReader _reader;

    public Pushed() => _reader = new PushReader(_rows, new RejectExamples());

    /// <summary>The scores of the rows, in the order they were taken; the tests know records by them.</summary>
    public List<double> Scores { get; } = [];

    public List<int> Drained { get; } = [];

    public PushResult Read(string body, string? contentType = null) => Read(Encoding.UTF8.GetBytes(body), contentType);

    public PushResult Read(byte[] body, string? contentType = null)
    {
        _reader.Begin(body, contentType, new PayloadContext(ArrivalTime: 1_700_000_000_000_000));
        while (_reader.Read()) Drain();
        Drain();
        return _reader.Result;
    }

    void Drain()
    {
        if (!_rows.TryTake(0, out var batch)) return;
        Drained.Add(batch.Count);
        foreach (ref readonly var row in batch.Rows) Scores.Add(row.Score.Number);
        batch.Release();
    }
}
