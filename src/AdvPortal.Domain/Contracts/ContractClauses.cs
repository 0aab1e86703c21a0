using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Contracts;

/// <summary>What a clause of the signed contract becomes in a handoff. What is made of a clause marks it; what is taken off leaves what was made, without its source.</summary>
public static class ContractClauses
{
    public static HandoffContent WithClause(this HandoffContent content, HandoffClause clause) =>
        content with { Clauses = [.. content.Clauses.Where(known => known.Number != clause.Number), clause] };

    public static HandoffContent WithoutClause(this HandoffContent content, string number) => content with
    {
        Clauses = [.. content.Clauses.Where(known => known.Number != number)],
        Prices = [.. content.Prices.Select(price => price.Clause == number ? price with { Clause = null } : price)],
        Sentences = [.. content.Sentences.Select(said => said.Clause == number ? said with { Clause = null } : said)],
        Promises = [.. content.Promises.Select(promise => promise.Clause == number ? promise with { Clause = null } : promise)],
    };

    /// <summary>The clause is what the client expects, and the source of the requirement to come.</summary>
    /// <param name="content">The handoff.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="question">Which it answers, with « Oui »; null for what no question asked for.</param>
    public static HandoffContent Require(this HandoffContent content, HandoffClause clause, HandoffQuestion? question)
    {
        var said = new HandoffSentence(
            WholeText.Cut(clause.Words ?? "", RequirementRevision.SentenceMaxLength), question, content.Contacts.FirstOrDefault(contact => contact.Role is Clients.ContactRole.Buyer)?.Name,
            SourceKind.Contract, content.Contract.SignedOn, Clause: clause.Number);
        var marked = content.WithClause(clause) with { Sentences = [.. content.Sentences, said] };

        return question is { } asked ? marked.WithAnswer(asked, AnswerTo.Yes) : marked;
    }

    /// <param name="content">The handoff.</param>
    /// <param name="clause">The clause that says what it costs.</param>
    /// <param name="at">The price, counted from 0.</param>
    public static HandoffContent Price(this HandoffContent content, HandoffClause clause, int at) =>
        content.WithClause(clause) with { Prices = [.. content.Prices.Select((price, place) => place == at ? price with { Clause = clause.Number } : price)] };

    /// <summary>The clause is something that we shall have done by a day: who and when, somebody has yet to say.</summary>
    public static HandoffContent Promise(this HandoffContent content, HandoffClause clause) =>
        content.WithClause(clause) with { Promises = [.. content.Promises, new(WholeText.Cut(clause.Words ?? "", Handoff.TextMaxLength), Clause: clause.Number)] };
}
