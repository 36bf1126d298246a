using System.Buffers;
using ModelExporter.Engine.Records;
using ModelExporter.Pipeline;
using ModelExporter.Sources;
using ModelExporter.Sources.Push;

namespace ModelExporter.Http;

/// <summary>Records by HTTP: <c>POST /v1/predictions</c>, <c>/v1/labels</c>, <c>/v1/records</c>. A record that is bad is answered for; the others are taken.</summary>
static class PushEndpoints
{
    /// <summary>How long a push waits for its turn before it is told to come back.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, "/v1/predictions", RecordKinds.Predictions);
        Map(endpoints, "/v1/labels", RecordKinds.Labels);
        Map(endpoints, "/v1/records", RecordKinds.All);
    }

    static void Map(IEndpointRouteBuilder endpoints, string path, RecordKinds taken)
    {
        var exporter = endpoints.ServiceProvider.GetRequiredService<Exporter>();
        var time = endpoints.ServiceProvider.GetRequiredService<TimeProvider>();
        endpoints.MapPost(path, (RequestDelegate)(context => TakeAsync(context, exporter, taken, time)));
    }

    static async Task TakeAsync(HttpContext context, Exporter exporter, RecordKinds taken, TimeProvider time)
    {
        using var room = await exporter.Bodies.EnterAsync(Patience, context.RequestAborted);
        if (room is null || !exporter.IsRunning || exporter.Pipeline.Inlets.IsFull)
        {
            await ComeBackAsync(context);
            return;
        }
        int limit = exporter.Pipeline.Plan.Config.Http.MaxBodyBytes;
        using var body = await PushBody.ReadAsync(context.Request.Body, context.Request.Headers.ContentEncoding, limit, context.RequestAborted);
        if (body.Status != PushBodyStatus.Ok)
        {
            await RefuseAsync(context, body.Status, limit);
            return;
        }
        var result = await TakeAsync(exporter, body, context.Request.ContentType, new PayloadContext(Clock.Microseconds(time), taken), context.RequestAborted);
        if (result is null)
        {
            await ComeBackAsync(context);
            return;
        }
        var answer = new ArrayBufferWriter<byte>();
        PushResponse.Write(answer, result);
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(answer.WrittenMemory, context.RequestAborted);
    }

    /// <summary>Takes a whole body into the pipeline; null when that is being swapped for too long.</summary>
    static async Task<PushResult?> TakeAsync(Exporter exporter, PushBody body, string? contentType, PayloadContext records, CancellationToken cancellation)
    {
        using var place = await exporter.Pushes.EnterAsync(Patience, cancellation);
        return place is null || !exporter.IsRunning ? null : await exporter.Pipeline.Lanes.TakeAsync(body.Content, contentType, records);
    }

    static Task ComeBackAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = "1";
        return context.Response.WriteAsync("The queue is full; come back in a second.\n");
    }

    static Task RefuseAsync(HttpContext context, PushBodyStatus status, int limit)
    {
        (context.Response.StatusCode, string text) = status switch
        {
            PushBodyStatus.TooLarge => (StatusCodes.Status413PayloadTooLarge, $"The body is larger than http.max_body_bytes, {limit} bytes after decompression."),
            PushBodyStatus.UnknownEncoding => (StatusCodes.Status415UnsupportedMediaType, "The Content-Encoding is not known; send gzip or none."),
            _ => (StatusCodes.Status400BadRequest, "The body is not valid gzip, or ends too early."),
        };
        return context.Response.WriteAsync(text + "\n");
    }
}
