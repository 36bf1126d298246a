using ModelExporter.Pipeline;

namespace ModelExporter.Http;

/// <summary>Whether the exporter lives, whether it is ready, and the order to read its config again.</summary>
static class LifecycleEndpoints
{
    public static void MapProbes(IEndpointRouteBuilder endpoints)
    {
        var exporter = endpoints.ServiceProvider.GetRequiredService<Exporter>();
        endpoints.MapMethods("/-/healthy", ["GET", "HEAD"], (RequestDelegate)(context => context.Response.WriteAsync("ModelExporter is healthy.\n")));
        endpoints.MapMethods("/-/ready", ["GET", "HEAD"], (RequestDelegate)(context =>
        {
            if (exporter.IsRunning) return context.Response.WriteAsync("ModelExporter is ready.\n");
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return context.Response.WriteAsync("ModelExporter is starting.\n");
        }));
    }

    public static void MapReload(IEndpointRouteBuilder endpoints)
    {
        var exporter = endpoints.ServiceProvider.GetRequiredService<Exporter>();
        endpoints.MapMethods("/-/reload", ["POST", "PUT"], (RequestDelegate)(async context =>
        {
            var errors = await exporter.ReloadAsync();
            if (errors.Count == 0) return;
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            foreach (string error in errors) await context.Response.WriteAsync(error + "\n");
        }));
    }
}
