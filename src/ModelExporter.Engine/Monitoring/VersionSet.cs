using System.Text;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring.Join;
using ModelExporter.Engine.Monitoring.Outcomes;
using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Monitoring;

/// <summary>The versions of a model, numbered as the join remembers them. A version too many is <c>__other__</c>.</summary>
sealed class VersionSet(ModelConfig config, Func<string, VersionMonitor> create)
{
    readonly VersionMonitor?[] _versions = new VersionMonitor?[Math.Min(config.Limits.Versions, PendingEntry.MaxVersions - 1) + 1];
    readonly byte[][] _names = new byte[Math.Min(config.Limits.Versions, PendingEntry.MaxVersions - 1) + 1][];
    readonly long _horizon = (long)config.Labels.Horizon.TotalMicroseconds;
    readonly long _longestWindow = (long)config.Windows.Select(w => w.Span).DefaultIfEmpty().Max().TotalMicroseconds;
    int _last;

    /// <summary>The version that a pending entry names.</summary>
    public VersionMonitor this[int number] => _versions[number]!;

    int Other => _versions.Length - 1;

    public VersionMonitor Find(RecordBatch batch, in RecordValue version, long now, out int number)
    {
        Span<byte> room = stackalloc byte[NumberText.MaxLength];
        var name = version.Kind switch
        {
            ValueKind.Text => batch.TextOf(version),
            ValueKind.Number when double.IsFinite(version.Number) => NumberText.Write(version.Number, room),
            _ => default,
        };
        if (!IsNamed(_last, name)) _last = FindOrAdd(name, now);
        number = _last;
        return _versions[number]!;
    }

    public void Advance(long now)
    {
        foreach (var version in _versions) version?.Advance(now);
    }

    /// <summary>Frees the place of a version that is no longer shown and whose predictions no label can reach any more.</summary>
    public bool TryFree(long now, out int number)
    {
        for (number = 0; number < _versions.Length; number++)
        {
            if (_versions[number] is not { } version || _longestWindow == 0) continue;
            if (now - version.LastSeen <= Math.Max(_horizon, _longestWindow)) continue;
            _versions[number] = null;
            return true;
        }
        return false;
    }

    /// <summary>The versions with their numbers.</summary>
    public IEnumerable<(int Number, VersionMonitor Version)> Numbered => _versions.Index().Where(v => v.Item is not null).Select(v => (v.Index, v.Item!));

    /// <summary>Writes which versions there are.</summary>
    public void Save(BinaryWriter to)
    {
        var numbered = Numbered.ToList();
        to.Write(numbered.Count);
        foreach (var (number, version) in numbered)
        {
            to.Write(number);
            to.Write(version.Name);
            to.Write(version.LastSeen);
        }
    }

    /// <summary>Makes the versions that there were; their state follows.</summary>
    public void Restore(BinaryReader from)
    {
        for (int left = from.ReadInt32(); left > 0; left--)
        {
            int number = from.ReadInt32();
            if ((uint)number >= (uint)_versions.Length) throw new InvalidDataException($"version {number}");
            Add(number, from.ReadString(), from.ReadInt64());
        }
    }

    public IEnumerable<VersionMonitor> Shown(long now) => _versions
        .OfType<VersionMonitor>()
        .Where(v => _longestWindow == 0 || now - v.LastSeen <= _longestWindow);

    bool IsNamed(int number, ReadOnlySpan<byte> name) => _versions[number] is not null && name.SequenceEqual(_names[number]);

    int FindOrAdd(ReadOnlySpan<byte> name, long now)
    {
        int free = Other;
        for (int i = Other - 1; i >= 0; i--)
        {
            if (IsNamed(i, name)) return i;
            if (_versions[i] is null) free = i;
        }
        if (name.Length > RecordLimits.NameBytes || name.SequenceEqual("__other__"u8)) free = Other;
        if (_versions[free] is null) Add(free, free == Other ? ClassMap.OtherName : Encoding.UTF8.GetString(name), now);
        return free;
    }

    void Add(int number, string name, long now)
    {
        var version = create(name);
        version.LastSeen = now;
        version.Advance(now);
        _versions[number] = version;
        _names[number] = Encoding.UTF8.GetBytes(name);
    }
}
