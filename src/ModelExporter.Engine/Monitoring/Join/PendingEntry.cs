namespace ModelExporter.Engine.Monitoring.Join;

/// <summary>What is remembered of a prediction until its label comes, in 16 bytes.</summary>
/// <remarks>
/// Time is in whole seconds, and the moment a label was counted in panes of the finest window: enough to find the panes
/// again when a corrected label takes the old one back.
/// </remarks>
struct PendingEntry
{
    /// <summary>The version's number must fit into 6 bits, the pane's into 24.</summary>
    public const int MaxVersions = 1 << 6;

    /// <summary>Its size.</summary>
    public const int Bytes = 16;

    uint _packed;

    /// <summary>Seconds since the epoch.</summary>
    public uint Time;

    /// <summary>The score of the positive class, or the predicted value. NaN = none.</summary>
    public float Score;

    uint _answer;

    public PendingState State
    {
        readonly get => (PendingState)(_packed >> 30);
        set => _packed = (_packed & 0x3FFF_FFFF) | ((uint)value << 30);
    }

    public int Version
    {
        readonly get => (int)(_packed >> 24) & (MaxVersions - 1);
        set => _packed = (_packed & 0xC0FF_FFFF) | ((uint)value << 24);
    }

    /// <summary>The pane in which the pair was counted, modulo 2^24.</summary>
    public uint Pane
    {
        readonly get => _packed & 0x00FF_FFFF;
        set => _packed = (_packed & 0xFF00_0000) | (value & 0x00FF_FFFF);
    }

    public ushort PredictedClass
    {
        readonly get => (ushort)(_answer >> 16);
        set => _answer = (_answer & 0xFFFF) | ((uint)value << 16);
    }

    public ushort ActualClass
    {
        readonly get => (ushort)_answer;
        set => _answer = (_answer & 0xFFFF_0000) | value;
    }

    /// <summary>Regression: the label. It takes the place of both classes.</summary>
    public float ActualValue
    {
        readonly get => BitConverter.UInt32BitsToSingle(_answer);
        set => _answer = BitConverter.SingleToUInt32Bits(value);
    }
}
