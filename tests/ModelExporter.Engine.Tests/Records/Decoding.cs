using System.Globalization;
using System.Text;
using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests.Records;

/// <summary>A decoder with its router: payloads in, rows and rejections out. It stays the same over payloads, and so learns their keys.</summary>
sealed class Decoding
{
    public const long Arrival = 1_700_000_000_000_000;

    readonly string[] _models;
    readonly IRecordDecoder _decoder;
    readonly byte[] _header;
    readonly RecordKinds _taken;

    public Decoding(
        string[]? models = null, string? defaultModel = null, string[]? known = null, bool flat = false, RecordKinds taken = RecordKinds.All,
        string[]? categorical = null, IRecordDecoder? decoder = null, string header = "")
    {
        _models = models ?? ["churn"];
        _taken = taken;
        _decoder = decoder ?? new NativeDecoder(flat);
        _header = Encoding.UTF8.GetBytes(header);
        Router = new RecordRouter(_models, defaultModel, known ?? [], seed: 42, categorical) { OnReject = Rejects.Add };
    }

    public RecordRouter Router { get; }

    public List<RejectReason> Rejects { get; } = [];

    /// <summary>The only row of a payload that has one.</summary>
    public static DecodedRow One(string payload) => new Decoding().Row(payload);

    /// <summary>Why the only record of a payload was rejected.</summary>
    public static RejectReason Refusal(string payload) => new Decoding().Reject(payload);

    public DecodedRow Row(string payload)
    {
        var rows = Rows(payload);
        Assert.Empty(Rejects);
        return Assert.Single(rows);
    }

    public RejectReason Reject(string payload)
    {
        Rejects.Clear();
        Assert.Empty(Rows(payload));
        return Assert.Single(Rejects);
    }

    public List<DecodedRow> Rows(string payload) => Rows(Encoding.UTF8.GetBytes(payload));

    public List<DecodedRow> Rows(ReadOnlySpan<byte> payload)
    {
        Decode(payload);
        var rows = new List<DecodedRow>();
        for (int model = 0; model < _models.Length; model++)
        {
            if (!Router.TryTake(model, out var batch)) continue;
            foreach (ref readonly var row in batch.Rows) rows.Add(Describe(batch, row, _models[model]));
            batch.Release();
        }
        return rows;
    }

    /// <summary>Leaves the rows in their batches.</summary>
    public void Decode(ReadOnlySpan<byte> payload) => _decoder.Decode(payload, new PayloadContext(Arrival, _taken) { Header = _header }, Router);

    static DecodedRow Describe(RecordBatch batch, in RecordRow row, string model)
    {
        bool named = row.ScoresByName;
        return new DecodedRow
        {
            Model = model,
            Row = row,
            Version = Text(batch, row.Version),
            Predicted = Text(batch, row.Predicted),
            Score = Text(batch, row.Score),
            Value = Text(batch, row.Value),
            Label = Text(batch, row.Label),
            Features = string.Join(' ', batch.FeaturesOf(row).ToArray().Select(v => $"{Name(batch, v)}={Text(batch, v)}")),
            Scores = string.Join(' ', batch.ScoresOf(row).ToArray().Select(v => $"{(named ? Name(batch, v) : v.Slot.ToString(CultureInfo.InvariantCulture))}={Text(batch, v)}")),
        };
    }

    static string Name(RecordBatch batch, RecordValue value) => Encoding.UTF8.GetString(batch.Slots[value.Slot]);

    static string Text(RecordBatch batch, RecordValue value) => value.Kind switch
    {
        ValueKind.Absent => "-",
        ValueKind.Missing => "null",
        ValueKind.Number => value.Number.ToString("R", CultureInfo.InvariantCulture),
        ValueKind.Boolean => value.Boolean ? "true" : "false",
        ValueKind.Text => $"\"{Encoding.UTF8.GetString(batch.TextOf(value))}\"",
        _ => "composite",
    };
}
