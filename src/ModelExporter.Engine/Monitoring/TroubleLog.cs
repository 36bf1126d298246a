namespace ModelExporter.Engine.Monitoring;

/// <summary>Since when what is wrong with a model has been wrong. It belongs to the state, so a reload does not make old troubles young.</summary>
public sealed class TroubleLog
{
    // Longer ago than this, nobody knows when in between it began.
    static readonly long LongestGap = (long)TimeSpan.FromHours(1).TotalMicroseconds;

    readonly Dictionary<Trouble, State> _states = [];

    /// <summary>Notes whether a trouble is there now.</summary>
    /// <param name="trouble">What is wrong, and where.</param>
    /// <param name="isThere">Whether it is; null = too little is known to say.</param>
    /// <param name="now">The model's time, in microseconds since the epoch.</param>
    /// <returns>When it was first seen, if it is there and was not the last time; null = it is not there, or it is not known since when.</returns>
    public long? Note(Trouble trouble, bool? isThere, long now)
    {
        if (isThere is not { } there)
        {
            _states.Remove(trouble);
            return null;
        }
        bool isKnown = _states.TryGetValue(trouble, out var before);
        if (!there)
        {
            _states[trouble] = new State(IsThere: false, now);
            return null;
        }
        if (isKnown && before.IsThere) return before.Time;
        long? since = isKnown && now - before.Time <= LongestGap ? now : null;
        _states[trouble] = new State(IsThere: true, since);
        return since;
    }

    /// <summary>Forgets versions that are no longer there.</summary>
    public void Keep(IReadOnlySet<string> versions)
    {
        foreach (var trouble in _states.Keys.Where(t => !versions.Contains(t.Version)).ToList()) _states.Remove(trouble);
    }

    internal void Save(BinaryWriter to)
    {
        to.Write(_states.Count);
        foreach (var (trouble, state) in _states)
        {
            to.Write(trouble.Version);
            to.Write(trouble.Window);
            to.Write(trouble.Feature ?? "");
            to.Write(trouble.Figure ?? "");
            to.Write(state.IsThere);
            to.Write(state.Time ?? long.MinValue);
        }
    }

    internal void Restore(BinaryReader from)
    {
        for (int left = from.ReadInt32(); left > 0; left--)
        {
            var trouble = new Trouble(from.ReadString(), from.ReadString(), TextOrNull(from.ReadString()), TextOrNull(from.ReadString()));
            _states[trouble] = new State(from.ReadBoolean(), from.ReadInt64() is > long.MinValue and var time ? time : null);
        }
    }

    static string? TextOrNull(string text) => text.Length == 0 ? null : text;

    /// <param name="IsThere">Whether the trouble is there.</param>
    /// <param name="Time">Since when, if it is; else when it was last seen not to be.</param>
    readonly record struct State(bool IsThere, long? Time);
}
