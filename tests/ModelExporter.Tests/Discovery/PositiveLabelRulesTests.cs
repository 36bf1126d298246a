using System.Globalization;
using ModelExporter.Discovery;

namespace ModelExporter.Tests.Discovery;

public class PositiveLabelRulesTests
{
    [Theory]
    [InlineData("yes", "no")]
    [InlineData("True", "False")]
    [InlineData("1", "0")]
    [InlineData("positive", "negative")]
    [InlineData("fraud", "legit")]
    public void PositiveLabel_UsualName_IsTaken(string positive, string negative)
    {
        // The negative one is the rarer class, and no score speaks.
        var (model, assumed) = Discovered.Model(Discovered.Records(i => $"\"prediction\":\"{(i % 4 == 0 ? negative : positive)}\""));
        Assert.Equal((positive, negative), (model.PositiveLabel, model.NegativeLabel));
        Assert.Contains("the usual name", assumed, StringComparison.Ordinal);
    }

    [Fact]
    public void PositiveLabel_JoinedPairs_IsTheOneThatHighScoresGoWith()
    {
        // Half of the predicted classes are wrong, and up is the more frequent one: only the joined scores tell.
        var log = Discovered.Records(i => $"\"prediction\":{{\"label\":\"{(i % 2 == 0 ? "up" : "down")}\",\"score\":{Score(i)}}}")
            .Concat(Discovered.Labels(i => Discovered.Spread(i) > 0.3 ? "\"up\"" : "\"down\""));
        var (model, assumed) = Discovered.Model(log);
        Assert.Equal(("up", "down"), (model.PositiveLabel, model.NegativeLabel));
        Assert.Contains("scores are higher where the label is up: 0.65 against 0.15 on average, of 100 joined pairs", assumed, StringComparison.Ordinal);
    }

    [Fact]
    public void PositiveLabel_NoLabels_IsTheOneThatIsPredictedAtHighScores()
    {
        var (model, assumed) = Discovered.Model(Discovered.Records(i =>
            $"\"prediction\":{{\"label\":\"{(Discovered.Spread(i) > 0.3 ? "up" : "down")}\",\"score\":{Score(i)}}}"));
        Assert.Equal("up", model.PositiveLabel);
        Assert.Contains("it predicts up", assumed, StringComparison.Ordinal);
    }

    [Fact]
    public void PositiveLabel_ScoresContradictAUsualName_IsTheOneTheyGoWith()
    {
        var (model, _) = Discovered.Model(Discovered.Records(i =>
            $"\"prediction\":{{\"label\":\"{(Discovered.Spread(i) > 0.5 ? "no" : "yes")}\",\"score\":{Score(i)}}}"));
        Assert.Equal(("no", "yes"), (model.PositiveLabel, model.NegativeLabel));
    }

    [Fact]
    public void PositiveLabel_NothingElseTells_IsTheRarerClass()
    {
        var (model, assumed) = Discovered.Model(Discovered.Records(i => $"\"prediction\":\"{(i % 4 == 0 ? "a" : "b")}\""));
        Assert.Equal(("a", "b"), (model.PositiveLabel, model.NegativeLabel));
        Assert.Contains("a: the rarer class", assumed, StringComparison.Ordinal);
    }

    [Fact]
    public void PositiveLabel_OnlyItsOppositeWasSeen_IsNamedAllTheSame()
    {
        var (model, _) = Discovered.Model(Discovered.Records(_ => "\"prediction\":\"No\""));
        Assert.Equal(("Yes", "No"), (model.PositiveLabel, model.NegativeLabel));
    }

    [Fact]
    public void PositiveLabel_ScoresAlone_IsOne() =>
        Assert.Equal("1", Discovered.Model(Discovered.Records(i => $"\"prediction\":{{\"score\":{Score(i)}}}")).Model.PositiveLabel);

    [Fact]
    public void PositiveLabel_NumbersAsScoresAndLabels_IsOneOfTheLabels()
    {
        var log = Discovered.Records(i => $"\"prediction\":{Score(i)}").Concat(Discovered.Labels(i => Discovered.Spread(i) > 0.3 ? "\"up\"" : "\"down\""));
        Assert.Equal("up", Discovered.Model(log).Model.PositiveLabel);
    }

    [Fact]
    public void PositiveLabel_Said_Stands()
    {
        var (model, _) = Discovered.Model(Discovered.Records(i => $"\"prediction\":\"{(i % 2 == 0 ? "no" : "yes")}\""), new DiscoveryOptions { PositiveLabel = "no" });
        Assert.Equal(("no", "yes"), (model.PositiveLabel, model.NegativeLabel));
    }

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(0.4, false)]
    public void Scores_NeverLow_AreSaidToLookLikeConfidences(double least, bool isSaid)
    {
        var (_, assumed) = Discovered.Model(Discovered.Records(i => string.Create(
            CultureInfo.InvariantCulture, $"\"prediction\":{{\"label\":{i % 2},\"score\":{least + Discovered.Spread(i) / 2:0.00}}}")));
        Assert.Equal(isSaid, assumed.Contains("as if they were the confidence in that class", StringComparison.Ordinal));
    }

    static string Score(int i) => Discovered.Spread(i).ToString(CultureInfo.InvariantCulture);
}
