namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>Our answer to a whole order; the codes are those of UN/EDIFACT 4343, which UBL and Peppol share.</summary>
public enum AcknowledgementStatus
{
    Received,
    Accepted,
    AcceptedWithAmendment,
    Rejected,
}

/// <summary>Our answer to one line; the values are the codes of UN/EDIFACT 1229, which UBL and Peppol share.</summary>
public enum LineStatus
{
    Added = 1,
    Deleted = 2,
    Changed = 3,
    Accepted = 5,
    NotAccepted = 7,
    AlreadyDelivered = 42,
}

public static class StatusCodes
{
    /// <summary>AB received, AP accepted, CA accepted with amendment, RE rejected (UN/EDIFACT 4343).</summary>
    public static string Code(this AcknowledgementStatus status) => status switch
    {
        AcknowledgementStatus.Received => "AB",
        AcknowledgementStatus.Accepted => "AP",
        AcknowledgementStatus.AcceptedWithAmendment => "CA",
        AcknowledgementStatus.Rejected => "RE",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, message: null),
    };

    /// <summary>1, 2, 3, 5, 7 or 42 (UN/EDIFACT 1229).</summary>
    public static string Code(this LineStatus status) => ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
