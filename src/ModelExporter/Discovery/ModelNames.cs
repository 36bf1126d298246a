namespace ModelExporter.Discovery;

/// <summary>Makes the name of a model of the name of its log.</summary>
static class ModelNames
{
    const string Usual = "model";

    /// <summary><c>/var/log/churn-2026-11-23.jsonl.gz</c> is the log of <c>churn</c>.</summary>
    public static string Of(string path)
    {
        string name = Path.GetFileName(path).Split('.', 2)[0].TrimEnd([.. "0123456789-_"]);
        return name.Length > 0 ? name : Usual;
    }
}
