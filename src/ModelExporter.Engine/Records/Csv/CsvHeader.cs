using System.Text;
using System.Text.Unicode;

namespace ModelExporter.Engine.Records.Csv;

/// <summary>The first line of a CSV file: what each column is.</summary>
sealed class CsvHeader
{
    static readonly Dictionary<string, CsvRole> KnownNames = NewKnownNames();

    readonly byte[] _line;

    CsvHeader(ReadOnlySpan<byte> line, CsvColumn[] columns, string? problem)
    {
        _line = line.ToArray();
        Columns = columns;
        Problem = problem;
    }

    /// <summary>Of a file whose header is not known.</summary>
    public static CsvHeader None { get; } = new([], [], "there is no header");

    public CsvColumn[] Columns { get; }

    /// <summary>Why no record can be read by it; null = nothing speaks against it.</summary>
    public string? Problem { get; }

    public static CsvHeader Read(ReadOnlySpan<byte> line, ColumnNames names, RecordRouter rows)
    {
        line = CsvCursor.Trim(line);
        if (line.IsEmpty) return None;
        if (!Utf8.IsValid(line)) return new CsvHeader(line, [], "the header is not valid UTF-8");
        var columns = new List<CsvColumn>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var cursor = new CsvCursor(line);
        while (cursor.TryRead())
        {
            string name = cursor.Text();
            // Frames are often written with their index, whose column has no name.
            if (name.Length == 0) columns.Add(default);
            else if (!seen.Add(name)) return new CsvHeader(line, [], $"the header names column \"{name}\" twice");
            else columns.Add(ColumnOf(name, names, rows));
        }
        return cursor.Failed ? new CsvHeader(line, [], "a quote in the header is not closed") : new CsvHeader(line, [.. columns], null);
    }

    /// <summary>Whether a line is the header again: at the beginning of its file, and where files were put together.</summary>
    public bool Is(ReadOnlySpan<byte> line) => line.SequenceEqual(_line);

    static CsvColumn ColumnOf(string name, ColumnNames names, RecordRouter rows)
    {
        var role = RoleOf(name, names);
        string feature = name;
        if (role == CsvRole.Feature && names.Features is null) (role, feature) = Split(name);
        if (role is not (CsvRole.Feature or CsvRole.ClassScore)) return new CsvColumn(role);
        ushort slot = rows.Slots.Add(Encoding.UTF8.GetBytes(feature));
        return new CsvColumn(role == CsvRole.Feature && rows.IsCategorical(slot) ? CsvRole.Category : role, slot);
    }

    static CsvRole RoleOf(string name, ColumnNames names)
    {
        foreach (var (role, column) in names.Roles)
            if (column == name) return KnownNames[role];
        if (names.Features is { } features && features.Contains(name)) return CsvRole.Feature;
        // A role that was given a column has no other.
        var known = KnownNames.GetValueOrDefault(name, CsvRole.Feature);
        if (names.Roles.Keys.Any(role => KnownNames[role] == known)) known = CsvRole.Feature;
        return known == CsvRole.Feature && names.Features is not null ? CsvRole.None : known;
    }

    /// <summary>Columns that were nested once: <c>features.age</c>, <c>scores.yes</c>.</summary>
    static (CsvRole Role, string Name) Split(string name)
    {
        foreach (var (prefix, role) in Prefixes)
            if (name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal)) return (role, name[prefix.Length..]);
        return (CsvRole.Feature, name);
    }

    static (string Prefix, CsvRole Role)[] Prefixes { get; } =
    [
        ("features.", CsvRole.Feature),
        ("prediction.scores.", CsvRole.ClassScore),
        ("scores.", CsvRole.ClassScore),
        ("segments.", CsvRole.None),
        ("attributions.", CsvRole.None),
    ];

    static Dictionary<string, CsvRole> NewKnownNames()
    {
        var names = NativeFields.Names.ToDictionary(n => n.Name, n => n.Field switch
        {
            NativeField.Id => CsvRole.Id,
            NativeField.Time => CsvRole.Time,
            NativeField.Model => CsvRole.Model,
            NativeField.Version => CsvRole.Version,
            NativeField.Prediction => CsvRole.Prediction,
            NativeField.Score => CsvRole.Score,
            NativeField.Label => CsvRole.Label,
            NativeField.LatencyMilliseconds => CsvRole.LatencyMilliseconds,
            // What is an object in JSON has a column for each of its keys here.
            _ => CsvRole.None,
        });
        names.Add("prediction.label", CsvRole.Prediction);
        names.Add("prediction.score", CsvRole.Score);
        names.Add("prediction.value", CsvRole.Value);
        return names;
    }
}
