namespace ModelExporter.Configuration.Keys;

/// <summary>Reads a number of bytes: <c>65536</c>, <c>64KiB</c>, <c>1MiB</c>.</summary>
static class SizeText
{
    public static int Parse(string text) =>
        TryParse(text, out int bytes) ? bytes : throw new FormatException($"\"{text}\" is not a size.");

    public static bool TryParse(string text, out int bytes)
    {
        var (suffix, unit) = text switch
        {
            _ when text.EndsWith("KiB", StringComparison.Ordinal) => (3, 1024L),
            _ when text.EndsWith("MiB", StringComparison.Ordinal) => (3, 1024L * 1024),
            _ => (0, 1L),
        };
        bool isSize = WholeText.TryParse(text.AsSpan(0, text.Length - suffix), out long number);
        bytes = (int)Math.Min(number * unit, int.MaxValue);
        return isSize;
    }
}
