namespace ModelExporter.Engine.Monitoring.State;

/// <summary>A state that was saved, by section.</summary>
public interface ISavedState
{
    /// <summary>Finds a section; null = there is none of that name. One is read at a time.</summary>
    SavedSection? Find(string name);
}
