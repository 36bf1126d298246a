namespace ModelExporter.Engine.Monitoring.State;

/// <summary>Takes from a saved state the sections that fit, and says which do not.</summary>
public sealed class StateRestore(ISavedState saved)
{
    readonly List<StateDrop> _drops = [];

    /// <summary>The sections that were there and do not fit.</summary>
    public IReadOnlyList<StateDrop> Drops => _drops;

    /// <summary>Reads a section into its place.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shape">The shape that it must have.</param>
    /// <param name="read">Reads it, all of it. What it throws of an unfit content costs this section alone.</param>
    /// <returns>False = there is none, or it does not fit.</returns>
    public bool TryRead(string name, string shape, Action<BinaryReader> read)
    {
        if (saved.Find(name) is not { } section) return false;
        if (section.Shape != shape)
        {
            Drop(name, Difference(section.Shape, shape));
            return false;
        }
        try
        {
            long end = section.Content.Position + section.Length;
            read(new BinaryReader(section.Content));
            return section.Content.Position == end ? true : throw new InvalidDataException("it is of another length");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException)
        {
            Drop(name, $"its content cannot be read: {e.Message}");
            return false;
        }
    }

    void Drop(string name, string reason) => _drops.Add(new StateDrop(name, reason));

    static string Difference(string saved, string wanted)
    {
        var (was, now) = (saved.Split('\n'), wanted.Split('\n'));
        string[] changes = [.. was.Zip(now).Where(line => line.First != line.Second).Select(line => $"it was made under {line.First}, which is now {line.Second}")];
        return changes.Length > 0 ? string.Join("; ", changes) : "it was made by another release";
    }
}
