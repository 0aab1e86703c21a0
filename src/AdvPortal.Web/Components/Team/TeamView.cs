namespace AdvPortal.Web.Components.Team;

/// <summary>The four looks at a team: who is away, who has which clients, who carries how much, what only one of them knows.</summary>
public enum TeamView { Absences, Portfolios, Balance, Knowledge }
