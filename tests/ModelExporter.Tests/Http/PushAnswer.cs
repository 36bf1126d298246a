using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ModelExporter.Tests.Http;

/// <summary>What a push is answered with.</summary>
static class PushAnswer
{
    /// <summary>The counts of a push that was taken.</summary>
    public static async Task<(long Accepted, long Rejected)> CountsAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (json.GetProperty("accepted").GetInt64(), json.GetProperty("rejected").GetInt64());
    }
}
