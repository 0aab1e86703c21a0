namespace AdvPortal.Web.Components.Shared;

/// <summary>What a page does for a person: one thing at a time, with the reason when it was refused.</summary>
public sealed class Doing
{
    public bool IsBusy { get; private set; }

    public Refusal? Refusal { get; set; }

    /// <summary>The same of what says nothing but why it was refused.</summary>
    public Task<bool> DoAsync(Func<Task<Refusal?>> act) => DoAsync<Result>(async () => await act() is { } refusal ? refusal : Result.Ok);

    /// <summary>Does it, and takes what came of it in before anything else can be done; false when it was refused, or something is being done already.</summary>
    public async Task<bool> DoAsync<TResult>(Func<Task<TResult>> act, Func<TResult, Task>? taken = null) where TResult : IMayBeRefused
    {
        if (IsBusy)
        {
            return false;
        }

        IsBusy = true;

        try
        {
            var result = await act();
            Refusal = result.Refusal;

            if (taken is not null)
            {
                await taken(result);
            }

            return result.Refusal is null;
        }
        finally
        {
            IsBusy = false;
        }
    }
}
