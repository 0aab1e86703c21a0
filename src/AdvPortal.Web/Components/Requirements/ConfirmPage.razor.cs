using System.Globalization;
using AdvPortal.Application.Common;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Requirements;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>Where a client's contact confirms or corrects what is asked of them: plain HTML, without an account, and nothing else to be seen.</summary>
public partial class ConfirmPage
{
    private ReadReconfirmation.Question? _question;
    private Refusal? _refusal;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadReconfirmation Read { get; init; }

    [Inject]
    public required AnswerReconfirmation Answer { get; init; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [Parameter]
    public required string Token { get; set; }

    [SupplyParameterFromForm]
    public AnswerReconfirmation.Form? Form { get; set; }

    private TenantInfo? Tenant => Context.Features.Get<TenantInfo>();

    protected override async Task OnInitializedAsync()
    {
        _question = Tenant is { } tenant ? (await Read.ExecuteAsync(tenant, Token, Context.RequestAborted)).Value : null;

        // In the language that the question was asked in, until the reader chooses another.
        if (_question is { } question && HttpMethods.IsGet(Context.Request.Method) && !Context.Request.Query.ContainsKey("culture") && question.Language != CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)
        {
            Context.Response.Redirect($"{Context.Request.PathBase}/confirm/{Token}?culture={question.Language}");
        }
    }

    private async Task AnswerAsync()
    {
        if (_question is null)
        {
            return;
        }

        var answered = await Answer.ExecuteAsync(Tenant!, Token, Form ?? new(), Context.RequestAborted);

        if (answered.IsOk)
        {
            Context.Response.Redirect($"{Context.Request.PathBase}/confirm/done?culture={CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}");
            return;
        }

        // Somebody else with the same link was faster.
        _question = answered.Refusal is ReconfirmationClosed or ChangedMeanwhile ? null : _question;
        _refusal = answered.Refusal;
    }

    private AnswerReconfirmation.Answer? SaidOf(RequirementId id) => Form?.Answers.Find(answer => answer.RequirementId == id.Value);

    private string? Wrong(int index, string field) => Wrong($"Answers[{index}].{field}");

    private string? Wrong(string field) => (_refusal as Invalid)?.Fields.GetValueOrDefault(field) is [var key, ..] ? Text[key].Value : null;

    private string Facts(ReadReconfirmation.Row row) => string.Join(" · ", new[]
    {
        row.Site ?? Text["Confirm.AllSites"].Value,
        row.ProductFamily,
        Text["Confirm.Since", Wording.Date(row.ValidFrom, CultureInfo.CurrentCulture)].Value,
        // Whole on one line, on a phone too.
        row.Number.Replace('-', '\u2011'),
    }.OfType<string>());
}
