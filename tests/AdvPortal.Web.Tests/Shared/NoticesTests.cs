using AdvPortal.Web.Components.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AdvPortal.Web.Tests.Shared;

public sealed class NoticesTests : ShellContext
{
    private readonly FakeTimeProvider _time = new();
    private readonly Notices _notices;

    public NoticesTests()
    {
        Services.AddSingleton<TimeProvider>(_time);
        _notices = Services.GetRequiredService<Notices>();
    }

    [Fact]
    public void What_was_sent_can_be_taken_back_for_eight_seconds()
    {
        var bar = Render<UndoSnackbar>();
        _notices.SayUndoable("ARC de CV26-04518 envoyé", () => Task.CompletedTask);
        bar.WaitForAssertion(() => Assert.Contains("(8\u00A0s)", bar.Find("button").TextContent));

        _time.Advance(TimeSpan.FromSeconds(1));
        bar.WaitForAssertion(() => Assert.Contains("(7\u00A0s)", bar.Find("button").TextContent));

        for (var second = 0; second < 7; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        bar.WaitForAssertion(() => Assert.Empty(bar.FindAll(".snack")));
    }

    [Fact]
    public async Task Annuler_undoes_once_and_closes()
    {
        var undone = 0;
        var bar = Render<UndoSnackbar>();
        _notices.SayUndoable("ARC envoyé", () => Task.FromResult(undone++));
        await bar.WaitForElementAsync("button");
        await bar.Find("button").ClickAsync();

        Assert.Equal(1, undone);
        Assert.Empty(bar.FindAll(".snack"));
    }

    [Fact]
    public void What_cannot_be_undone_offers_no_button()
    {
        var bar = Render<UndoSnackbar>();
        _notices.Say("14 clients réattribués à Claire");
        bar.WaitForElement(".snack");

        Assert.Empty(bar.FindAll("button"));
    }
}
