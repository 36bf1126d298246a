namespace ModelExporter.Demo;

/// <summary>Two logs in a folder, one JSON object a line: predictions and labels.</summary>
sealed class FileTarget : ILogTarget
{
    readonly FileStream _predictions;
    readonly FileStream _labels;

    /// <exception cref="IOException">A file is already there, or cannot be written.</exception>
    public FileTarget(string folder)
    {
        _predictions = Create(folder, DemoFolder.Predictions);
        _labels = Create(folder, DemoFolder.Labels);
    }

    public void Prediction(string model, string id, ReadOnlySpan<byte> line) => Write(_predictions, line);

    public void Label(string model, string id, ReadOnlySpan<byte> line) => Write(_labels, line);

    public void Flush()
    {
        _predictions.Flush();
        _labels.Flush();
    }

    public void Dispose()
    {
        _predictions.Dispose();
        _labels.Dispose();
    }

    static void Write(FileStream file, ReadOnlySpan<byte> line)
    {
        file.Write(line);
        file.WriteByte((byte)'\n');
    }

    static FileStream Create(string folder, string name) => new(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
}
