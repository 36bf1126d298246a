using System.Text;
using ModelExporter.Engine.Records;

namespace ModelExporter.Discovery;

/// <summary>What was seen of one feature.</summary>
sealed class ColumnSurvey(string name)
{
    /// <summary>More are not looked at: what is nearly all distinct by then is so for good.</summary>
    const int MostValues = 20_000;

    readonly Dictionary<string, int> _counts = [];
    double _last = double.NegativeInfinity;

    public string Name { get; } = name;

    public int Numbers { get; private set; }

    public int Texts { get; private set; }

    public int Booleans { get; private set; }

    /// <summary>Objects and lists.</summary>
    public int Composites { get; private set; }

    /// <summary>Values that say something.</summary>
    public int Values => Numbers + Texts + Booleans;

    /// <summary>Numbers without a fraction.</summary>
    public int Whole { get; private set; }

    /// <summary>Numbers that are larger than the one before.</summary>
    public int Rising { get; private set; }

    public double Least { get; private set; } = double.PositiveInfinity;

    public double Largest { get; private set; } = double.NegativeInfinity;

    /// <summary>Texts of four words or more.</summary>
    public int Sentences { get; private set; }

    /// <summary>Texts that are numbers.</summary>
    public int NumbersAsText { get; private set; }

    /// <summary>Texts that are moments.</summary>
    public int Moments { get; private set; }

    /// <summary>How often each value came.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    public int Distinct => _counts.Count;

    public void Add(RecordBatch batch, in RecordValue value)
    {
        if (value.Kind == ValueKind.Composite) Composites++;
        if (Values >= MostValues || ScalarText.Of(batch, value) is not { } text) return;
        _counts[text] = _counts.GetValueOrDefault(text) + 1;
        switch (value.Kind)
        {
            case ValueKind.Number:
                AddNumber(value.Number);
                break;
            case ValueKind.Boolean:
                Booleans++;
                break;
            default:
                AddText(text);
                break;
        }
    }

    void AddNumber(double number)
    {
        Numbers++;
        if (number == Math.Floor(number)) Whole++;
        if (number > _last) Rising++;
        _last = number;
        (Least, Largest) = (Math.Min(Least, number), Math.Max(Largest, number));
    }

    void AddText(string text)
    {
        Texts++;
        if (text.Count(c => c == ' ') >= 3) Sentences++;
        if (ScalarText.TryNumber(text, out _)) NumbersAsText++;
        else if (Timestamps.TryParse(Encoding.UTF8.GetBytes(text), out _)) Moments++;
    }
}
