using System.Data.Common;
using System.Reflection;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.History;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Requirements;
using AdvPortal.Domain.Tenants;
using AdvPortal.Domain.Tenders;
using AdvPortal.Domain.Webhooks;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Mapping;
using AdvPortal.Persistence.Members;
using AdvPortal.Persistence.Outbox;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace AdvPortal.Persistence;

/// <summary>The database as one tenant sees it.</summary>
public sealed class AdvDbContext(DbContextOptions<AdvDbContext> options, CurrentTenant tenant)
    : IdentityUserContext<Login, Guid>(options)
{
    public DbSet<Tenant> Tenants => Set<Tenant>();
    public DbSet<TenantSettings> TenantSettings => Set<TenantSettings>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<Client> Clients => Set<Client>();
    public DbSet<Site> Sites => Set<Site>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<BuyerCode> BuyerCodes => Set<BuyerCode>();
    public DbSet<ContractPrice> ContractPrices => Set<ContractPrice>();
    public DbSet<Product> Products => Set<Product>();
    public DbSet<Ownership> Ownerships => Set<Ownership>();
    public DbSet<Absence> Absences => Set<Absence>();
    public DbSet<Cover> Covers => Set<Cover>();
    public DbSet<WorkMeasure> WorkMeasures => Set<WorkMeasure>();
    public DbSet<BriefingReceipt> BriefingReceipts => Set<BriefingReceipt>();
    public DbSet<CoverNote> CoverNotes => Set<CoverNote>();
    public DbSet<HandbackMark> HandbackMarks => Set<HandbackMark>();
    public DbSet<ClientLayout> ClientLayouts => Set<ClientLayout>();
    public DbSet<OrderDocument> OrderDocuments => Set<OrderDocument>();
    public DbSet<OrderDocumentContent> OrderDocumentContents => Set<OrderDocumentContent>();
    public DbSet<OrderMailbox> OrderMailboxes => Set<OrderMailbox>();
    public DbSet<MailboxWatch> MailboxWatches => Set<MailboxWatch>();
    public DbSet<MailboxMessage> MailboxMessages => Set<MailboxMessage>();
    public DbSet<Requirement> Requirements => Set<Requirement>();
    public DbSet<Reconfirmation> Reconfirmations => Set<Reconfirmation>();
    public DbSet<BlanketOrder> BlanketOrders => Set<BlanketOrder>();
    public DbSet<Handoff> Handoffs => Set<Handoff>();
    public DbSet<HandoffFile> HandoffFiles => Set<HandoffFile>();
    public DbSet<HandoffFileContent> HandoffFileContents => Set<HandoffFileContent>();
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<PromiseWatch> PromiseWatches => Set<PromiseWatch>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<Delivery> Deliveries => Set<Delivery>();
    public DbSet<DeliveryFile> DeliveryFiles => Set<DeliveryFile>();
    public DbSet<DeliveryFileContent> DeliveryFileContents => Set<DeliveryFileContent>();
    public DbSet<Complaint> Complaints => Set<Complaint>();
    public DbSet<ComplaintFile> ComplaintFiles => Set<ComplaintFile>();
    public DbSet<ComplaintFileContent> ComplaintFileContents => Set<ComplaintFileContent>();
    public DbSet<Tender> Tenders => Set<Tender>();
    public DbSet<TenderReminder> TenderReminders => Set<TenderReminder>();
    public DbSet<NumberedUnit> NumberedUnits => Set<NumberedUnit>();
    public DbSet<Clarification> Clarifications => Set<Clarification>();
    public DbSet<Inquiry> Inquiries => Set<Inquiry>();
    public DbSet<ReplyTemplate> ReplyTemplates => Set<ReplyTemplate>();
    public DbSet<Happening> History => Set<Happening>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<OutboxTurn> OutboxTurns => Set<OutboxTurn>();
    public DbSet<Webhook> Webhooks => Set<Webhook>();
    public DbSet<WebhookMessage> WebhookMessages => Set<WebhookMessage>();
    public DbSet<WebhookTurn> WebhookTurns => Set<WebhookTurn>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>For whom this work is done; null before a tenant is known.</summary>
    public TenantId? Tenant => tenant.Id;

    /// <summary>What a <see cref="Visit"/> brought back and EF has yet to read.</summary>
    internal DbDataReader? Answers { get; set; }

    private List<NewRow> _newRows = [];

    /// <summary>New rows that are written when the context is saved, and that it does not track.</summary>
    public IReadOnlyList<NewRow> NewRows => _newRows;

    // Planned for its own values every time: a plan that is right for most tenants is ruinous for the largest.
    private string[] Enter => [$"set local app.tenant_id = '{tenant.Id?.Value}'", "set local plan_cache_mode = force_custom_plan"];

    // Read by the tenant filter of every query this context runs.
    private TenantId TenantId => tenant.Id ?? default;

    /// <summary>
    /// Tells PostgreSQL whose rows this work may touch, for one transaction only: the connection forgets it at the end, even behind
    /// a pooler. The statement, not set_config: Citus passes only the statement on to its workers.
    /// </summary>
    public async Task<IDbContextTransaction> BeginAsync(CancellationToken ct)
    {
        var transaction = await Database.BeginTransactionAsync(ct);

        await using var name = Database.GetDbConnection().CreateCommand();
        name.Transaction = transaction.GetDbTransaction();
        name.CommandText = string.Join(';', Enter);
        await name.ExecuteNonQueryAsync(ct);

        return transaction;
    }

    /// <summary>The same, and asks in that very visit what is known to be needed.</summary>
    public async Task<IDbContextTransaction> BeginAsync(Visit questions, CancellationToken ct)
    {
        var transaction = await Database.BeginTransactionAsync(ct);
        await questions.GoAsync(Enter, ct);

        return transaction;
    }

    /// <summary>
    /// Commits the transaction, in one visit with what has to be written last: the rows that everybody waits for are locked for no
    /// longer than PostgreSQL itself needs. Whatever fails of it, nothing is committed.
    /// </summary>
    public async Task CommitAsync(IEnumerable<NpgsqlBatchCommand> last, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)Database.GetDbConnection());

        foreach (var command in last.Append(new("commit")))
        {
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>
    /// Adds new wholes with their parts. Where they are very many they are not tracked: nothing more may be done to them, and they may refer
    /// only to what is in the database already.
    /// </summary>
    public void AddMany<T>(IReadOnlyCollection<T> wholes) where T : TenantOwned
    {
        List<NewRow> rows = [.. NewRow.Of(Model.FindEntityType(typeof(T))!, wholes)];

        if (rows.Count >= BulkInsertInterceptor.Many && Database.CurrentTransaction is not null && rows.DistinctBy(row => row.Kind).All(row => BulkTable.Takes(row.Kind))
            && BulkInsertInterceptor.InTurn(rows.ToLookup(row => row.Kind)) is not null)
        {
            _newRows.AddRange(rows);
        }
        else
        {
            AddRange(wholes);
        }
    }

    internal List<NewRow> TakeNewRows()
    {
        var rows = _newRows;
        _newRows = [];

        return rows;
    }

    /// <summary>Saves <paramref name="row"/> only if it is still as the person saw it.</summary>
    public void Expect(TenantOwned row, int version) => Entry(row).Property(r => r.Version).OriginalValue = version;

    /// <summary>The version that a row will bear once this work is saved: the answer of whoever changes it.</summary>
    public int VersionAfterSaving(TenantOwned row) =>
        Entry(row).State is EntityState.Added or EntityState.Detached ? 1 : Entry(row).Property(r => r.Version).OriginalValue + 1;

    /// <summary>Moves the version of a whole on because something that hangs on it, and is not loaded as its part, changed.</summary>
    public void Touch(TenantOwned row)
    {
        if (Entry(row).State is EntityState.Unchanged)
        {
            Entry(row).State = EntityState.Modified;
        }
    }

    // PostgreSQL's own functions; EF asks that they be members of the context. Search says what they find.
    internal IQueryable<Found<OrderId>> SearchOrders(string term, int? most) => FromExpression(() => SearchOrders(term, most));
    internal IQueryable<Found<ClientId>> SearchClients(string term, int? most) => FromExpression(() => SearchClients(term, most));
    internal IQueryable<Found<ProductId>> SearchProducts(string term, int? most) => FromExpression(() => SearchProducts(term, most));

    internal IQueryable<Found<InquiryId>> SearchInquiries(string term, int? most, Guid? client) => FromExpression(() => SearchInquiries(term, most, client));

    internal IQueryable<Alike<ClientId>> SimilarClients(string[] terms, int most) => FromExpression(() => SimilarClients(terms, most));
    internal IQueryable<Alike<ProductId>> SimilarProducts(string[] terms, Guid? client, int most) => FromExpression(() => SimilarProducts(terms, client, most));

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        var own = typeof(AdvDbContext).GetMethod(nameof(OwnByTenant), BindingFlags.NonPublic | BindingFlags.Instance)!;
        var assemblies = new[] { typeof(TenantOwned).Assembly, typeof(AdvDbContext).Assembly };

        foreach (var type in assemblies.SelectMany(a => a.GetTypes()).Where(t => t.BaseType == typeof(TenantOwned)))
        {
            own.MakeGenericMethod(type).Invoke(this, [builder]);
        }

        Search.Declare(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AdvDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var id in typeof(IId).Assembly.GetTypes().Where(t => t.IsValueType && t.IsAssignableTo(typeof(IId))))
        {
            configurationBuilder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        }

        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<decimal>().HavePrecision(18, 2);
    }

    private void OwnByTenant<T>(ModelBuilder model) where T : TenantOwned
    {
        model.Entity<T>().HasTenantKey();
        model.Entity<T>().HasQueryFilter(Filters.Tenant, row => row.TenantId == TenantId);
    }
}
