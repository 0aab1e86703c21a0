namespace AdvPortal.Web.Components.Shared;

/// <summary>The fields of one form that hold what nobody can read. While there is one, the form is not kept: it would say something else than the person sees.</summary>
public sealed class Entries
{
    private readonly HashSet<object> _unread = [];

    public bool AreRead => _unread.Count == 0;

    internal void Tell(object field, bool isRead)
    {
        if (isRead)
        {
            _unread.Remove(field);
        }
        else
        {
            _unread.Add(field);
        }
    }
}
