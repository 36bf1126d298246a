namespace ModelExporter.Tests.Rules;

public class PromQlWordsTests
{
    [Fact]
    public void Words_OfAnExpression_AreToldApart()
    {
        var words = new PromQlWords("""
            # a comment with_words
            sum without (instance, pod) (increase(a_total{feature!~"x|y", model="m"}[1h]) + 0.5) / ignoring (bin) group_left ()
              (b:c:d offset 1w > 1e6) and label_replace(up, "class", "$1", "actual", "(.*)") unless sum_over_time(e[1d:1h])
            """);
        Assert.Equal(["a_total", "b:c:d", "up", "e"], words.Metrics);
        Assert.Equal(["instance", "pod", "feature", "model", "bin"], words.Labels);
        Assert.Equal(["sum", "increase", "label_replace", "sum_over_time"], words.Functions);
        Assert.Equal(["[1h]", "[1d:1h]"], words.Ranges);
    }

    [Fact]
    public void Labels_OfAnExpression_AreThoseThatNoAggregationTakesAway() =>
        Assert.Equal(["job", "model"], RuleLabels.Of("sum without (reason, instance, pod, container, endpoint) (increase(model_labels_dropped_total[1h])) > 0").Order());
}
