using AdvPortal.Application.Common;

namespace AdvPortal.Web.Components.Shared;

/// <summary>Keeps what a page shows as things stand. A thousand changes at once are a thousand notices: what comes while it reads is read once, afterwards.</summary>
internal sealed class Rereading : IDisposable
{
    private readonly Func<Task> _load;
    private readonly Action _show;
    private readonly IDisposable _listening;
    private bool _isReading;
    private bool _isStale;

    internal Rereading(Func<Task> load, Action show, Func<Func<Task>, IDisposable> listen) => (_load, _show, _listening) = (load, show, listen(AgainAsync));

    /// <summary>The page is no longer there.</summary>
    public bool IsOver { get; private set; }

    public void Dispose()
    {
        IsOver = true;
        _listening.Dispose();
    }

    /// <summary>Only in the page's own turn, where one thing happens at a time.</summary>
    public async Task AgainAsync()
    {
        _isStale = true;

        if (_isReading || IsOver)
        {
            return;
        }

        _isReading = true;

        try
        {
            while (_isStale && !IsOver)
            {
                _isStale = false;
                await _load();

                if (!IsOver)
                {
                    _show();
                }
            }
        }
        finally
        {
            _isReading = false;
        }
    }
}

internal static class Rereadings
{
    /// <summary>Reads again after each change in the company.</summary>
    /// <param name="changes">All of them.</param>
    /// <param name="tenant">The company.</param>
    /// <param name="inTurn">The page's <c>InvokeAsync</c>.</param>
    /// <param name="load">Reads.</param>
    /// <param name="show">The page's <c>StateHasChanged</c>.</param>
    /// <param name="concerns">Which changes; every one when it is left out.</param>
    public static Rereading Reread(this ChangeNotices changes, TenantId tenant, Func<Func<Task>, Task> inTurn, Func<Task> load, Action show, Func<ChangeNotice, bool>? concerns = null) =>
        // Whether it concerns the page is the page's to say, in its turn.
        new(load, show, again => changes.Subscribe(tenant, notice => inTurn(() => concerns?.Invoke(notice) is false ? Task.CompletedTask : again())));
}
