namespace ModelExporter.Discovery;

/// <summary>What was seen of one file.</summary>
sealed record FileSurvey(string Path)
{
    public int Predictions { get; set; }

    public int Labels { get; set; }

    /// <summary>Records that could not be read, by the reason.</summary>
    public Dictionary<string, int> Rejected { get; } = [];

    /// <summary>Its predictions have their features at the top.</summary>
    public bool IsFlat { get; set; }

    /// <summary>All of it was looked at.</summary>
    public bool IsWhole { get; set; }

    /// <summary>The keys at the top of its records.</summary>
    public RecordShapes Shapes { get; } = new();
}
