using System.CommandLine;
using ModelExporter.Engine.Baselines;

namespace ModelExporter.Commands;

/// <summary><c>modelexporter baseline diff</c>: what two baselines differ in.</summary>
static class BaselineDiffCommand
{
    public static Command Build()
    {
        var before = new Argument<string>("A") { Description = "A baseline file." };
        var after = new Argument<string>("B") { Description = "The one it is compared with." };
        var command = new Command("diff", "Says what two baselines differ in: 0 = nothing, 1 = something.") { before, after };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(before), parsed.GetRequiredValue(after)));
        return command;
    }

    static int Run(string before, string after)
    {
        if (Read(before) is not { } a || Read(after) is not { } b) return ExitCodes.Usage;
        if (a.Hash == b.Hash) return ExitCodes.Ok;
        Console.Out.Write(BaselineDiffText.Of(a, b));
        return ExitCodes.Failed;
    }

    static BaselineProfile? Read(string path)
    {
        try
        {
            return BaselineJson.Read(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{path}: {e.Message}");
            return null;
        }
    }
}
