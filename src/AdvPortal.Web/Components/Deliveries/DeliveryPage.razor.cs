using System.Globalization;
using AdvPortal.Application.Common;
using AdvPortal.Application.Deliveries;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Deliveries;

/// <summary>One delivery: what it brings, its parcels and papers, how far it is, and what may be done with it.</summary>
public partial class DeliveryPage : IDisposable
{
    private static readonly DeliveryAct[] _withoutForm = [DeliveryAct.Unpack];

    private DeliveryView? _delivery;
    private Refusal? _refusal;
    private DeliveryAct? _open;
    private Rereading? _listening;
    private bool _busy;

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

    private bool MayHandle => Shell.May(Permission.HandleDeliveries);

    // What goes on comes first; a proof is added in its own place.
    private IEnumerable<DeliveryAct> Offered => _delivery!.Acts.Where(act => act is not DeliveryAct.Prove).OrderBy(act => act switch { DeliveryAct.Pack or DeliveryAct.Ship or DeliveryAct.Deliver => 0, DeliveryAct.Void => 2, _ => 1 });

    private string BackHref => $"deliveries?Week={_delivery!.ArriveOn.ToString("O", CultureInfo.InvariantCulture)}";

    public void Dispose() => _listening?.Dispose();

    protected override void OnInitialized() =>
        _listening = Changes.Reread(Member.TenantId!.Value, InvokeAsync, LoadAsync, StateHasChanged, notice => notice.SubjectId == Id && !_busy && _open is null);

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var read = await Read.ExecuteAsync(new(Id));
        (_delivery, _refusal) = (read.Value, read.Refusal);
    }

    private Task OpenAsync(DeliveryAct act)
    {
        (_open, _refusal) = (_open == act ? null : act, null);

        return _withoutForm.Contains(act) ? DoAsync(new(_delivery!) { Act = act }) : Task.CompletedTask;
    }

    private void Close() => (_open, _refusal) = (null, null);

    private Task DoAsync(DeliveryWish wish)
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

    private async Task KeepAsync(DeliveryAct act, Func<Task<Result<DeliveryView>>> work)
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        var done = await work();
        (_busy, _refusal) = (false, done.Refusal);

        if (done.IsOk)
        {
            (_delivery, _open) = (done.Value, null);
            Notices.Say(Text["Delivery.Done", _delivery.Number, Text.Word(act is DeliveryAct.Prove ? act : _delivery.Status)]);
        }
    }

    private async Task ProveAsync(IReadOnlyList<IBrowserFile> files)
    {
        if (files is not [var file])
        {
            return;
        }

        if (file.Size > ProveDelivery.MostBytes)
        {
            _refusal = new ProofTooLarge(ProveDelivery.MostBytes / (1024 * 1024));

            return;
        }

        using var bytes = new MemoryStream();
        await using var stream = file.OpenReadStream(ProveDelivery.MostBytes);
        await stream.CopyToAsync(bytes);
        await KeepAsync(DeliveryAct.Prove, () => Prove.ExecuteAsync(_delivery!.Id, bytes.ToArray(), file.Name, _delivery.Version));
    }

    private string Paper(string name) => $"api/v1/deliveries/{Id}/{name}";
}
