using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ModelExporter.Statistics.Windows;

/// <summary>A window by time (<c>5m</c>, <c>24h</c>, <c>7d</c>) or by count (<c>last_1000</c>), named as it is written.</summary>
public sealed record WindowSpec(string Name, TimeSpan Span, int Count)
{
    /// <summary>A time window is the merge of this many panes, so it covers between 59/60 and all of its span.</summary>
    public const int PanesByTime = 60;

    /// <summary>A count window is the merge of this many panes, so <c>last_1000</c> holds the last 951 to 1000 records.</summary>
    public const int PanesByCount = 20;

    public bool IsByCount => Count > 0;

    /// <summary>Reads <c>30s</c>, <c>5m</c>, <c>1h</c>, <c>7d</c> (at least 1 minute, at most 400 days) or <c>last_N</c> (a multiple of 20, at most 10 million).</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WindowSpec? window)
    {
        window = null;
        if (string.IsNullOrEmpty(text)) return false;
        if (text.StartsWith("last_", StringComparison.Ordinal))
        {
            if (!int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out int count)) return false;
            if (count is < PanesByCount or > 10_000_000 || count % PanesByCount != 0) return false;
            window = new WindowSpec(text, TimeSpan.Zero, count);
            return true;
        }
        if (!int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return false;
        long seconds = text[^1] switch { 's' => 1L, 'm' => 60L, 'h' => 3_600L, 'd' => 86_400L, _ => 0L } * number;
        if (seconds is < 60 or > 400L * 86_400) return false;
        window = new WindowSpec(text, TimeSpan.FromSeconds(seconds), 0);
        return true;
    }

    public override string ToString() => Name;
}
