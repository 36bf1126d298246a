using System.Text.Json;
using ModelExporter.Engine.Tests.Scenarios;

namespace ModelExporter.Engine.Tests.DataSets;

/// <summary>The first 1000 predictions of each log with all their labels, against figures worked out from the plain definitions.</summary>
public class UnitCheckTests
{
    const string Window = "{window=\"last_1000\"}";

    [DataSetTheory]
    [InlineData("elec2", "DOWN", "UP")]
    [InlineData("hotel_booking", "0", "1")]
    public void Classification_First1000_HasTheFiguresOfTheUnitCheck(string name, string negative, string positive)
    {
        var data = new DataSet(name);
        var expected = data.Json("unit-check.json");
        var snapshot = data.Replay(First1000(data));
        double Read(string series) => snapshot.Read(series) ?? double.NaN;
        double Number(string key) => expected.GetProperty(key).GetDouble();
        double Confusion(string actual, string predicted) => Read($"model_confusion_total{{actual=\"{actual}\",predicted=\"{predicted}\"}}");

        Assert.Equal(Number("predictions"), Read($"model_window_predictions{Window}"));
        Assert.Equal(Number("labelled"), Read($"model_window_labels{Window}"));
        Assert.Equal(Number("tp"), Confusion(positive, positive));
        Assert.Equal(Number("fp"), Confusion(negative, positive));
        Assert.Equal(Number("tn"), Confusion(negative, negative));
        Assert.Equal(Number("fn"), Confusion(positive, negative));
        Assert.Equal(Number("accuracy"), Read($"model_accuracy_ratio{Window}"), 1e-12);
        Assert.Equal(Number("precision"), Read($"model_precision_ratio{Window}"), 1e-12);
        Assert.Equal(Number("recall"), Read($"model_recall_ratio{Window}"), 1e-12);
        Assert.Equal(Number("f1"), Read($"model_f1_ratio{Window}"), 1e-12);
        // Scores of one bin count as tied, and with the 26 positives of hotel_booking each tie weighs.
        Assert.Equal(Number("roc_auc"), Read($"model_roc_auc_ratio{Window}"), 0.0015);
        Assert.Equal(Number("log_loss"), Read($"model_log_loss{Window}"), 1e-6);
        Assert.Equal(Number("brier"), Read($"model_brier_score{Window}"), 1e-6);
        Assert.Equal(Ks(expected, out string feature), Read($"model_feature_ks_statistic{{window=\"last_1000\",feature=\"{feature}\"}}"), 0.005);
    }

    [DataSetTheory]
    [InlineData("bike_sharing")]
    public void Regression_First1000_HasTheFiguresOfTheUnitCheck(string name)
    {
        var data = new DataSet(name);
        var expected = data.Json("unit-check.json");
        var snapshot = data.Replay(First1000(data));
        double Read(string series) => snapshot.Read(series) ?? double.NaN;
        double Number(string key) => expected.GetProperty(key).GetDouble();

        Assert.Equal(Number("predictions"), Read($"model_window_predictions{Window}"));
        Assert.Equal(Number("labelled"), Read($"model_window_labels{Window}"));
        Assert.Equal(Number("mae"), Read($"model_mean_absolute_error{Window}"), 1e-5);
        Assert.Equal(Number("rmse"), Read($"model_root_mean_squared_error{Window}"), 1e-5);
        Assert.Equal(Number("r2"), Read($"model_r2{Window}"), 1e-6);
        Assert.Equal(Number("mean_error_prediction_minus_label"), Read($"model_mean_error{Window}"), 1e-5);
        Assert.Equal(Ks(expected, out string feature), Read($"model_feature_ks_statistic{{window=\"last_1000\",feature=\"{feature}\"}}"), 0.005);
    }

    static IEnumerable<string> First1000(DataSet data)
    {
        var predictions = data.Lines("predictions.jsonl.gz").Take(1_000).ToList();
        var ids = predictions.Select(Id).ToHashSet();
        return predictions.Concat(data.Lines("labels.jsonl.gz").Where(label => ids.Contains(Id(label))));
    }

    static string Id(string record) => JsonDocument.Parse(record).RootElement.GetProperty("id").GetString()!;

    static double Ks(JsonElement expected, out string feature)
    {
        feature = expected.GetProperty("feature").GetProperty("name").GetString()!;
        return expected.GetProperty("feature").GetProperty("ks_statistic_against_whole_reference").GetDouble();
    }
}
