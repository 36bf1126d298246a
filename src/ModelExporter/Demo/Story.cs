namespace ModelExporter.Demo;

/// <summary>What the demo tells, chapter by chapter.</summary>
static class Story
{
    /// <summary>The window of the figures that are told.</summary>
    public const string Window = "6h";

    /// <summary>When it begins: long enough ago that no record is of the future, and always the same, so that a seed always writes the same log.</summary>
    public static readonly DateTime Start = new(2025, 6, 2, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>How much of it has been logged when the exporter starts: enough for baselines, so that every metric is there at once.</summary>
    public static readonly TimeSpan Past = TimeSpan.FromHours(36);

    public static IReadOnlyList<Chapter> Chapters { get; } =
    [
        new("healthy", 48, new World(),
            "Three models answer as well as on the day they were trained.",
            "Performance stays at its baseline and nothing drifts. What changes with the hour of the day is no drift.",
            [
                Watch.OfWindow("model_accuracy_ratio", "churn"),
                Watch.OfWindow("model_accuracy_ratio", "ticket_routing"),
                Watch.OfWindow("model_mean_absolute_error", "delivery_time"),
                Watch.OfWindow("model_drifted_features_ratio", "delivery_time"),
            ]),
        new("covariate shift", 18, new World { SuburbanOrders = true },
            "A campaign brings orders from the suburbs: longer ways, and more of them by car.",
            "From a drift score of 1 on a feature has drifted. The errors stay: a longer way still takes what the model thinks it takes.",
            [
                Watch.OfFeature("model_feature_drift_score", "delivery_time", "distance_km"),
                Watch.OfFeature("model_feature_drift_score", "delivery_time", "vehicle"),
                Watch.OfFeature("model_feature_drift_score", "delivery_time", "kitchen_load"),
                Watch.OfWindow("model_mean_absolute_error", "delivery_time"),
            ]),
        new("concept drift", 24, new World { RivalOffer = true },
            "The campaign is over. A rival makes an offer: the same customers now churn for another reason.",
            "The accuracy falls once labels arrive, hours later. No feature drifts: without labels nobody would know.",
            [
                Watch.OfWindow("model_accuracy_ratio", "churn"),
                Watch.OfWindow("model_roc_auc_ratio", "churn"),
                Watch.OfWindow("model_drifted_features_ratio", "churn"),
            ]),
        new("a broken feature", 18, new World { RivalOffer = true, AppSendsCodes = true },
            "A new version of the app sends tickets with product codes where the model knows names, and sometimes with nothing.",
            "Missing and unseen values are counted for this one feature from its first record on; the routing is worse as soon as tickets are closed.",
            [
                Watch.OfCounter("model_feature_missing_total", "ticket_routing", "product"),
                Watch.OfCounter("model_feature_unseen_total", "ticket_routing", "product"),
                Watch.OfFeature("model_feature_drift_score", "ticket_routing", "product"),
                Watch.OfWindow("model_accuracy_ratio", "ticket_routing"),
            ]),
        new("a new version recovers", 30, new World { RivalOffer = true, ChurnVersion = "2" },
            "The app is repaired, and the churn model is trained anew: version 2 answers, and version 1 still gets labels.",
            "Version 2 is as good as version 1 was; that fades, and is no longer exposed a day after its last label.",
            [
                Watch.OfVersion("model_accuracy_ratio", "churn", "2"),
                Watch.OfVersion("model_accuracy_ratio", "churn", "1"),
                Watch.OfVersion("model_window_predictions", "churn", "2"),
                Watch.OfVersion("model_window_predictions", "churn", "1"),
                Watch.OfWindow("model_accuracy_ratio", "ticket_routing"),
            ]),
    ];

    public static DateTime End => Start.AddHours(Chapters.Sum(c => c.Hours));

    /// <summary>What is true at a time; after the end, what was true in the last chapter.</summary>
    public static World WorldAt(DateTime time)
    {
        var end = Start;
        foreach (var chapter in Chapters)
        {
            end = end.AddHours(chapter.Hours);
            if (time < end) return chapter.World;
        }
        return Chapters[^1].World;
    }
}
