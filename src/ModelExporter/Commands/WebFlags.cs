using System.CommandLine;
using ModelExporter.Http;

namespace ModelExporter.Commands;

/// <summary>The flags that say what is served where.</summary>
sealed class WebFlags
{
    readonly Option<string[]> _listen = new("--web.listen-address") { Description = "Where models' metrics and pushes are served; repeatable.", DefaultValueFactory = _ => [$":{WebOptions.DefaultPort}"], HelpName = "ADDRESS" };
    readonly Option<string[]> _telemetry = new("--web.telemetry-address") { Description = "Where the exporter's own metrics are served; repeatable.", DefaultValueFactory = _ => [$":{WebOptions.DefaultTelemetryPort}"], HelpName = "ADDRESS" };
    readonly Option<string[]> _push = new("--web.push-address") { Description = "Where records are pushed and POST /-/reload answers, instead of where models' metrics are; repeatable.", DefaultValueFactory = _ => [], HelpName = "ADDRESS" };
    readonly Option<string?> _config = WebConfigOption.New();
    readonly Option<string> _path = new("--web.telemetry-path") { Description = "The path of the metrics, on both.", DefaultValueFactory = _ => WebOptions.DefaultPath, HelpName = "PATH" };
    readonly Option<bool> _lifecycle = new("--web.enable-lifecycle") { Description = "Answers POST /-/reload." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _listen, _telemetry, _push, _path, _lifecycle, _config }) command.Add(option);
        command.Validators.Add(result =>
        {
            foreach (var option in new[] { _listen, _telemetry, _push })
                foreach (string address in result.GetValue(option) ?? [])
                    if (!ListenAddress.TryParse(address, out _)) result.AddError($"{option.Name}: \"{address}\" is no address; write :10955, 127.0.0.1:10955 or [::1]:10955");
            if (result.GetValue(_path) is { } text && !text.StartsWith('/')) result.AddError($"--web.telemetry-path: \"{text}\" must begin with /");
        });
    }

    public WebOptions Of(ParseResult parsed) => new()
    {
        Main = Addresses(parsed.GetRequiredValue(_listen)),
        Telemetry = Addresses(parsed.GetRequiredValue(_telemetry)),
        Push = Addresses(parsed.GetRequiredValue(_push)),
        Path = parsed.GetRequiredValue(_path),
        EnableLifecycle = parsed.GetValue(_lifecycle),
        ConfigFile = parsed.GetValue(_config),
    };

    static ListenAddress[] Addresses(string[] texts) => [.. texts.Select(text => ListenAddress.TryParse(text, out var address) ? address : throw new ArgumentException(text))];
}
