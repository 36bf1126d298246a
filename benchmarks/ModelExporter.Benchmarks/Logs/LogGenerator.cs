namespace ModelExporter.Benchmarks.Logs;

/// <summary>An endless log of a fraud model: 2,000 predictions a second, and labels of four in five, 10,000 to 50,000 predictions late. The same seed writes the same bytes.</summary>
public sealed class LogGenerator(LogForm form, string model = LogGenerator.DefaultModel, int seed = 42)
{
    public const string DefaultModel = "fraud-scoring";
    public const string Positive = "fraud";
    public const string Negative = "ok";

    const long TicksPerPrediction = TimeSpan.TicksPerSecond / 2000;

    static readonly DateTime Start = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    readonly LogText _text = new(form);
    readonly LogRandom _random = new(seed);
    readonly PriorityQueue<(Guid Id, bool Fraud), long> _labels = new();
    long _written;

    /// <summary>The time of the next prediction.</summary>
    public DateTime Time => Start.AddTicks(_written * TicksPerPrediction);

    /// <summary>The next records, valid until the next call.</summary>
    public ReadOnlyMemory<byte> Next(int predictions)
    {
        _text.Clear();
        for (int i = 0; i < predictions; i++, _written++)
        {
            WritePrediction();
            while (_labels.TryPeek(out var label, out long due) && due <= _written)
            {
                WriteLabel(label.Id, label.Fraud);
                _labels.Dequeue();
            }
        }
        return _text.Bytes;
    }

    void WritePrediction()
    {
        var id = _random.NewId();
        bool fraud = _random.Share() < 0.08;
        double score = 1 / (1 + Math.Exp(-(1.2 * _random.Normal() + (fraud ? 1.6 : -2.2))));
        _text.Open();
        _text.Text("id", id.ToString());
        _text.Time("ts", Now());
        _text.Text("model", model);
        _text.Text("version", _random.Below(10) == 0 ? "2026.02.2" : "2026.02.1");
        WriteFeatures();
        _text.Open("prediction");
        _text.Text("label", score > 0.5 ? Positive : Negative);
        _text.Number("score", score, 6);
        _text.Close();
        _text.Close();
        _text.EndLine();
        if (_random.Below(10) < 8) _labels.Enqueue((id, fraud), _written + 10_000 + _random.Below(40_000));
    }

    /// <summary>One record in a hundred has a null, one in a hundred lacks a feature.</summary>
    void WriteFeatures()
    {
        int empty = _random.Below(100 * NumericFeature.All.Count);
        int omitted = _random.Below(100 * NumericFeature.All.Count);
        _text.Open("features");
        for (int i = 0; i < NumericFeature.All.Count; i++)
        {
            var feature = NumericFeature.All[i];
            double value = feature.Draw(_random);
            if (i == omitted) continue;
            if (i == empty) _text.Null(feature.Name);
            else _text.Number(feature.Name, value, feature.Decimals);
        }
        foreach (var feature in CategoricalFeature.All) _text.Text(feature.Name, feature.Draw(_random));
        _text.Close();
    }

    void WriteLabel(Guid id, bool fraud)
    {
        _text.Open();
        _text.Text("id", id.ToString());
        _text.Time("ts", Now());
        _text.Text("label", fraud ? Positive : Negative);
        _text.Close();
        _text.EndLine();
    }

    DateTime Now() => Time.AddTicks(_random.Below(4000));
}
