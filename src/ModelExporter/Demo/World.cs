namespace ModelExporter.Demo;

/// <summary>What is true in a chapter beyond everyday life. Everyday life is its defaults.</summary>
sealed record World
{
    /// <summary>A campaign brings orders from the suburbs: the ways are longer, what a way takes is not.</summary>
    public bool SuburbanOrders { get; init; }

    /// <summary>A rival courts heavy users who pay a lot: the same customers leave for another reason.</summary>
    public bool RivalOffer { get; init; }

    /// <summary>The app sends product codes, or nothing, where the model knows names.</summary>
    public bool AppSendsCodes { get; init; }

    /// <summary>The churn model that answers.</summary>
    public string ChurnVersion { get; init; } = "1";
}
