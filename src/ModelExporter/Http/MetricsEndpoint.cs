using System.Globalization;
using ModelExporter.Exposition;
using ModelExporter.Pipeline;
using Prometheus;

namespace ModelExporter.Http;

/// <summary>The models' metrics: the library negotiates and writes, behind the gate that makes a scrape one moment.</summary>
static class MetricsEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints, string path)
    {
        var library = endpoints.CreateApplicationBuilder();
        library.UseMetricServer(settings => settings.Registry = endpoints.ServiceProvider.GetRequiredService<ModelRegistry>().Registry, url: null);
        var write = library.Build();
        var gate = endpoints.ServiceProvider.GetRequiredService<ScrapeGate>();
        var exporter = endpoints.ServiceProvider.GetRequiredService<Exporter>();
        endpoints.MapMethods(path, ["GET", "HEAD"], (RequestDelegate)(async context =>
        {
            if (!exporter.IsRunning)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                await context.Response.WriteAsync("ModelExporter is starting.\n");
                return;
            }
            using var turn = await gate.EnterAsync(TimeoutOf(context.Request), context.RequestAborted);
            if (turn is null)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                await context.Response.WriteAsync("Other scrapes are still being served; too many at once, or the machine is overloaded.\n");
                return;
            }
            await write(context);
        }));
    }

    static TimeSpan? TimeoutOf(HttpRequest request) =>
        double.TryParse(request.Headers["X-Prometheus-Scrape-Timeout-Seconds"], NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)
        && seconds is > 0 and < 3600
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
