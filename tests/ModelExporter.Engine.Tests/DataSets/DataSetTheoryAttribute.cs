namespace ModelExporter.Engine.Tests.DataSets;

/// <summary>A theory over the data sets; skipped, and says so, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataSetTheoryAttribute : TheoryAttribute
{
    public DataSetTheoryAttribute()
    {
        if (!DataSet.Present) Skip = "The data sets are not at ../shared/data, seen from the root of the repository.";
    }
}
