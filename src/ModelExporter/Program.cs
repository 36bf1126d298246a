using ModelExporter.Commands;

return await CommandLine.Build().Parse(args).InvokeAsync(CommandLine.Invocation);
