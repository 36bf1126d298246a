using ModelExporter.Engine.Records;

namespace ModelExporter.Sources;

/// <summary>For every reason the first record that was rejected for it, masked: enough to see what is wrong with it, and nothing of what it says. Any thread.</summary>
public sealed class RejectExamples
{
    readonly string?[] _examples = new string?[Enum.GetValues<RejectReason>().Length];

    public string? Of(RejectReason reason) => Volatile.Read(ref _examples[(int)reason]);

    public void Note(RejectReason reason, ReadOnlySpan<byte> record)
    {
        if (_examples[(int)reason] is null) Volatile.Write(ref _examples[(int)reason], MaskedText.Of(record));
    }
}
