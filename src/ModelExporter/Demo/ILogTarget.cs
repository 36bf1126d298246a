namespace ModelExporter.Demo;

/// <summary>Where the lines of the demo's log go.</summary>
interface ILogTarget : IDisposable
{
    void Prediction(string model, string id, ReadOnlySpan<byte> line);

    void Label(string model, string id, ReadOnlySpan<byte> line);

    /// <summary>Returns when whoever follows the log can have what was written.</summary>
    /// <exception cref="IOException">It did not get there.</exception>
    void Flush();
}
