namespace ModelExporter.Configuration.Keys;

/// <summary>Reads a duration: a whole number of <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>.</summary>
static class DurationText
{
    public static TimeSpan Parse(string text) =>
        TryParse(text, out var duration) ? duration : throw new FormatException($"\"{text}\" is not a duration.");

    public static bool TryParse(string text, out TimeSpan duration)
    {
        long unit = text.Length == 0 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3_600, 'd' => 86_400, _ => 0 };
        duration = default;
        if (unit == 0 || !WholeText.TryParse(text.AsSpan(0, text.Length - 1), out long number)) return false;
        duration = TimeSpan.FromSeconds(Math.Min(number * unit, WholeText.Largest / 2));
        return true;
    }
}
