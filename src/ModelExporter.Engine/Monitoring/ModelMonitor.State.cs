using ModelExporter.Engine.Monitoring.State;

namespace ModelExporter.Engine.Monitoring;

public sealed partial class ModelMonitor
{
    string SectionName => $"model/{Uri.EscapeDataString(Config.Name)}";

    string Shape => ModelShape.OfModel(Config, _classes);

    string PendingShape => $"{Shape}\nscores: {_scores.Length}\npane unit: {_panes.Unit}";

    /// <summary>The state as it is now. What it copies is small; the pending table is shared, and copied part by part where it changes before it is saved.</summary>
    /// <remarks>The sections of one capture are to be written, or given up, before the next capture.</remarks>
    public IReadOnlyList<StateSection> Capture()
    {
        var capture = new StateCapture();
        capture.Add(SectionName, Shape, to =>
        {
            to.Write(_clock);
            _classes.Save(to);
            _join.SaveClock(to);
            Troubles.Save(to);
            _versions.Save(to);
        });
        foreach (var (number, version) in _versions.Numbered) version.Capture(capture, VersionName(number));
        var pending = _join.Share();
        capture.Add(new StateSection($"{SectionName}/pending", PendingShape, pending.Length, pending.Save));
        return capture.Sections;
    }

    /// <summary>Takes over what was captured, as far as it fits. Only before the first record.</summary>
    /// <returns>False = there is nothing of this model, or nothing that fits.</returns>
    public bool Restore(StateRestore state)
    {
        bool fits = state.TryRead(SectionName, Shape, from =>
        {
            _clock = from.ReadInt64();
            _classes.Restore(from);
            _join.RestoreClock(from);
            Troubles.Restore(from);
            _versions.Restore(from);
        });
        if (!fits) return false;
        foreach (var (number, version) in _versions.Numbered) version.Restore(state, VersionName(number));
        state.TryRead($"{SectionName}/pending", PendingShape, _join.Restore);
        return true;
    }

    string VersionName(int number) => $"{SectionName}/version/{number}";
}
