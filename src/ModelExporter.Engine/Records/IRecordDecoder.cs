namespace ModelExporter.Engine.Records;

/// <summary>Reads one payload (a line, a body, a message) into zero to many rows. Every record in it ends as a row or as a counted rejection.</summary>
public interface IRecordDecoder
{
    /// <summary>Whether it looks at the headers of messages; unless it does, they are not even copied.</summary>
    bool ReadsHeaders => false;

    void Decode(ReadOnlySpan<byte> payload, in PayloadContext context, RecordRouter rows);
}
