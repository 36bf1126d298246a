using ModelExporter.Engine.Records;
using ModelExporter.Engine.Records.Csv;

namespace ModelExporter.Configuration.Keys;

/// <summary>The table of the keys that say which columns of a CSV log are what.</summary>
static class ColumnKeys
{
    static readonly ScalarType<string> Column = Scalars.Text(RecordLimits.NameBytes);

    static readonly IReadOnlyList<Key<ColumnNames>> All =
    [
        .. ColumnNames.AllRoles.Select(role => Key<ColumnNames>.Of(role, Column, null,
            $"The column that {role} is read from; without it the one of that name, or of an alias.",
            (c, column) => c with { Roles = new Dictionary<string, string>(c.Roles) { [role] = column } }).Example(role)),
        Key<ColumnNames>.Of("features", new ListType<string>(Column, 0, RecordLimits.FeaturesPerRecord), null,
            "The columns that are features; without it every one that is nothing else.",
            (c, columns) => c with { Features = columns }).Example("[age, plan]"),
    ];

    public static readonly RecordType<ColumnNames> Type = new(new ColumnNames(), All);
}
