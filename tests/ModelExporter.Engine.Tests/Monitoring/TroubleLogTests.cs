using ModelExporter.Engine.Monitoring;

namespace ModelExporter.Engine.Tests.Monitoring;

public sealed class TroubleLogTests
{
    const long Minute = 60_000_000;

    static readonly Trouble Accuracy = new("1", "1h", null, "accuracy");

    readonly TroubleLog _log = new();

    [Fact]
    public void Note_TroubleComesAfterALookWithoutIt_IsKnownSinceThen()
    {
        Assert.Null(_log.Note(Accuracy, false, 10 * Minute));
        Assert.Equal(11 * Minute, _log.Note(Accuracy, true, 11 * Minute));
        Assert.Equal(11 * Minute, _log.Note(Accuracy, true, 500 * Minute));
    }

    [Fact]
    public void Note_TroubleIsThereAtTheFirstLook_IsNotKnownSinceWhen()
    {
        Assert.Null(_log.Note(Accuracy, true, 10 * Minute));
        Assert.Null(_log.Note(Accuracy, true, 11 * Minute));
    }

    [Fact]
    public void Note_NobodyLookedForLong_IsNotKnownSinceWhen()
    {
        _log.Note(Accuracy, false, 0);
        Assert.Null(_log.Note(Accuracy, true, 61 * Minute));
    }

    [Fact]
    public void Note_TooLittleWasKnownInBetween_IsNotKnownSinceWhen()
    {
        _log.Note(Accuracy, false, 0);
        _log.Note(Accuracy, null, Minute);
        Assert.Null(_log.Note(Accuracy, true, 2 * Minute));
    }

    [Fact]
    public void Note_TroubleWentAndCameAgain_CountsFromItsReturn()
    {
        _log.Note(Accuracy, false, 0);
        _log.Note(Accuracy, true, Minute);
        Assert.Null(_log.Note(Accuracy, false, 2 * Minute));
        Assert.Equal(3 * Minute, _log.Note(Accuracy, true, 3 * Minute));
    }

    [Fact]
    public void Keep_VersionIsGone_ForgetsItsTroublesAlone()
    {
        var other = Accuracy with { Version = "2" };
        foreach (var trouble in new[] { Accuracy, other })
        {
            _log.Note(trouble, false, 0);
            _log.Note(trouble, true, Minute);
        }
        _log.Keep(new HashSet<string> { "2" });
        Assert.Null(_log.Note(Accuracy, true, 2 * Minute));
        Assert.Equal(Minute, _log.Note(other, true, 2 * Minute));
    }
}
