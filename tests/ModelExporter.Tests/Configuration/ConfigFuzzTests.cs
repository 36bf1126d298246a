using System.Text;
using ModelExporter.Configuration;

namespace ModelExporter.Tests.Configuration;

public sealed class ConfigFuzzTests
{
    const int Mutants = 3_000;

    /// <summary>What means something to YAML or to a key, so that mutants reach further than the scanner.</summary>
    static readonly string[] Pieces =
        ["\n", ":", ": ", "- ", "[", "]", "{", "}", "&a ", "*a", "<<: ", "!!int ", "\"", "'", "|", ">", "#", "\t", "---\n", "...\n", "%", "~", "\0", "é", "-1", "9999999999999"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Read_MutatedExample_GivesAConfigOrErrorsAndNeverThrows(int seed)
    {
        var random = new Random(seed);
        int good = 0, wrong = 0, malformed = 0;
        for (int i = 0; i < Mutants; i++)
        {
            string mutant = Mutate(ConfigText.EveryKey, random);
            ConfigResult result;
            try
            {
                result = ConfigText.Read(mutant);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Mutant {i} of seed {seed}:\n{mutant}", e);
            }
            Assert.NotEqual(result.Config is null, result.Errors.Count == 0);
            Assert.All(result.Errors, e => Assert.False(e.Describe("c").AsSpan().ContainsAny('\n', '\r') || e.Remedy.Length == 0 || e.Line < 1, e.ToString()));
            if (result.Config is not null) good++;
            else if (result.Errors[0].Path.Length > 0) wrong++;
            else malformed++;
        }
        // Mutants that all end the same way would test little.
        Assert.InRange(good, Mutants / 100, Mutants);
        Assert.InRange(wrong, Mutants / 10, Mutants);
        Assert.InRange(malformed, Mutants / 10, Mutants);
    }

    [Fact]
    public void Read_ExampleCutAnywhere_GivesAConfigOrErrorsAndNeverThrows()
    {
        byte[] example = Encoding.UTF8.GetBytes(ConfigText.EveryKey);
        for (int length = 0; length < example.Length; length++)
        {
            var result = ConfigLoader.Read(example.AsSpan(0, length), ConfigText.Folder);
            Assert.NotEqual(result.Config is null, result.Errors.Count == 0);
        }
    }

    internal static string Mutate(string text, Random random)
    {
        var mutant = new StringBuilder(text);
        int edits = random.Next(1, 4);
        for (int i = 0; i < edits; i++)
        {
            int at = random.Next(mutant.Length);
            int length = Math.Min(random.Next(1, 20), mutant.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    mutant.Remove(at, length);
                    break;
                case 1:
                    mutant.Insert(random.Next(mutant.Length), mutant.ToString(at, length));
                    break;
                case 2:
                    mutant[at] = (char)random.Next(' ', 127);
                    break;
                default:
                    mutant.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }
        return mutant.ToString();
    }
}
