using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace ModelExporter.Demo;

/// <summary>Writes predictions and labels as a model server would, a JSON object each.</summary>
sealed class LogWriter : IDisposable
{
    readonly ILogTarget _target;
    readonly ArrayBufferWriter<byte> _line = new();
    readonly Utf8JsonWriter _json;

    /// <param name="target">Where they go; it is disposed of with this.</param>
    public LogWriter(ILogTarget target)
    {
        _target = target;
        _json = new Utf8JsonWriter(_line);
    }

    /// <summary>Records written so far.</summary>
    public long Records { get; private set; }

    public void WritePrediction(string model, string id, DateTime time, Case @case)
    {
        Begin(model, id, time);
        _json.WriteString("version"u8, @case.Version);
        _json.WriteStartObject("features"u8);
        foreach (var feature in @case.Features)
        {
            if (feature.Number is { } number) _json.WriteNumber(feature.Name, number);
            else _json.WriteString(feature.Name, feature.Text);
        }
        _json.WriteEndObject();
        _json.WriteStartObject("prediction"u8);
        if (@case.Label is { } label) _json.WriteString("label"u8, label);
        if (@case.Score is { } score) _json.WriteNumber("score"u8, score);
        if (@case.Value is { } value) _json.WriteNumber("value"u8, value);
        if (@case.Scores.Length > 0)
        {
            _json.WriteStartObject("scores"u8);
            foreach (var (name, probability) in @case.Scores) _json.WriteNumber(name, probability);
            _json.WriteEndObject();
        }
        _json.WriteEndObject();
        _json.WriteNumber("latency_ms"u8, @case.LatencyMilliseconds);
        End();
        _target.Prediction(model, id, _line.WrittenSpan);
    }

    public void WriteLabel(string model, string id, DateTime time, Case @case)
    {
        Begin(model, id, time);
        if (@case.TrueValue is { } value) _json.WriteNumber("label"u8, value);
        else _json.WriteString("label"u8, @case.TrueLabel);
        End();
        _target.Label(model, id, _line.WrittenSpan);
    }

    /// <exception cref="IOException">It did not get to where it goes.</exception>
    public void Flush() => _target.Flush();

    public void Dispose()
    {
        _target.Dispose();
        _json.Dispose();
    }

    void Begin(string model, string id, DateTime time)
    {
        _line.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("id"u8, id);
        _json.WriteString("ts"u8, time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        _json.WriteString("model"u8, model);
    }

    void End()
    {
        _json.WriteEndObject();
        _json.Flush();
        Records++;
    }
}
