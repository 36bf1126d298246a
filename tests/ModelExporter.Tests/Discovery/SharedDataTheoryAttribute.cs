namespace ModelExporter.Tests.Discovery;

/// <summary>A theory over real logs; skipped, and says so, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute()
    {
        if (!SharedData.IsPresent) Skip = "The data sets are not at ../shared/data, seen from the root of the repository.";
    }
}
