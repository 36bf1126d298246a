using ModelExporter.Engine.Config;

namespace ModelExporter.Discovery;

/// <summary>Decides whether a field is a quantity, a name, or nothing that can be watched.</summary>
static class ColumnRules
{
    /// <summary>With fewer values, that they differ says nothing.</summary>
    const int FewestValues = 20;

    /// <summary>From this share of distinct values on, they tell records apart and not kinds of records.</summary>
    const double NearlyAll = 0.9;

    /// <summary>Up to this share of stray values a field is what the others are.</summary>
    const double Stray = 0.05;

    /// <summary>More whole numbers than this are a quantity.</summary>
    const int MostCodes = 12;

    public static FeatureGuess Of(ColumnSurvey column)
    {
        if (column.Composites > 0 && column.Composites >= column.Values) return new FeatureGuess(null, "objects or lists");
        if (column.Values == 0) return new FeatureGuess(null, "never has a value");
        if (column.Texts > 0 && column.Texts > Stray * column.Values) return OfTexts(column);
        return column.Booleans > column.Numbers ? new FeatureGuess(FeatureType.Categorical, "") : OfNumbers(column);
    }

    static FeatureGuess OfTexts(ColumnSurvey column)
    {
        bool isLong = column.Values >= FewestValues;
        bool isDistinct = isLong && column.Distinct >= NearlyAll * column.Values;
        if (isLong && column.Sentences >= 0.5 * column.Texts && column.Distinct >= 0.5 * column.Values)
            return new FeatureGuess(null, "free text");
        if (isLong && column.Moments >= NearlyAll * column.Values) return new FeatureGuess(null, "times");
        if (isDistinct && column.NumbersAsText >= NearlyAll * column.Texts)
            return new FeatureGuess(null, $"numbers written as text, {Share(column)}; to watch them, log them as numbers");
        if (isDistinct) return new FeatureGuess(null, $"like an id, {Share(column)}");
        string mixed = column.Numbers > Stray * column.Values ? $"{column.Numbers} numbers and {column.Texts} texts" : "";
        return new FeatureGuess(FeatureType.Categorical, mixed);
    }

    static FeatureGuess OfNumbers(ColumnSurvey column)
    {
        string strays = column.Texts > 0 ? $"but {column.Texts} of {column.Values} values are text" : "";
        if (column.Whole < column.Numbers) return new FeatureGuess(FeatureType.Numeric, strays);
        bool isNamedId = IsNamedId(column.Name);
        if (column.Values >= FewestValues && column.Distinct >= NearlyAll * column.Values)
        {
            if (isNamedId) return new FeatureGuess(null, $"like an id, {Share(column)}");
            if (column.Rising >= NearlyAll * column.Numbers) return new FeatureGuess(null, $"rises from record to record, {Share(column)}");
        }
        if (isNamedId) return new FeatureGuess(FeatureType.Categorical, "numbers that are names, by the name of the field");
        return OfWholeNumbers(column) is { } code ? new FeatureGuess(FeatureType.Categorical, code) : new FeatureGuess(FeatureType.Numeric, strays);
    }

    /// <summary>
    /// Why whole numbers are codes; null = they are quantities. Codes are 0 and 1, begin at 1 and leave hardly any out, or begin at 0 and come
    /// about equally often. Counts begin at 0 too, but large ones are rare.
    /// </summary>
    static string? OfWholeNumbers(ColumnSurvey column)
    {
        if (column.Values < FewestValues || column.Texts > 0 || column.Distinct is < 2 or > MostCodes) return null;
        if (column is { Least: 0, Largest: 1 }) return "0 and 1";
        bool hasFewGaps = column.Distinct >= 3 && 4 * column.Distinct >= 3 * (column.Largest - column.Least + 1);
        bool isEven = column.Counts.Values.Max() <= 4 * column.Counts.Values.Min();
        if (!hasFewGaps || !(column.Least == 1 || (column.Least == 0 && isEven))) return null;
        return $"codes from {column.Least} to {column.Largest}";
    }

    static bool IsNamedId(string name) =>
        name.Equals("id", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("_id", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("-id", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("Id", StringComparison.Ordinal)
        || name.EndsWith("uuid", StringComparison.OrdinalIgnoreCase);

    static string Share(ColumnSurvey column) => $"{column.Distinct} of {column.Values} values distinct";
}
