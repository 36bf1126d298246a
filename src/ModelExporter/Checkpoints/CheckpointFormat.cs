namespace ModelExporter.Checkpoints;

/// <summary>How a checkpoint file begins and ends: eight letters, a version, a time; then sections; then a hash of all that.</summary>
static class CheckpointFormat
{
    /// <summary>To be raised with every change of what any section holds: an older release then says so instead of reading nonsense.</summary>
    public const int Version = 1;

    /// <summary>Stands before a section; what stands behind the last one is <see cref="End"/>.</summary>
    public const byte Section = 1;

    public const byte End = 0;

    public const int HashBytes = 16;

    public static ReadOnlySpan<byte> Magic => "MEXPORTR"u8;
}
