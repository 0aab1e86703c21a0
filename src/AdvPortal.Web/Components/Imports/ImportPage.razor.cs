using AdvPortal.Application.Imports;
using AdvPortal.Exchange.Intake;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace AdvPortal.Web.Components.Imports;

/// <summary>Brings a list in: the file, what its columns mean, what each row will do, and what it did.</summary>
public sealed partial class ImportPage
{
    private static readonly ImportKind[] _ofClients = [ImportKind.Clients, ImportKind.Sites, ImportKind.Contacts];
    private static readonly ImportKind[] _ofProducts = [ImportKind.Products, ImportKind.ProductCodes, ImportKind.Prices];

    private static readonly ImportKind[] _ofRequirements = [ImportKind.Requirements];
    private static readonly ImportKind[] _ofStock = [ImportKind.StockDates];
    private static readonly ImportKind[] _ofShipments = [ImportKind.Shipments];

    private string _fileName = "";
    private ImportSheet? _sheet;
    private ImportReport? _report;
    private Refusal? _refusal;
    private IReadOnlyList<Problem> _problems = [];
    private bool _isReading;
    private bool _isRunning;
    private bool _isDone;
    private int _written;

    [Inject]
    public required ReadImportFile Read { get; init; }

    [Inject]
    public required PreviewImport Preview { get; init; }

    [Inject]
    public required RunImport Run { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery]
    public string? Show { get; set; }

    [SupplyParameterFromQuery]
    public int? From { get; set; }

    private string Place => Navigation.ToBaseRelativePath(Navigation.Uri).Split('/', '?')[0].ToLowerInvariant();

    private (string Title, ImportKind[] Kinds) Here => Place switch
    {
        "products" => ("Import.OfProducts", _ofProducts),
        "requirements" => ("Import.OfRequirements", _ofRequirements),
        "stock-dates" => ("Import.OfStockDates", _ofStock),
        "deliveries" => ("Import.OfShipments", _ofShipments),
        _ => ("Import.OfClients", _ofClients),
    };

    private ImportKind[] Kinds => Here.Kinds;

    private ImportKind Current => Enum.TryParse<ImportKind>(Kind, ignoreCase: true, out var kind) && Kinds.Contains(kind) ? kind : Kinds[0];

    private ImportOutcome? Shown => Enum.TryParse<ImportOutcome>(Show, ignoreCase: true, out var outcome) ? outcome : null;

    private int Importable => _report is null ? 0 : _report.Created + _report.Changed;

    private List<TabLink> TabItems => [.. Kinds.Select(kind => new TabLink(kind.ToString(), Text[$"ImportKind.{kind}"], $"{Place}/import?kind={kind}"))];

    protected override async Task OnParametersSetAsync()
    {
        // The same file may be a list of something else.
        if (_sheet is not null && _sheet.Kind != Current && !_isRunning)
        {
            await LookAsync(ImportSheet.Of(Current, _sheet.Table));
        }
    }

    private async Task ReadAsync(IReadOnlyList<IBrowserFile> files)
    {
        (_refusal, _problems, _isReading) = (null, [], true);
        StateHasChanged();

        try
        {
            if (files[0].Size > ReadImportFile.MostBytes)
            {
                _refusal = new ImportFileTooLarge(ReadImportFile.MostBytes / 1024 / 1024);
                return;
            }

            using var bytes = new MemoryStream();
            await using (var stream = files[0].OpenReadStream(ReadImportFile.MostBytes))
            {
                await stream.CopyToAsync(bytes);
            }

            var table = await Read.ExecuteAsync(Current, bytes.ToArray(), files[0].Name);

            if (!table.IsOk || table.Value.Headers.Count == 0)
            {
                (_refusal, _problems) = (table.Refusal ?? new ImportUnreadable([]), table.Value?.Problems ?? []);
                return;
            }

            _fileName = files[0].Name;
            await LookAsync(ImportSheet.Of(Current, table.Value));
        }
        finally
        {
            _isReading = false;
        }
    }

    private Task MeanAsync((int Column, ImportField? Field) meaning) => LookAsync(_sheet!.With(meaning.Column, meaning.Field));

    private async Task LookAsync(ImportSheet sheet)
    {
        (_sheet, _isDone) = (sheet, false);
        var report = await Preview.ExecuteAsync(sheet);
        (_report, _refusal) = (report.Value, report.Refusal);
    }

    private async Task RunAsync()
    {
        (_isRunning, _written) = (true, 0);
        var result = await Run.ExecuteAsync(_sheet!, new Progress<int>(written => _ = InvokeAsync(() =>
        {
            _written = written;
            StateHasChanged();
        })));
        _isRunning = false;

        if (result.IsOk)
        {
            (_report, _isDone) = (result.Value, true);
        }

        _refusal = result.Refusal;
    }

    private void StartAgain()
    {
        (_sheet, _report, _refusal, _isDone) = (null, null, null, false);
        Navigation.NavigateTo($"{Place}/import?kind={Current}");
    }

    private async Task SaveAsync(bool refused)
    {
        using var stream = new DotNetStreamReference(new MemoryStream(ImportResultFile.Write(_sheet!, _report!, Text, refused)));
        await Js.InvokeVoidAsync("advPortal.save", $"{Path.GetFileNameWithoutExtension(_fileName)}-{Text[refused ? "Import.RefusedName" : "Import.ResultName"]}.csv", "text/csv", stream);
    }

    private string AddressOf(ImportOutcome? shown, int from) => Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        [nameof(Show).ToLowerInvariant()] = shown?.ToString(),
        [nameof(From).ToLowerInvariant()] = from == 0 ? null : from,
    });
}
