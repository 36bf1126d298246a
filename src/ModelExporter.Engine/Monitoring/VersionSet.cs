using System.Text;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring.Join;
using ModelExporter.Engine.Monitoring.Outcomes;
using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Monitoring;

/// <summary>The versions of a model, numbered as the join remembers them. A version too many is <c>__other__</c>.</summary>
sealed class VersionSet(ModelConfig config, Func<string, VersionMonitor> create)
{
    const string Unnamed = "";

    readonly VersionMonitor?[] _versions = new VersionMonitor?[Math.Min(config.Limits.Versions, PendingEntry.MaxVersions - 1) + 1];
    readonly long _horizon = (long)config.Labels.Horizon.TotalMicroseconds;
    readonly long _longestWindow = (long)config.Windows.Select(w => w.Span).DefaultIfEmpty().Max().TotalMicroseconds;
    byte[] _lastName = [];
    int _last = -1;

    /// <summary>The version that a pending entry names.</summary>
    public VersionMonitor this[int number] => _versions[number]!;

    public VersionMonitor Find(RecordBatch batch, in RecordValue version, out int number)
    {
        Span<byte> room = stackalloc byte[NumberText.MaxLength];
        var name = version.Kind switch
        {
            ValueKind.Text => batch.TextOf(version),
            ValueKind.Number when double.IsFinite(version.Number) => NumberText.Write(version.Number, room),
            _ => default,
        };
        if (_last < 0 || !name.SequenceEqual(_lastName))
        {
            _last = FindOrAdd(name);
            _lastName = name.ToArray();
        }
        number = _last;
        return _versions[number]!;
    }

    /// <summary>Moves every version on, and frees the place of one that no label can reach any more.</summary>
    public void Advance(long now)
    {
        for (int i = 0; i < _versions.Length; i++)
        {
            if (_versions[i] is not { } version) continue;
            version.Advance(now);
            if (_longestWindow == 0 || now - version.LastPrediction <= Math.Max(_horizon + _horizon / 128, _longestWindow)) continue;
            if (now - version.LastLabel <= _longestWindow) continue;
            _versions[i] = null;
            _last = -1;
        }
    }

    public IEnumerable<VersionMonitor> Shown(long now) => _versions
        .OfType<VersionMonitor>()
        .Where(v => _longestWindow == 0 || now - Math.Max(v.LastPrediction, v.LastLabel) <= _longestWindow);

    int FindOrAdd(ReadOnlySpan<byte> name)
    {
        string text = name.IsEmpty ? Unnamed : name.Length <= RecordLimits.NameBytes ? Encoding.UTF8.GetString(name) : ClassMap.OtherName;
        int other = _versions.Length - 1;
        int free = -1;
        for (int i = other - 1; i >= 0; i--)
        {
            if (_versions[i]?.Name == text) return i;
            if (_versions[i] is null) free = i;
        }
        if (free < 0 || text == ClassMap.OtherName) (free, text) = (other, ClassMap.OtherName);
        _versions[free] ??= create(text);
        return free;
    }
}
