using AdvPortal.Application.Demo;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AdvPortal.Browser.Tests;

/// <summary>Somebody's browser: one page, and a list of whatever a careful person would find wrong behind it.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly List<string> _complaints = [];

    private Desk(IBrowserContext context, IPage page) => (Context, Page) = (context, page);

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public static async Task<Desk> OpenAsync(IBrowserContext context)
    {
        context.SetDefaultTimeout(30_000);
        var desk = new Desk(context, await context.NewPageAsync());
        desk.Page.Console += (_, message) => desk.Complain(message.Type == "error", $"console: {message.Text}");
        desk.Page.PageError += (_, error) => desk.Complain(true, $"script: {error}");
        context.Request += (_, request) => desk.Complain(IsElsewhere(request.Url, desk.Page.Url), $"request to {request.Url}");
        context.Response += (_, response) => desk.Complain(response.Status >= 500, $"{response.Status} from {response.Url}");

        return desk;
    }

    public async Task SignInAsync(Company company, string name) => await SignInAsync(company.Slug, company.EmailOf(name));

    public async Task SignInAsync(string slug, string email)
    {
        await Page.GotoAsync($"/{slug}/sign-in");
        await Page.GetByLabel("Adresse e-mail").FillAsync(email);
        await Page.GetByLabel("Mot de passe").FillAsync(SeedDemo.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Se connecter" }).ClickAsync();
        await ReadyAsync();
    }

    /// <summary>Opens an address of a company and waits until the page answers to a hand.</summary>
    public async Task GoAsync(Company company, string path) => await GoAsync(company.Slug, path);

    public async Task GoAsync(string slug, string path)
    {
        await Page.GotoAsync($"/{slug}/{path}");
        await ReadyAsync();
    }

    public async Task ReadyAsync()
    {
        await Page.Locator("html[data-interactive=true]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Page.Locator("main h1").First.WaitForAsync();
        await Assertions.Expect(Page.Locator(".skel")).ToHaveCountAsync(0);
    }

    /// <summary>The window is drawn wider or narrower, and the device turns dark or light, while the page is open.</summary>
    public async Task SwitchAsync(int width, bool dark)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        await Page.SetViewportSizeAsync(width, HeightOf(width));
        await Page.WaitForFunctionAsync("scheme => !document.documentElement.dataset.interactive || getComputedStyle(document.documentElement).getPropertyValue('--mud-native-html-color-scheme').trim() === scheme", dark ? "dark" : "light");
    }

    public static int HeightOf(int width) => width < 600 ? 844 : 900;

    /// <summary>From the next page on.</summary>
    public Task SpeakAsync(RunningPortal portal, string language) =>
        Context.AddCookiesAsync([new() { Name = ".AspNetCore.Culture", Value = Uri.EscapeDataString($"c={language}|uic={language}"), Url = portal.Address.ToString() }]);

    /// <summary>Drops a file where the page asks for one.</summary>
    public async Task DropAsync(FilePayload file)
    {
        await WaitForDropAsync();
        await Page.Locator(".drop input[type=file]").SetInputFilesAsync(file);
    }

    /// <summary>Drops one file after the other, without a moment between them.</summary>
    public async Task GiveInOneBreathAsync(IReadOnlyList<FilePayload> files)
    {
        await WaitForDropAsync();
        await Page.Locator(".drop input[type=file]").EvaluateAsync(
            """
            (field, files) => files.forEach(({ name, type, text }) => {
              const given = new DataTransfer();
              given.items.add(new File([text], name, { type }));
              field.files = given.files;
              field.dispatchEvent(new Event("change", { bubbles: true }));
            })
            """,
            files.Select(file => new { name = file.Name, type = file.MimeType, text = System.Text.Encoding.UTF8.GetString(file.Buffer) }));
    }

    // The field listens a moment after it is drawn; its first id is the only sign of it.
    private Task<IJSHandle> WaitForDropAsync() => Page.WaitForFunctionAsync("() => document.querySelector('.drop input[type=file]')?._blazorInputFileNextFileId !== undefined");

    public ILocator Text(string text) => Page.GetByText(text);

    public Task SeeAsync(string text) => Assertions.Expect(Text(text).First).ToBeVisibleAsync();

    public Task NotSeeAsync(string text) => Assertions.Expect(Text(text)).ToHaveCountAsync(0);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name });

    /// <summary>A file behind a link of the page, as the browser would save it.</summary>
    public async Task<byte[]> FetchAsync(ILocator link)
    {
        var answer = await Context.APIRequest.GetAsync(await link.EvaluateAsync<string>("a => a.href"));
        Assert.Equal(200, answer.Status);

        return await answer.BodyAsync();
    }

    /// <summary>What axe calls more than minor on the page as it stands.</summary>
    public async Task<IReadOnlyList<string>> ViolationsAsync(string path)
    {
        var result = await Page.RunAxe(new AxeRunOptions
        {
            RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
            // Of what is well, nothing needs to be told.
            ResultTypes = [ResultType.Violations],
        });

        return [.. result.Violations.Where(v => v.Impact is not "minor").Select(v => $"{path}: {v.Impact} {v.Id}: {v.Help}: {v.Nodes[0].Html}")];
    }

    /// <summary>No request left the machine, no error was logged, nothing broke the content security policy.</summary>
    public void AssertNothingWrong() => Assert.Empty(_complaints);

    /// <summary>Closes the browser; of a story that stopped half-way, what was on the screen and in the console is said.</summary>
    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestOutputHelper is { } output)
        {
            output.WriteLine(Page.Url);
            output.WriteLine(string.Join('\n', _complaints));
            output.WriteLine(await Page.Locator("body").AriaSnapshotAsync());
        }

        await Context.DisposeAsync();
    }

    private static bool IsElsewhere(string url, string page) =>
        new Uri(url) is { Scheme: not ("data" or "blob" or "about"), IsLoopback: false } && !string.Equals(url, page, StringComparison.Ordinal);

    private void Complain(bool isWrong, string what)
    {
        if (isWrong)
        {
            lock (_complaints)
            {
                _complaints.Add(what);
            }
        }
    }
}
