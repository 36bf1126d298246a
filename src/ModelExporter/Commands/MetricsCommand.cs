using System.CommandLine;

namespace ModelExporter.Commands;

/// <summary><c>modelexporter metrics</c>: prints the catalogue, from which docs, dashboards and rules take their names.</summary>
static class MetricsCommand
{
    public static Command Build()
    {
        var format = new Option<string>("--format") { Description = "How it is printed.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "markdown");
        var command = new Command("metrics", "Prints every metric with its type, labels and meaning.") { format };
        command.SetAction(parsed =>
        {
            Console.Out.Write(parsed.GetValue(format) switch
            {
                "json" => CatalogueText.Json(),
                "markdown" => CatalogueText.Markdown(),
                _ => CatalogueText.Table(),
            });
            return ExitCodes.Ok;
        });
        return command;
    }
}
