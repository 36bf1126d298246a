using ModelExporter.Engine.Records.Json;

namespace ModelExporter.Sources.Push;

/// <summary>Tells whether a body is one JSON document or one JSON value a line. Content types lie, so the content decides where it
/// can.</summary>
static class BodyLayout
{
    static readonly string[] LineTypes =
    [
        "application/x-ndjson",
        "application/ndjson",
        "application/jsonl",
        "application/x-jsonl",
        "application/jsonlines",
        "application/x-jsonlines",
        "application/json-lines",
        "application/stream+json",
        "application/x-json-stream",
        "text/x-ndjson",
        "text/jsonl",
    ];

    /// <summary>True if each line is a payload of its own. A document that is printed over many lines never has a first line that is whole by
    /// itself.</summary>
    /// <param name="body">The body without white space at its beginning and end.</param>
    /// <param name="contentType">The header field's value; decides only about bodies that are damaged.</param>
    public static bool IsLines(ReadOnlySpan<byte> body, string? contentType)
    {
        int end = body.IndexOf((byte)'\n');
        if (end < 0) return false;
        return IsWhole(body[..end]) || (IsLineType(contentType) && !IsWhole(body));
    }

    static bool IsWhole(ReadOnlySpan<byte> text)
    {
        var cursor = new JsonCursor(text);
        return cursor.TrySkipValue() && cursor.TryEnd();
    }

    /// <summary>True if the body is CSV, which nothing but its type can tell.</summary>
    public static bool IsCsv(string? contentType) => NameOf(contentType).Equals("text/csv", StringComparison.OrdinalIgnoreCase);

    static bool IsLineType(string? contentType)
    {
        var name = NameOf(contentType);
        foreach (string type in LineTypes)
            if (name.Equals(type, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    static ReadOnlySpan<char> NameOf(string? contentType)
    {
        var name = contentType.AsSpan();
        int parameters = name.IndexOf(';');
        return (parameters >= 0 ? name[..parameters] : name).Trim();
    }
}
