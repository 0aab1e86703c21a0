namespace AdvPortal.Domain.Contracts;

/// <summary>An agreed quantity held against what promised orders take of it.</summary>
/// <param name="Agreed">In the unit of the line.</param>
/// <param name="CalledOff">By orders that were promised, less what of them was given up.</param>
/// <param name="InReview">By orders that nobody has promised yet: it takes nothing, and is said beside.</param>
public readonly record struct BlanketBalance(decimal Agreed, decimal CalledOff, decimal InReview = 0)
{
    /// <summary>The days before its end from which a rest is somebody's business.</summary>
    public const int DaysAhead = 30;

    /// <summary>In hundredths of what is agreed, from where on it is nearly used up.</summary>
    public const int NearlyUsedUp = 90;

    /// <summary>Below zero where more was promised than agreed: an exception is seen, never rounded away.</summary>
    public decimal Remaining => Agreed - CalledOff;

    /// <summary>In hundredths; above 100 where more was promised than agreed.</summary>
    public int Percent => Agreed == 0 ? 100 : (int)decimal.Floor(100 * CalledOff / Agreed);

    public bool IsNearlyUsedUp => CalledOff * 100 > Agreed * NearlyUsedUp;

    public bool EndsSoonWithRest(DateOnly validUntil, DateOnly today) => Remaining > 0 && validUntil >= today && validUntil <= today.AddDays(DaysAhead);
}
