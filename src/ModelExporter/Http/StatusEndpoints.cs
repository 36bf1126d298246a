using System.Text.Json;
using ModelExporter.Pipeline;
using ModelExporter.Status;

namespace ModelExporter.Http;

/// <summary>The status of the models: a page for people at <c>/status</c>, and the same as JSON at <c>/api/v1/status</c>.</summary>
static class StatusEndpoints
{
    public const string Page = "/status";

    const string Api = "/api/v1/status";

    // The page is its own style and script; it loads nothing from elsewhere, and nothing else may be loaded into it.
    const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'self'";

    static readonly (string Path, string Resource, string Type)[] Files =
    [
        (Page, "status.html", "text/html; charset=utf-8"),
        (Page + "/status.css", "status.css", "text/css; charset=utf-8"),
        (Page + "/status.js", "status.js", "text/javascript; charset=utf-8"),
        (Page + "/charts.js", "charts.js", "text/javascript; charset=utf-8"),
    ];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var (path, resource, type) in Files) MapFile(endpoints, path, Read(resource), type);
        var exporter = endpoints.ServiceProvider.GetRequiredService<Exporter>();
        var reader = endpoints.ServiceProvider.GetRequiredService<StatusReader>();
        endpoints.MapGet(Api, (RequestDelegate)(async context =>
        {
            if (!exporter.IsRunning)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                await context.Response.WriteAsync("ModelExporter is starting.\n");
                return;
            }
            var status = await reader.ReadAsync(context.RequestAborted);
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.Headers.CacheControl = "no-store";
            await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(status, StatusJson.Default.ExporterStatus), context.RequestAborted);
        }));
    }

    static void MapFile(IEndpointRouteBuilder endpoints, string path, byte[] content, string type) =>
        endpoints.MapMethods(path, ["GET", "HEAD"], (RequestDelegate)(context =>
        {
            context.Response.ContentType = type;
            context.Response.Headers.ContentSecurityPolicy = Policy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers.CacheControl = "no-cache";
            return context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
        }));

    static byte[] Read(string resource)
    {
        using var stream = typeof(StatusEndpoints).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not in the assembly.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
