namespace AdvPortal.EmbeddedPostgres;

/// <summary>PostgreSQL cannot be had or will not start; the message is worded for the person at the console.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    public EmbeddedPostgresException(string message) : base(message)
    {
    }

    public EmbeddedPostgresException(string message, Exception inner) : base(message, inner)
    {
    }

    public EmbeddedPostgresException()
    {
    }
}
