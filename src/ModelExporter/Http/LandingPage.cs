using System.Net;
using ModelExporter.Telemetry;

namespace ModelExporter.Http;

/// <summary>The page at <c>/</c>: what this is, which version, and where its pages are.</summary>
static class LandingPage
{
    public const string Path = "/";

    public static string ForMain(WebOptions options) => Page(
        "What is said about models is here. Prometheus scrapes it from the first link.",
        [
            (options.Path, "Metrics of the models"),
            (StatusEndpoints.Page, "Status of the models, for people"),
            ("/-/healthy", "Healthy"),
            ("/-/ready", "Ready"),
        ]);

    public static string ForTelemetry(WebOptions options) => Page(
        "What the exporter says about itself is here. Prometheus scrapes it from the first link.",
        [
            (options.Path, "Metrics of the exporter"),
            ("/-/healthy", "Healthy"),
            ("/-/ready", "Ready"),
        ]);

    public static void Map(IEndpointRouteBuilder endpoints, string page) =>
        endpoints.MapMethods(Path, ["GET", "HEAD"], (RequestDelegate)(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(page);
        }));

    static string Page(string description, (string Path, string Text)[] links) => $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>ModelExporter</title>
          <style>
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; }
            h1 { font-size: 1.5rem; }
          </style>
        </head>
        <body>
          <h1>ModelExporter</h1>
          <p>Is the model still as good as it was? {{description}}</p>
          <ul>
        {{string.Join('\n', links.Select(link => $"    <li><a href=\"{WebUtility.HtmlEncode(link.Path)}\">{link.Text}</a></li>"))}}
          </ul>
          <p>Version {{WebUtility.HtmlEncode(BuildInfo.Current.Version)}}, revision {{WebUtility.HtmlEncode(BuildInfo.Current.Revision)}}</p>
        </body>
        </html>

        """;
}
