namespace ModelExporter.Configuration;

/// <summary>One thing that is wrong with a config: where, what, and what to do about it.</summary>
/// <param name="Path">The key, such as <c>models[0].drift.statistic</c>; empty = the file as a whole.</param>
/// <param name="Line">The line of the file, from 1; 0 = the file could not be read.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">What would be right.</param>
public sealed record ConfigError(string Path, int Line, string Problem, string Remedy)
{
    /// <summary>One line, such as <c>config.yml:12: models[0].drift.statistic: unknown statistic "psy"; known: psi, ks</c>.</summary>
    public string Describe(string file)
    {
        string place = Line > 0 ? $"{file}:{Line}" : file;
        return Path.Length > 0 ? $"{place}: {Path}: {Problem}; {Remedy}" : $"{place}: {Problem}; {Remedy}";
    }
}
