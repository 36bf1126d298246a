using System.Text.RegularExpressions;
using ModelExporter.WebConfiguration;

namespace ModelExporter.Http;

/// <summary>Stands before everything that is served: adds the headers of the web config and asks who comes.</summary>
sealed partial class WebGuard(WebConfigFile file, Logins logins)
{
    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (file.Current is not { } config)
        {
            await AnswerAsync(context, StatusCodes.Status500InternalServerError, "Internal Server Error\n");
            return;
        }
        foreach (var (name, value) in config.Http.Headers) context.Response.Headers[name] = Unprintable().Replace(value, " ");
        if (config.Users.Count == 0)
        {
            await next(context);
            return;
        }
        var verdict = BasicCredentials.TryParse(context.Request.Headers.Authorization, out var credentials)
            ? await logins.JudgeAsync(config.Users, credentials.User, credentials.Password, context.RequestAborted)
            : LoginVerdict.Refused;
        switch (verdict)
        {
            case LoginVerdict.Welcome:
                await next(context);
                break;
            case LoginVerdict.Busy:
                context.Response.Headers.RetryAfter = "1";
                await AnswerAsync(context, StatusCodes.Status429TooManyRequests, "Too Many Requests\n");
                break;
            default:
                context.Response.Headers.WWWAuthenticate = "Basic";
                await AnswerAsync(context, StatusCodes.Status401Unauthorized, "Unauthorized\n");
                break;
        }
    }

    static Task AnswerAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    /// <summary>What cannot stand in a header, and would end every request with a fault.</summary>
    [GeneratedRegex("[^ -~]")]
    private static partial Regex Unprintable();
}
