using AdvPortal.Application.Inquiries;
using AdvPortal.Application.Members;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace AdvPortal.Web.Components.Inquiries;

/// <summary>What was said, and what is to be said: the answer from live lines, the note to colleagues. What is typed is kept.</summary>
public partial class InquiryConversation
{
    private const int MostColleagues = 200;

    private readonly Doing _doing = new();
    private readonly HashSet<InquiryMessageId> _open = [];
    private InquiryDraft _form = new();
    private Drafted<InquiryDraft>? _draft;
    private IReadOnlyList<ReadReplyTemplates.Row> _templates = [];
    private IReadOnlyList<ListMembers.MemberView> _members = [];
    private IReadOnlyList<string> _missing = [];

    // The same answer clicked twice is one; the next one is another.
    private Guid _key = Ids.Next();

    // What stood on the screen when the answer was begun.
    private InquiryMessageId? _seen;

    [Inject]
    public required ReplyToInquiry Reply { get; init; }

    [Inject]
    public required UndoReply Undo { get; init; }

    [Inject]
    public required NoteOnInquiry Note { get; init; }

    [Inject]
    public required CloseInquiry Close { get; init; }

    [Inject]
    public required ReopenInquiry Reopen { get; init; }

    [Inject]
    public required SnoozeInquiry Snooze { get; init; }

    [Inject]
    public required WriteOrderState OrderState { get; init; }

    [Inject]
    public required PreviewReply Preview { get; init; }

    [Inject]
    public required ReadReplyTemplates Templates { get; init; }

    [Inject]
    public required ListMembers Members { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [Parameter, EditorRequired]
    public required InquiryView Inquiry { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<InquiryMessageView> Messages { get; set; }

    [Parameter]
    public bool MayHandle { get; set; }

    /// <summary>It is otherwise now.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <summary>Nothing more is to be done with it: the next one.</summary>
    [Parameter]
    public EventCallback Done { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _seen = Inquiry.LastMessageId;

        if (MayHandle)
        {
            _templates = (await Templates.ExecuteAsync()).Value?.Items ?? [];
            _members = [.. ((await Members.ExecuteAsync(size: MostColleagues)).Value?.Items ?? []).Where(m => !m.IsDisabled)];
        }
    }

    private bool Allows(InquiryAct act) => Inquiry.Acts.Contains(act);

    private string Author(InquiryMessageView message) => message.Voice is InquiryVoice.Us or InquiryVoice.Note ? message.Author ?? Text["Inquiry.Us"] : message.FromName ?? message.From ?? Inquiry.Title(Text);

    private IReadOnlyList<SegmentOption<bool>> Kinds() => [new(false, Text["Inquiry.Reply"]), new(true, Text["Inquiry.Note"])];

    private void Toggle(InquiryMessageId message)
    {
        if (!_open.Remove(message))
        {
            _open.Add(message);
        }
    }

    private async Task SendAsync()
    {
        var to = Inquiry.FromName ?? Inquiry.From ?? "";
        var sent = await _doing.DoAsync(
            () => Reply.ExecuteAsync(Inquiry.Id, new() { Key = _key, SeenMessageId = _seen, Text = _form.Text, AwaitsAnswer = _form.Awaits }, null),
            async result =>
            {
                // The next answer follows this one.
                _seen = result.Value?.LastMessageId ?? _seen;

                if (result.Refusal is NewerMessageArrived)
                {
                    // Read now, it may be answered.
                    await Changed.InvokeAsync();
                    _seen = Inquiry.LastMessageId;
                }
            });

        if (!sent)
        {
            return;
        }

        (_key, _form, _missing) = (Ids.Next(), new(), []);
        await (_draft?.DropAsync() ?? Task.CompletedTask);
        Notices.Say(Text["Inquiry.Sent", to]);
        await Done.InvokeAsync();
    }

    private async Task NoteAsync()
    {
        if (await _doing.DoAsync(() => Note.ExecuteAsync(Inquiry.Id, new() { Text = _form.Note, Mentions = Guid.TryParse(_form.Mention, out var one) ? [new(one)] : [] }, null)))
        {
            (_form.Note, _form.Mention) = (null, null);
            await (_draft?.KeepAsync() ?? Task.CompletedTask);
            await Changed.InvokeAsync();
        }
    }

    private async Task TemplateAsync(string? template)
    {
        if (Guid.TryParse(template, out var id))
        {
            await _doing.DoAsync(
                () => Preview.ExecuteAsync(Inquiry.Id, new(new(id))),
                result =>
                {
                    (_form.Text, _missing) = result.IsOk ? (result.Value.Text, result.Value.Missing) : (_form.Text, _missing);

                    return Task.CompletedTask;
                });
        }
    }

    private async Task StateAsync(OrderId order) => await _doing.DoAsync(
        () => OrderState.ExecuteAsync(Inquiry.Id, order),
        result =>
        {
            _form.Text = !result.IsOk ? _form.Text : string.IsNullOrWhiteSpace(_form.Text) ? result.Value.Text : $"{_form.Text.TrimEnd()}\n\n{result.Value.Text}";

            return Task.CompletedTask;
        });

    private async Task CloseAsync()
    {
        if (await _doing.DoAsync(() => Close.ExecuteAsync(Inquiry.Id, Inquiry.Version)))
        {
            var id = Inquiry.Id;
            Notices.SayUndoable(Text["Inquiry.Closed"], () => Reopen.ExecuteAsync(id, null));
            await Done.InvokeAsync();
        }
    }

    private Task ReopenAsync() => ActAsync(() => Reopen.ExecuteAsync(Inquiry.Id, null));

    private Task UndoAsync(InquiryMessageId message) => ActAsync(() => Undo.ExecuteAsync(Inquiry.Id, message, null));

    // Eight in the morning, on the company's clocks.
    private Task SnoozeToTomorrowAsync() => SnoozeAsync(Clock.At(Clock.Today.AddDays(1), new(8, 0)));

    private async Task SnoozeAsync(DateTimeOffset? until)
    {
        if (await _doing.DoAsync(() => Snooze.ExecuteAsync(Inquiry.Id, new(until), Inquiry.Version)))
        {
            await (until is null ? Changed : Done).InvokeAsync();
        }
    }

    private async Task ActAsync(Func<Task<Result<InquiryView>>> act)
    {
        if (await _doing.DoAsync(act))
        {
            await Changed.InvokeAsync();
        }
    }
}
