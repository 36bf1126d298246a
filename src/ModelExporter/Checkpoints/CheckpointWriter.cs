using ModelExporter.Engine.Monitoring.State;

namespace ModelExporter.Checkpoints;

/// <summary>Writes checkpoint files, from beginning to end.</summary>
static class CheckpointWriter
{
    /// <param name="to">Where to; it is not closed.</param>
    /// <param name="sections">The sections, written in this order.</param>
    /// <param name="time">When they were captured, in microseconds since the epoch.</param>
    public static void Write(Stream to, IEnumerable<StateSection> sections, long time)
    {
        using var hashed = new HashingStream(to);
        using var writer = new BinaryWriter(hashed);
        writer.Write(CheckpointFormat.Magic);
        writer.Write(CheckpointFormat.Version);
        writer.Write(time);
        foreach (var section in sections)
        {
            writer.Write(CheckpointFormat.Section);
            writer.Write(section.Name);
            writer.Write(section.Shape);
            writer.Write(section.Length);
            section.Write(hashed);
        }
        writer.Write(CheckpointFormat.End);
        to.Write(hashed.Hash());
    }
}
