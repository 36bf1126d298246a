using System.Buffers;
using System.Text;
using ModelExporter.Sources.Push;

namespace ModelExporter.Tests.Sources.Push;

public class PushResponseTests
{
    [Fact]
    public void Write_NoErrors_SaysSo() =>
        Assert.Equal("""{"accepted":3,"rejected":0,"errors":[]}""", Written(new PushResult(3, 0, [])));

    [Fact]
    public void Write_Errors_TellsEach() => Assert.Equal(
        """{"accepted":97,"rejected":2,"errors":[{"record":3,"reason":"malformed_json","message":"the record is not valid JSON"},{"record":40,"reason":"no_id","message":"a label needs the id of its prediction"}]}""",
        Written(new PushResult(97, 2, [new(3, "malformed_json", "the record is not valid JSON"), new(40, "no_id", "a label needs the id of its prediction")])));

    static string Written(PushResult result)
    {
        var output = new ArrayBufferWriter<byte>();
        PushResponse.Write(output, result);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
