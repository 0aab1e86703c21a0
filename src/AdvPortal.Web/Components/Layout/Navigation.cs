using AdvPortal.Domain.Members;
using Microsoft.AspNetCore.Components.Routing;
using static MudBlazor.Icons.Material;

namespace AdvPortal.Web.Components.Layout;

/// <param name="Key">The text key of the full name; with ".Short" behind it, of the name in the phone's bottom bar.</param>
/// <param name="Letter">The letter after G that goes there.</param>
public sealed record NavItem(string Key, string Href, string Icon, Permission? Needs = null, string? Letter = null);

/// <summary>The places of the portal. A place stands here only once it works.</summary>
public static class Navigation
{
    public static readonly NavItem MyDay = new("Nav.MyDay", "", Outlined.Today, Letter: "j");
    public static readonly NavItem OrderBook = new("Nav.OrderBook", "orders", Outlined.ListAlt, Permission.ReadOrders, "c");
    public static readonly NavItem Inquiries = new("Nav.Inquiries", "inquiries", Outlined.Forum, Permission.ReadOrders, "q");
    public static readonly NavItem Deliveries = new("Nav.Deliveries", "deliveries", Outlined.LocalShipping, Permission.ReadOrders, "x");
    public static readonly NavItem Complaints = new("Nav.Complaints", "complaints", Outlined.WarningAmber, Permission.ReadOrders, "m");
    public static readonly NavItem Tenders = new("Nav.Tenders", "tenders", Outlined.RequestQuote, Permission.ReadOrders, "o");
    public static readonly NavItem Clients = new("Nav.Clients", "clients", Outlined.Domain, Permission.ReadClients, "l");
    public static readonly NavItem Requirements = new("Nav.Requirements", "requirements", Outlined.Rule, Permission.ReadRequirements, "e");
    public static readonly NavItem Products = new("Nav.Products", "products", Outlined.Category, Permission.ReadClients, "a");
    public static readonly NavItem Handoffs = new("Nav.Handoffs", "handoffs", Outlined.Handshake, Permission.ReadHandoffs, "r");
    public static readonly NavItem Team = new("Nav.Team", "team", Outlined.Groups, Permission.ReadPortfolios, "t");

    public static readonly NavItem Settings = new("Nav.Settings", "settings", Outlined.Settings, Permission.ManageTenant, "p");

    /// <summary>What « Créer » offers to whom.</summary>
    public static readonly IReadOnlyList<(Permission Needs, string Key, string Href, string Icon)> Creatable =
    [
        (Permission.HandleOrders, "Book.New", "orders/new", Outlined.ListAlt),
        (Permission.HandleInquiries, "Inquiry.New", "inquiries/new", Outlined.Forum),
        (Permission.HandleComplaints, "Complaint.New", "complaints/new", Outlined.WarningAmber),
        (Permission.HandleTenders, "Tender.New", "tenders/new", Outlined.RequestQuote),
        (Permission.ManageClients, "Clients.New", "clients/new", Outlined.Domain),
        (Permission.ManageClients, "Blanket.New", "blanket-orders/new", Outlined.EventRepeat),
        (Permission.ManageRequirements, "Requirement.New", "requirements/new", Outlined.Rule),
        (Permission.ManageClients, "Import.OfClients", "clients/import", Outlined.UploadFile),
        (Permission.ManageClients, "Import.OfProducts", "products/import", Outlined.UploadFile),
        (Permission.ManageRequirements, "Import.OfRequirements", "requirements/import", Outlined.UploadFile),
        (Permission.HandleOrders, "Import.OfStockDates", "stock-dates/import", Outlined.UploadFile),
        (Permission.HandleDeliveries, "Import.OfShipments", "deliveries/import", Outlined.UploadFile),
    ];

    /// <summary>What would have been mailed, where nothing leaves.</summary>
    public static readonly NavItem Mailbox = new("Nav.Mailbox", "mailbox", Outlined.Outbox);

    /// <summary>Groups as they stand in the drawer; the first has no heading.</summary>
    public static readonly IReadOnlyList<(string? Heading, IReadOnlyList<NavItem> Items)> Groups =
    [
        (null, [MyDay, OrderBook, Inquiries, Complaints, Tenders]),
        ("Nav.Group.Clients", [Clients, Requirements, Handoffs, Products]),
        ("Nav.Group.Execution", [Deliveries]),
        ("Nav.Group.Team", [Team]),
    ];

    /// <summary>The first four that a member may see stand in the phone's bottom bar; the rest is behind « Plus ».</summary>
    public static readonly IReadOnlyList<NavItem> All = [MyDay, OrderBook, Clients, Inquiries, Requirements, Deliveries, Complaints, Tenders, Handoffs, Team, Products, Settings];

    public static bool IsFor(this NavItem item, ShellState? shell) => shell is not null && (item.Needs is not { } needed || shell.May(needed));

    public static NavLinkMatch Match(this NavItem item) => item.Href.Length == 0 ? NavLinkMatch.All : NavLinkMatch.Prefix;
}
