using System.CommandLine;

namespace ModelExporter.Commands;

/// <summary><c>modelexporter run</c>: serves until it is told to stop.</summary>
static class RunCommand
{
    public static Command Build()
    {
        var config = ConfigOption.New();
        var web = new WebFlags();
        var (level, format) = LogFlags.New();
        var command = new Command("run", "Serves metrics until it is told to stop. SIGHUP reads the config again.") { config };
        web.AddTo(command);
        command.Add(level);
        command.Add(format);
        command.SetAction((parsed, cancellation) => ExporterServer.RunAsync(
            parsed.GetRequiredValue(config), new ServeOptions(web.Of(parsed), LogFlags.Of(parsed, level, format)), alongside: null, cancellation));
        return command;
    }
}
