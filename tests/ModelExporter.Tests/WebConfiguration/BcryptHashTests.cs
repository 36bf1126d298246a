using ModelExporter.WebConfiguration;

namespace ModelExporter.Tests.WebConfiguration;

/// <summary>The hashes were made by libxcrypt.</summary>
public class BcryptHashTests
{
    [Theory]
    [InlineData("$2y$10$abcdefghijklmnopqrstuu4SuEsu2LsUrAYUpWQHLMMc4GV5pZTxK", "open sesame")]
    [InlineData("$2a$04$abcdefghijklmnopqrstuubWUQWlFUD1JbxRlqOFB9vyJoFTFvzX.", "pässwörd:€")]
    [InlineData("$2b$04$abcdefghijklmnopqrstuubyCG3zY1GIXMyxfivm.ClDiInHzxjiq", "")]
    public void Matches_HashOfOthers_KnowsThePassword(string text, string password)
    {
        Assert.True(BcryptHash.TryParse(text, out var hash));
        Assert.True(hash.Matches(password));
        Assert.False(hash.Matches(password + "x"));
        Assert.False(hash.Matches("Open sesame"));
    }

    [Fact]
    public void Matches_PasswordOf100Bytes_CountsTheFirst72()
    {
        Assert.True(BcryptHash.TryParse("$2b$04$abcdefghijklmnopqrstuuNt.0ah97gHY3F7JC1Z6EXmQc0bQBhIO", out var hash));
        Assert.True(hash.Matches(new string('p', 100)));
        Assert.True(hash.Matches(new string('p', 72)));
        Assert.False(hash.Matches(new string('p', 71)));
    }

    [Theory]
    [InlineData("xx", "")]
    [InlineData("", "!")]
    public void Matches_HashThatNothingHas_RefusesEverything(string more, string first)
    {
        const string Hash = "$2y$10$abcdefghijklmnopqrstuu4SuEsu2LsUrAYUpWQHLMMc4GV5pZTxK";
        Assert.True(BcryptHash.TryParse(Hash[..7] + first + Hash[(7 + first.Length)..] + more, out var hash));
        Assert.False(hash.Matches("open sesame"));
    }

    [Theory]
    [InlineData("$2b$04$abcdefghijklmnopqrstuubyCG3zY1GIXMyxfivm.ClDiInHzxjiq", 4)]
    public void TryParse_VersionOfNoNote_TakesItsCost(string text, int cost)
    {
        foreach (string version in new[] { "2", "2a", "2x", "1y" })
        {
            Assert.True(BcryptHash.TryParse("$" + version + text[3..], out var hash));
            Assert.Equal(cost, hash.Cost);
            Assert.True(hash.Matches(""));
        }
    }
}
