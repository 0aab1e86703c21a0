using System.Collections.Frozen;
using System.Globalization;
using AdvPortal.Application.Common;
using AdvPortal.Application.Deliveries;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Orders;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Deliveries;

/// <summary>One delivery: what it brings, its parcels and papers, how far it is, and what may be done with it.</summary>
public partial class DeliveryPage : IDisposable
{
    private readonly Doing _doing = new();
    private DeliveryView? _delivery;
    private Refusal? _refusal;
    private DeliveryAct? _open;
    private Rereading? _listening;
    private bool _asksWhoAgreed;
    private IReadOnlySet<Permission> _closed = FrozenSet<Permission>.Empty;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadDelivery Read { get; init; }

    [Inject]
    public required ChangeDelivery Change { get; init; }

    [Inject]
    public required PackDelivery Pack { get; init; }

    [Inject]
    public required UnpackDelivery Unpack { get; init; }

    [Inject]
    public required ShipDelivery Ship { get; init; }

    [Inject]
    public required DeliverDelivery Deliver { get; init; }

    [Inject]
    public required RefuseDelivery Refuse { get; init; }

    [Inject]
    public required VoidDelivery End { get; init; }

    [Inject]
    public required ProveDelivery Prove { get; init; }

    [Inject]
    public required ChangeNotices Changes { get; init; }

    [Inject]
    public required CurrentMember Member { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    // With somebody else's client, what is closed to the member is not offered.
    private ShellState Here => Shell.Without(_closed);

    private bool MayHandle => Here.May(Permission.HandleDeliveries);

    // What goes on comes first; a proof is added in its own place.
    private IEnumerable<DeliveryAct> Offered => _delivery!.Acts.Where(act => act is not DeliveryAct.Prove).OrderBy(act => act switch { DeliveryAct.Pack or DeliveryAct.Ship or DeliveryAct.Deliver => 0, DeliveryAct.Void => 2, _ => 1 });

    private string BackHref => $"deliveries?Week={_delivery!.ArriveOn.ToString("O", CultureInfo.InvariantCulture)}";

    public void Dispose() => _listening?.Dispose();

    protected override void OnInitialized() =>
        _listening = Changes.Reread(Member.TenantId!.Value, InvokeAsync, LoadAsync, StateHasChanged, notice => notice.SubjectId == Id && !_doing.IsBusy && _open is null);

    protected override Task OnParametersSetAsync()
    {
        // What was begun with another delivery ends with it.
        if (_delivery?.Id.Value != Id)
        {
            _delivery = null;
            Close();
        }

        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var id = Id;
        var read = await Read.ExecuteAsync(new(id));

        // A slower answer about the delivery before must not replace this one.
        if (id == Id)
        {
            (_delivery, _refusal) = (read.Value, read.Refusal);
        }
    }

    // What needs nothing said has no form.
    private Task OpenAsync(DeliveryAct act)
    {
        var opens = act is not DeliveryAct.Unpack && _open != act;
        Close();
        _open = opens ? act : null;

        return act is DeliveryAct.Unpack ? DoAsync(new(_delivery!) { Act = act }) : Task.CompletedTask;
    }

    private void Close() => (_open, _doing.Refusal, _asksWhoAgreed) = (null, null, false);

    private Task<bool> DoAsync(DeliveryWish wish)
    {
        var (id, seen) = (_delivery!.Id, _delivery.Version);

        return KeepAsync(wish.Act, wish.Act switch
        {
            DeliveryAct.Pack => () => Pack.ExecuteAsync(id, wish.Packing, seen),
            DeliveryAct.Unpack => () => Unpack.ExecuteAsync(id, seen),
            DeliveryAct.Ship => () => Ship.ExecuteAsync(id, wish.Shipping, seen),
            DeliveryAct.Deliver => () => Deliver.ExecuteAsync(id, wish.Proof, seen),
            DeliveryAct.Refuse => () => Refuse.ExecuteAsync(id, wish.Refusal, seen),
            DeliveryAct.Void => () => End.ExecuteAsync(id, new() { Reason = wish.Reason }, seen),
            _ => () => Change.ExecuteAsync(id, wish.Apply, seen),
        });
    }

    private Task<bool> KeepAsync(DeliveryAct act, Func<Task<Result<DeliveryView>>> work) => _doing.DoAsync(work, done => TakeAsync(act, done));

    private async Task TakeAsync(DeliveryAct act, Result<DeliveryView> done)
    {
        // Once asked, it stays asked: what was typed there is still to be sent.
        _asksWhoAgreed |= done.Refusal is GoesTogether;

        if (done.IsOk)
        {
            // The page may be on another delivery by now.
            (_delivery, _open) = done.Value.Id.Value == Id ? (done.Value, null) : (_delivery, _open);
            Notices.Say(Text["Delivery.Done", done.Value.Number, Text.Word(act is DeliveryAct.Prove ? act : done.Value.Status)]);
        }
        else if (done.Refusal is ChangedMeanwhile)
        {
            // As it is now, beside what was typed: who sends it again knows.
            await LoadAsync();
            _open = _open is { } open && _delivery?.Acts.Contains(open) is true ? open : null;
        }
    }

    private async Task ProveAsync(IReadOnlyList<IBrowserFile> files)
    {
        if (files is not [var file])
        {
            return;
        }

        var (id, seen) = (_delivery!.Id, _delivery.Version);

        if (file.Size > ProveDelivery.MostBytes)
        {
            _doing.Refusal = new ProofTooLarge(ProveDelivery.MostBytes / (1024 * 1024));

            return;
        }

        using var bytes = new MemoryStream();
        await using var stream = file.OpenReadStream(ProveDelivery.MostBytes);
        await stream.CopyToAsync(bytes);
        await KeepAsync(DeliveryAct.Prove, () => Prove.ExecuteAsync(id, bytes.ToArray(), file.Name, seen));
    }

    private string Paper(string name) => $"api/v1/deliveries/{Id}/{name}";
}
