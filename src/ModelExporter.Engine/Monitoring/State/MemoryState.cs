namespace ModelExporter.Engine.Monitoring.State;

/// <summary>A state that goes from one monitor to the next in the same process.</summary>
public sealed class MemoryState(IEnumerable<StateSection> sections) : ISavedState
{
    readonly Dictionary<string, StateSection> _sections = sections.ToDictionary(s => s.Name);

    public SavedSection? Find(string name)
    {
        // Taken out: a section can be written once, and a large one need not stay in memory.
        if (!_sections.Remove(name, out var section)) return null;
        var content = new MemoryStream(checked((int)section.Length));
        section.Write(content);
        content.Position = 0;
        return new SavedSection(section.Shape, section.Length, content);
    }
}
