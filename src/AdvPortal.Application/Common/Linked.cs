using System.Linq.Expressions;
using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Tenders;

namespace AdvPortal.Application.Common;

/// <summary>A complaint as it is named where it came of something, or something came of it.</summary>
public sealed record LinkedComplaint(ComplaintId Id, string Number, string Subject, ComplaintStatus Status)
{
    internal static Expression<Func<Complaint, LinkedComplaint>> Of { get; } = it => new(it.Id, it.Number, it.Subject, it.Status);
}

/// <summary>A tender as it is named where it came of something, or something came of it.</summary>
public sealed record LinkedTender(TenderId Id, string Number, string Title, TenderStatus Status)
{
    internal static Expression<Func<Tender, LinkedTender>> Of { get; } = it => new(it.Id, it.Number, it.Title, it.Status);
}

/// <summary>A conversation as it is named where something came of it.</summary>
public sealed record LinkedInquiry(InquiryId Id, string Subject, InquiryStatus Status);
