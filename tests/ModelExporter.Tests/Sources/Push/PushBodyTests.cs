using System.Text;
using ModelExporter.Sources.Push;

namespace ModelExporter.Tests.Sources.Push;

public class PushBodyTests
{
    const int Limit = 1024 * 1024;

    static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 5000).Select(i => $$"""{"id":{{i * 7919}},"label":{{i % 2}}}""")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("identity")]
    [InlineData(" Identity ")]
    public async Task Read_PlainBody_IsTheBody(string? encoding)
    {
        using var body = await Read(Text, encoding);
        Assert.Equal(PushBodyStatus.Ok, body.Status);
        Assert.True(body.Content.Span.SequenceEqual(Text));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData(" GZip")]
    [InlineData(null)]
    [InlineData("identity")]
    public async Task Read_Gzip_IsExpandedWithAndWithoutItsHeaderField(string? encoding)
    {
        using var body = await Read(GzipBytes.Of(Text), encoding);
        Assert.Equal(PushBodyStatus.Ok, body.Status);
        Assert.True(body.Content.Span.SequenceEqual(Text));
    }

    [Fact]
    public async Task Read_GzipOfSeveralMembers_IsAllOfThem()
    {
        byte[] sent = [.. GzipBytes.Of(Text.AsSpan(0, 1000)), .. GzipBytes.Of(Text.AsSpan(1000, 1)), .. GzipBytes.Of(Text.AsSpan(1001))];
        using var body = await Read(sent, "gzip");
        Assert.Equal(PushBodyStatus.Ok, body.Status);
        Assert.True(body.Content.Span.SequenceEqual(Text));
    }

    [Theory]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("gzip, gzip")]
    [InlineData("\"gzip\"")]
    public async Task Read_EncodingThatIsNotRead_IsRefusedUnread(string encoding)
    {
        using var stream = new TricklingStream(Text, 100);
        using var body = await PushBody.ReadAsync(stream, encoding, Limit, CancellationToken.None);
        Assert.Equal((PushBodyStatus.UnknownEncoding, 0, 0), (body.Status, body.Content.Length, stream.Taken));
    }

    [Fact]
    public async Task Read_GzipTruncatedAnywhere_IsCorrupt()
    {
        byte[] sent = GzipBytes.Of(Text.AsSpan(0, 2000));
        for (int length = 2; length < sent.Length; length++)
        {
            using var body = await Read(sent[..length], null);
            Assert.Equal((PushBodyStatus.CorruptEncoding, 0), (body.Status, body.Content.Length));
        }
    }

    [Fact]
    public async Task Read_SecondMemberTruncated_IsCorrupt()
    {
        byte[] whole = GzipBytes.Of(Text);
        for (int length = 1; length < 20; length++)
        {
            using var body = await Read([.. whole, .. whole[..length]], "gzip");
            Assert.Equal(PushBodyStatus.CorruptEncoding, body.Status);
        }
    }

    // What the header holds besides the magic number and the method may change without harm to the data.
    [Fact]
    public async Task Read_GzipWithAFlippedBit_IsNeverOtherData()
    {
        byte[] text = Text[..500];
        byte[] sent = GzipBytes.Of(text);
        int refused = 0;
        for (int bit = 0; bit < sent.Length * 8; bit++)
        {
            byte[] changed = sent.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            using var body = await Read(changed, "gzip");
            if (body.Status == PushBodyStatus.Ok) Assert.True(body.Content.Span.SequenceEqual(text));
            else refused++;
        }
        Assert.True(refused > (sent.Length - 10) * 8, $"{refused} of {sent.Length * 8}");
    }

    [Theory]
    [InlineData("not gzip at all")]
    [InlineData("x")]
    public async Task Read_PlainBodySaidToBeGzip_IsCorrupt(string text)
    {
        using var body = await Read(Encoding.UTF8.GetBytes(text), "gzip");
        Assert.Equal(PushBodyStatus.CorruptEncoding, body.Status);
    }

    [Fact]
    public async Task Read_GarbageBehindGzip_IsCorrupt()
    {
        using var body = await Read([.. GzipBytes.Of(Text), .. "more"u8], "gzip");
        Assert.Equal(PushBodyStatus.CorruptEncoding, body.Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    public async Task Read_EmptyBody_IsEmpty(string? encoding)
    {
        using var body = await Read([], encoding);
        Assert.Equal((PushBodyStatus.Ok, 0), (body.Status, body.Content.Length));
    }

    [Theory]
    [InlineData(0, PushBodyStatus.Ok)]
    [InlineData(1, PushBodyStatus.TooLarge)]
    public async Task Read_BodyAtTheLimit_IsTakenAndNotOneByteMore(int more, PushBodyStatus expected)
    {
        byte[] plain = new byte[Limit + more];
        Array.Fill(plain, (byte)' ');
        using var body = await Read(plain, null);
        Assert.Equal(expected, body.Status);
        using var expanded = await Read(GzipBytes.Of(plain), null);
        Assert.Equal(expected, expanded.Status);
        Assert.Equal(expected == PushBodyStatus.Ok ? plain.Length : 0, expanded.Content.Length);
    }

    [Fact]
    public async Task Read_ZipBomb_IsRefusedWithoutBeingExpanded()
    {
        byte[] bomb = GzipBytes.Of(new byte[10 * 1024 * 1024]);
        using (await Read(bomb, "gzip"))
        {
            // The pool has its arrays now.
        }
        long before = GC.GetAllocatedBytesForCurrentThread();
        using var body = await Read(bomb, "gzip");
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal((PushBodyStatus.TooLarge, 0), (body.Status, body.Content.Length));
        Assert.InRange(allocated, 0, 4 * 1024 * 1024);
    }

    [Fact]
    public async Task Read_EndlessBody_StopsAtTheLimit()
    {
        using var stream = new TricklingStream(new byte[4 * Limit], 1000);
        using var body = await PushBody.ReadAsync(stream, null, Limit, CancellationToken.None);
        Assert.Equal((PushBodyStatus.TooLarge, Limit + 1), (body.Status, stream.Taken));
    }

    [Fact]
    public async Task Read_ClientGone_IsCancelled()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        using var stream = new TricklingStream(Text, 100);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await PushBody.ReadAsync(stream, null, Limit, gone.Token));
    }

    static async Task<PushBody> Read(byte[] sent, string? encoding)
    {
        await using var stream = new TricklingStream(sent, 777);
        return await PushBody.ReadAsync(stream, encoding, Limit, CancellationToken.None);
    }
}
