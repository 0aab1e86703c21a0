namespace AdvPortal.Bench.Faults;

/// <summary>Sends files as a program does that wants them there: all at once, and then they must be there, once.</summary>
internal static class Again
{
    public static async Task SendAsync(Scene scene, HttpClient api, IReadOnlyList<SentFile> files, List<string> violations, CancellationToken ct)
    {
        var answers = await Task.WhenAll(files.Select(file => file.SendAsync(api, ct)));

        foreach (var (file, answer) in files.Zip(answers))
        {
            if (answer is not { Status: "done" } && !await IsDoneAsync(scene, file, ct))
            {
                violations.Add($"a file of {file.Orders} orders, sent again, is {answer?.Status ?? "not answered"}");
            }

            violations.AddRange(new[] { await Books.LookAsync(scene, file, isAcknowledged: true, ct) }.OfType<string>());
        }
    }

    // The portal's own round may have begun it first: then it is at it, and done in a moment.
    private static Task<bool> IsDoneAsync(Scene scene, SentFile file, CancellationToken ct) => Scene.ComesTrueAsync(
        async () => await scene.AskAsync<string>("select status from order_documents where sha256 = $1", ct, file.Sha256) == "Done", TimeSpan.FromSeconds(20), ct);
}
