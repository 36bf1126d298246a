using System.Text.RegularExpressions;

namespace ModelExporter.Tests.Architecture;

/// <summary>What holds for every source file of ours.</summary>
public partial class SourceFileTests
{
    const int MaxLines = 400;

    static readonly string[] Files = [.. FilesOf("src"), .. FilesOf("tests"), .. FilesOf("benchmarks")];

    [Fact]
    public void File_Any_IsShort() => Assert.All(Files, f => Assert.InRange(File.ReadLines(f).Count(), 1, MaxLines));

    [Fact]
    public void Type_Any_HasANameThatSaysWhatItIs() => Assert.All(Files, f => Assert.All(TypesIn(f), type => Assert.DoesNotMatch(Vague(), type)));

    [Fact]
    public void PublicType_OfTheProgram_SaysWhatItIs() => Assert.All(FilesOf("src").Where(f => !IsSecondPart(f)), f =>
    {
        string[] lines = File.ReadAllLines(f);
        for (int i = 1; i < lines.Length; i++)
            if (PublicType().IsMatch(lines[i])) Assert.Matches(@"^(///|\[)", lines[i - 1]);
    });

    // JsonCursor.Structure.cs: the comment is on the first part.
    static bool IsSecondPart(string file) => Path.GetFileName(file).Count(c => c == '.') > 1;

    static IEnumerable<string> TypesIn(string file) => TypeName().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value);

    static IEnumerable<string> FilesOf(string folder) => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories);

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|file|static|sealed|abstract|readonly|ref|partial|unsafe) )*(?:class|struct|record struct|record|interface|enum|delegate [\w<>\[\]?]+) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeName();

    [GeneratedRegex("(Utils?|Helpers?|Managers?|Common)$|^(Utils?|Helper|Manager|Common)")]
    private static partial Regex Vague();

    [GeneratedRegex("^public (?:static |sealed |abstract |readonly |ref |partial |unsafe )*(?:class|struct|record|interface|enum) ")]
    private static partial Regex PublicType();
}
