using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace ModelExporter.Demo;

/// <summary>Writes predictions and labels as a model server would, one JSON object a line, to a file each.</summary>
sealed class LogWriter : IDisposable
{
    readonly FileStream _predictions;
    readonly FileStream _labels;
    readonly ArrayBufferWriter<byte> _line = new();
    readonly Utf8JsonWriter _json;

    /// <exception cref="IOException">A file is already there, or cannot be written.</exception>
    public LogWriter(string folder)
    {
        _predictions = Create(folder, DemoFolder.Predictions);
        _labels = Create(folder, DemoFolder.Labels);
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
        End(_predictions);
    }

    public void WriteLabel(string model, string id, DateTime time, Case @case)
    {
        Begin(model, id, time);
        if (@case.TrueValue is { } value) _json.WriteNumber("label"u8, value);
        else _json.WriteString("label"u8, @case.TrueLabel);
        End(_labels);
    }

    public void Flush()
    {
        _predictions.Flush();
        _labels.Flush();
    }

    public void Dispose()
    {
        _predictions.Dispose();
        _labels.Dispose();
        _json.Dispose();
    }

    static FileStream Create(string folder, string name) => new(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1 << 16);

    void Begin(string model, string id, DateTime time)
    {
        _line.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("id"u8, id);
        _json.WriteString("ts"u8, time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        _json.WriteString("model"u8, model);
    }

    void End(FileStream file)
    {
        _json.WriteEndObject();
        _json.Flush();
        _line.Write("\n"u8);
        file.Write(_line.WrittenSpan);
        Records++;
    }
}
