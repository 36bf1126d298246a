using System.Diagnostics;

namespace ModelExporter.Tests.EndToEnd;

/// <summary>A process that ran to its end.</summary>
sealed record Finished(int ExitCode, string Output, string Error)
{
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <param name="start">What is run.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="patience">How long it may take; null = as long as anything.</param>
    public static async Task<Finished> RunAsync(ProcessStartInfo start, string? input = null, TimeSpan? patience = null)
    {
        start.RedirectStandardInput = input is not null;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        using var limit = new CancellationTokenSource(patience ?? BuiltProgram.Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} {string.Join(' ', start.ArgumentList)} did not end.");
        }
        return new Finished(process.ExitCode, await output, await error);
    }
}
