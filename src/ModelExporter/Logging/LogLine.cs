namespace ModelExporter.Logging;

/// <summary>One line as it is put together.</summary>
abstract class LogLine : IDisposable
{
    /// <summary>Adds a text, of which no character can end the value or the line.</summary>
    public abstract void Text(string key, string value);

    /// <summary>Adds a number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    public abstract void Literal(string key, string value);

    /// <summary>Writes the line and its end.</summary>
    public abstract void WriteTo(TextWriter writer);

    public abstract void Dispose();
}
