namespace ModelExporter.Tests.Configuration;

/// <summary>The text of a config as the status page shows it.</summary>
public sealed class SecretMaskTests
{
    [Theory]
    [InlineData("sasl.password: hunter2")]
    [InlineData("sasl.password: \"hunter2\" # comment")]
    [InlineData("sasl.password: 'hunter2'")]
    [InlineData("ssl.key.password: hunter2")]
    [InlineData("sasl.oauthbearer.client.secret: hunter2")]
    [InlineData("sasl.oauthbearer.config: principal=a hunter2")]
    [InlineData("ssl.key.pem: |\n          -----BEGIN-----\n          hunter2\n          -----END-----")]
    [InlineData("ssl.key.pem: \"a\\\n          hunter2\"")]
    public void Text_OfASecret_IsMasked(string setting)
    {
        var read = ConfigText.Read(Config(setting));

        Assert.Empty(read.Errors);
        Assert.DoesNotContain("hunter2", read.Text, StringComparison.Ordinal);
        Assert.Contains("\"***\"", read.Text, StringComparison.Ordinal);
        Assert.Contains("sasl.username: alice", read.Text, StringComparison.Ordinal);
        Assert.Equal(ConfigText.Read(read.Text).Config!.Sources[0].Kafka!.Config.Keys, read.Config!.Sources[0].Kafka!.Config.Keys);
    }

    /// <summary>What stands in the place of the anchor is no config any more, but shows nothing either.</summary>
    [Fact]
    public void Text_SecretThatAnAliasStandsFor_IsMaskedWhereItIsWritten()
    {
        Assert.DoesNotContain("hunter2", ConfigText.Read(Config("client.id: &id hunter2\n        sasl.password: *id")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_WindowsLineBreaks_IsMaskedAtTheRightPlace()
    {
        string text = ConfigText.Read(Config("sasl.password: hunter2").ReplaceLineEndings("\r\n")).Text;

        Assert.Contains("sasl.password: \"***\"\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_SecretOfAFile_NamesTheFile()
    {
        Assert.Contains("{file: /run/secrets/x}", ConfigText.Read(Config("sasl.password: {file: /run/secrets/x}")).Text, StringComparison.Ordinal);
    }

    static string Config(string setting) => $$"""
        sources:
          - kafka:
              topics: [a]
              config:
                bootstrap.servers: b
                group.id: c
                {{setting}}
                sasl.username: alice
        {{ConfigText.Minimal}}
        """;
}
