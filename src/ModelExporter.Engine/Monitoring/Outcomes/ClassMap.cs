using System.Buffers.Text;
using System.Globalization;
using System.Text;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Monitoring.Outcomes;

/// <summary>Numbers a model's classes. <c>1</c>, <c>1.0</c>, <c>"1"</c> and <c>true</c> are one class; a class too many is <c>__other__</c>.</summary>
sealed class ClassMap
{
    public const string OtherName = "__other__";

    /// <summary>What a value that cannot be a class resolves to.</summary>
    public const int Invalid = -1;

    readonly Utf8Index _spellings = new();
    readonly List<int> _classOfSpelling = [];
    readonly string?[] _names;
    int _next;

    public ClassMap(ModelConfig config, IReadOnlyList<string> baselineClasses)
    {
        if (config.Task == TaskKind.Binary)
        {
            _names = new string?[BinaryLayout.Classes];
            string? negative = config.NegativeLabel
                ?? baselineClasses.FirstOrDefault(c => !Same(c, config.PositiveLabel) && c != OtherName)
                ?? UsualOpposite(config.PositiveLabel);
            Name(BinaryLayout.Positive, config.PositiveLabel);
            if (negative is not null) Name(BinaryLayout.Negative, negative);
            _next = negative is null ? BinaryLayout.Negative : BinaryLayout.Other;
        }
        else
        {
            var known = config.Classes.Count > 0 ? config.Classes : baselineClasses.Where(c => c != OtherName).Take(config.Limits.Classes).ToList();
            int capacity = config.Classes.Count > 0 ? known.Count : config.Limits.Classes;
            _names = new string?[capacity + 1];
            foreach (string name in known) Name(_next++, name);
        }
        Given = [.. _names];
        Name(Other, OtherName);
        // Only now: "true" is another way to write "1" unless it is a class of its own.
        for (int @class = 0; @class < _names.Length; @class++) AddAliases(@class);
    }

    /// <summary>The names that were known from the start.</summary>
    public IReadOnlyList<string?> Given { get; }

    /// <summary>How many classes there can be, <c>__other__</c> included.</summary>
    public int Capacity => _names.Length;

    public int Other => _names.Length - 1;

    /// <summary>The name of a class; null while it has not been seen.</summary>
    public string? this[int @class] => _names[@class];

    /// <summary>The class of a value; <see cref="Invalid"/> if it is no scalar.</summary>
    public int Resolve(RecordBatch batch, in RecordValue value)
    {
        switch (value.Kind)
        {
            case ValueKind.Number when double.IsFinite(value.Number):
                Span<byte> digits = stackalloc byte[NumberText.MaxLength];
                return Resolve(NumberText.Write(value.Number, digits));
            case ValueKind.Boolean:
                return Resolve(value.Boolean ? "true"u8 : "false"u8);
            case ValueKind.Text when value.TextLength <= RecordLimits.NameBytes:
                return Resolve(batch.TextOf(value));
            case ValueKind.Text:
                return Other;
            default:
                return Invalid;
        }
    }

    public int Resolve(ReadOnlySpan<byte> text)
    {
        int spelling = _spellings.Find(text);
        return spelling >= 0 ? _classOfSpelling[spelling] : ResolveNew(text);
    }

    /// <summary>The class of a name that may be new: a number is spelt the short way first.</summary>
    int ResolveNew(scoped ReadOnlySpan<byte> text)
    {
        Span<byte> digits = stackalloc byte[NumberText.MaxLength];
        text = text.Trim((byte)' ');
        if (Utf8Parser.TryParse(text, out double number, out int read) && read == text.Length && double.IsFinite(number)) text = NumberText.Write(number, digits);
        int spelling = _spellings.Find(text);
        if (spelling >= 0) return _classOfSpelling[spelling];
        if (_next >= Other || text.IsEmpty) return Other;
        Name(_next, Encoding.UTF8.GetString(text));
        AddAliases(_next);
        int added = _next++;
        if (_names.Length == BinaryLayout.Classes && _next == BinaryLayout.Positive) _next = BinaryLayout.Other;
        return added;
    }

    /// <summary>Writes the names that were seen.</summary>
    public void Save(BinaryWriter to)
    {
        to.Write(_next);
        to.Write(_names.Length);
        foreach (string? name in _names) to.Write(name ?? "");
    }

    /// <summary>Reads names that were seen before, into a map that was given the same ones at its start.</summary>
    public void Restore(BinaryReader from)
    {
        int next = from.ReadInt32();
        int capacity = from.ReadInt32();
        if (capacity != Capacity || next < 0 || next > Other) throw new InvalidDataException($"class {next} of {capacity}");
        string[] names = [.. Enumerable.Range(0, capacity).Select(_ => from.ReadString())];
        for (int @class = 0; @class < capacity; @class++)
        {
            if (names[@class].Length == 0 || _names[@class] is not null) continue;
            Name(@class, names[@class]);
            AddAliases(@class);
        }
        _next = next;
    }

    void Name(int @class, string name)
    {
        _names[@class] = name;
        AddSpelling(@class, name);
    }

    void AddAliases(int @class)
    {
        if (_names[@class] is not { } name) return;
        foreach (string spelling in Spellings(name)) AddSpelling(@class, spelling);
    }

    void AddSpelling(int @class, string spelling)
    {
        if (_spellings.Find(spelling) >= 0) return;
        _spellings.Add(spelling);
        _classOfSpelling.Add(@class);
    }

    static IEnumerable<string> Spellings(string name)
    {
        yield return name;
        if (double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
        {
            yield return Spell(number);
            if (number == 1) foreach (string word in new[] { "true", "True", "TRUE" }) yield return word;
            if (number == 0) foreach (string word in new[] { "false", "False", "FALSE" }) yield return word;
        }
        else if (bool.TryParse(name, out bool truth))
        {
            string word = truth ? "true" : "false";
            yield return word;
            yield return truth ? "True" : "False";
            yield return word.ToUpperInvariant();
            yield return truth ? "1" : "0";
        }
    }

    static bool Same(string a, string b) => Spellings(a).Intersect(Spellings(b)).Any();

    static string? UsualOpposite(string positive) => Same(positive, "1") ? bool.TryParse(positive, out _) ? "false" : "0" : null;

    static string Spell(double number)
    {
        Span<byte> digits = stackalloc byte[NumberText.MaxLength];
        return Encoding.UTF8.GetString(NumberText.Write(number, digits));
    }
}
