namespace ModelExporter.Tests.EndToEnd;

/// <summary>A fact about real logs; skipped, and says so, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (!SharedData.IsPresent) Skip = "The data sets are not at ../shared, seen from the root of the repository.";
    }
}
