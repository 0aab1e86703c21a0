namespace AdvPortal.Application.Intake;

/// <summary>The tabs of the intake queue: ours to go on with, with the client, with sales, refused, done.</summary>
public enum QueueTab { Todo, Client, Sales, Rejected, Done }

/// <summary>Whose part of the queue: all that one answers for today, one's own clients, those of absent colleagues, everybody's.</summary>
public enum QueueShare { Answered, Own, Covered, Team }

/// <summary>A document before there is an order of it, or the order.</summary>
public enum QueueKind { Document, Order }

/// <summary>The part of the queue that somebody works through; addresses carry it from one piece of work to the next.</summary>
/// <param name="Share">Null for all that one answers for, or for everybody's when that is nothing.</param>
/// <param name="Text">A part of an order's number or reference, of a client's name or code, or of a file's name.</param>
public sealed record QueueFilter(QueueTab Tab = QueueTab.Todo, QueueShare? Share = null, string? Text = null);

/// <summary>A piece of work in the queue.</summary>
public readonly record struct QueueSubject(QueueKind Kind, Guid Id);
