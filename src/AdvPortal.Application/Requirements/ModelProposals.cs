using System.Text.Json;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Requirements;
using AdvPortal.Exchange.Requirements.Model;
using FluentValidation;

namespace AdvPortal.Application.Requirements;

/// <summary>Has a language model propose requirements for the sentences that the grammar left, and keeps of its answer what a person could have typed in.</summary>
public sealed class ModelProposals(LanguageModel model, IValidator<RequirementForm> validator, TenantClock clock)
{
    /// <summary>Null where no model is set up, or nothing is left to ask.</summary>
    internal ModelQuestion? QuestionOf(string text, Interpretation read, InterpretationContext context) =>
        model.IsConfigured ? ModelQuestion.Of(text, read, context, model.Characters) : null;

    internal async Task<InterpretationView> AddAsync(InterpretationView view, ModelQuestion question, Dictionary<string, SiteId> sites, CancellationToken ct)
    {
        var reply = await model.AskAsync(ModelInstructions.Text, question.ToJson(), ct);

        if (reply.Text is null)
        {
            return view with { Silence = reply.Silence };
        }

        return ModelAnswer.Read(question, reply.Text) is { } proposals
            ? view.With([.. proposals.Where(proposal => Holds(proposal, question) && !view.Proposals.Any(known => Says(known.SiteName, known.Rule, proposal)))], sites)
            : view with { Silence = ModelSilence.Nonsense };
    }

    /// <summary>Filled in as by a person, and put to the same questions.</summary>
    private bool Holds(Proposal proposal, ModelQuestion question)
    {
        var form = new RequirementForm
        {
            Sentence = question.Text.Substring(proposal.Sentence.Offset, proposal.Sentence.Length),
            Source = new(SourceKind.Note, nameof(ProposalOrigin.Model)),
            ValidFrom = proposal.ValidFrom,
            ValidUntil = proposal.ValidUntil,
            Rule = proposal.Rule,
        };

        return validator.Validate(form).IsValid && form.ToContent(clock.Today).Check() is null;
    }

    private static bool Says(string? site, Rule rule, Proposal proposal) =>
        site == proposal.SiteName && JsonSerializer.Serialize(rule, DomainJson.Options) == JsonSerializer.Serialize(proposal.Rule, DomainJson.Options);
}
