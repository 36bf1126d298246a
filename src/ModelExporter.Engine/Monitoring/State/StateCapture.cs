namespace ModelExporter.Engine.Monitoring.State;

/// <summary>Gathers the sections of a state at one moment.</summary>
public sealed class StateCapture
{
    readonly List<StateSection> _sections = [];

    public IReadOnlyList<StateSection> Sections => _sections;

    public void Add(StateSection section) => _sections.Add(section);

    /// <summary>Adds a section that is copied now.</summary>
    public void Add(string name, string shape, Action<BinaryWriter> write)
    {
        var content = new MemoryStream();
        var writer = new BinaryWriter(content);
        write(writer);
        writer.Flush();
        byte[] bytes = content.GetBuffer();
        int length = (int)content.Length;
        _sections.Add(new StateSection(name, shape, length, to => to.Write(bytes, 0, length)));
    }
}
