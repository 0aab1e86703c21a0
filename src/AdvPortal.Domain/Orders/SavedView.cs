namespace AdvPortal.Domain.Orders;

/// <summary>A part of the order book under a name: somebody's own, or everybody's.</summary>
public sealed class SavedView : TenantOwned
{
    public const int NameMaxLength = 60;
    public const int QueryMaxLength = 1000;

    private SavedView() { }

    /// <param name="owner">Null when a program makes it: then it is everybody's.</param>
    /// <param name="name">What its tab says.</param>
    /// <param name="query">The filter, as an address carries it.</param>
    /// <param name="isShared">Everybody has its tab.</param>
    public SavedView(MemberId? owner, string name, string query, bool isShared)
    {
        OwnerId = owner;
        Change(name, query, isShared);
    }

    public SavedViewId Id { get; private set; } = Ids.New<SavedViewId>();

    /// <summary>Null when a program made it.</summary>
    public MemberId? OwnerId { get; private set; }

    public string Name { get; private set; } = null!;

    /// <summary>The filter, as an address carries it, without its question mark.</summary>
    public string Query { get; private set; } = "";

    public bool IsShared { get; private set; }

    /// <summary>Whether it exists for somebody; null for a program.</summary>
    public bool IsSeenBy(MemberId? member) => IsShared || OwnerId == member;

    public void Change(string name, string query, bool isShared) => (Name, Query, IsShared) = (name.Trim(), query, isShared || OwnerId is null);
}

public sealed record NoSuchView : NoSuchThing;

/// <summary>What everybody sees is changed by whoever made it, or by who manages the company.</summary>
public sealed record NotYourView : Refusal
{
    public override RefusalKind Kind => RefusalKind.NotAllowed;
}
