namespace AdvPortal.Bench.Faults;

/// <summary>A sender that repeats itself, all at once.</summary>
internal sealed class SameFile : Fault
{
    private const int Times = 50;

    public override string Name => $"the same file {Times} times in parallel";

    public override async Task<Verdict> RunAsync(Scene scene, CancellationToken ct)
    {
        await using var portal = await scene.PortalAsync(ct);
        using var api = portal.Api(scene.Crowd);
        var file = new SentFile(scene.Crowd, 1, 5);
        var answers = await Task.WhenAll(Enumerable.Range(0, Times).Select(_ => file.SendAsync(api, ct)));
        List<string> violations = [.. await Books.CheckAsync(scene, ct)];
        violations.AddRange(new[] { await Books.LookAsync(scene, file, isAcknowledged: true, ct) }.OfType<string>());

        if (answers.Count(answer => answer is null) is > 0 and var unanswered)
        {
            violations.Add($"{unanswered} got no answer");
        }

        if (answers.OfType<SentFile.Answer>().Select(answer => answer.Id).Distinct().Count() is not 1 and var documents)
        {
            violations.Add($"{documents} documents were named");
        }

        return new($"{Times} answers, one document, one order", violations);
    }
}
