namespace ModelExporter.Tests.Deploy;

/// <summary>A file, folder or link of an image.</summary>
/// <param name="Path">Where it is, from the root on and without a slash at either end.</param>
/// <param name="IsFile">Whether it is a file.</param>
/// <param name="Mode">Who may do what with it.</param>
/// <param name="Owner">Its user.</param>
/// <param name="Group">Its group.</param>
/// <param name="Content">What is in it; empty unless it is a file.</param>
sealed record ImageFile(string Path, bool IsFile, UnixFileMode Mode, int Owner, int Group, byte[] Content)
{
    const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public bool IsExecutable => IsFile && (Mode & Execute) != 0;
}
