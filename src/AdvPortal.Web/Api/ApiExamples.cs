namespace AdvPortal.Web.Api;

/// <summary>Bodies to start from, as the demo company's programs would send them.</summary>
internal static class ApiExamples
{
    private static readonly Dictionary<string, string> _bodies = new(StringComparer.Ordinal)
    {
        ["POST clients"] = """{ "code": "C-00187", "name": "Hydraulique Chartraine", "vatId": "FR27552081317", "language": "fr", "currency": "EUR" }""",
        ["POST clients/{id}/sites"] = """{ "name": "Entrepôt de Chartres", "gln": "3012345678907", "timeZone": "Europe/Paris", "address": { "street": "4 rue du Moulin", "postcode": "28000", "city": "Chartres", "country": "FR" } }""",
        ["PUT clients/{id}/prices"] = """[ { "productCode": "VH-M8-30-ZN", "netPrice": 8.40, "priceBaseQuantity": 100, "currency": "EUR", "validFrom": "2026-01-01" } ]""",
        ["PUT clients/{id}/product-codes"] = """[ { "buyerCode": "0A-VH-M8-30-ZN", "productCode": "VH-M8-30-ZN" } ]""",
        ["POST clients/{id}/requirements"] = """{ "sentence": "Pas de livraison les mercredis et jeudis à notre entrepôt de Chartres", "source": { "kind": "email", "who": "Karim Haddad", "on": "2025-02-03" }, "severity": "block", "validFrom": "2025-02-03", "rule": { "kind": "deliveryDays", "closed": ["wednesday", "thursday"] } }""",
        ["POST requirement-interpretations"] = """{ "text": "Pas de livraison les mercredis et jeudis à notre entrepôt de Chartres", "context": { "client": "Hydraulique Chartraine", "sites": ["Entrepôt de Chartres", "Atelier de Lucé"], "receivedOn": "2026-11-23" } }""",
        ["POST products"] = """{ "code": "VH-M8-30-ZN", "name": "Vis H M8×30 zinguée", "unit": "PCE" }""",
        ["POST orders"] = """{ "clientId": "019ab000-0000-7000-8000-000000000001", "customerReference": "4500187342", "requestedOn": "2026-11-25", "lines": [ { "buyerCode": "0A-VH-M8-30-ZN", "quantity": 5000, "netPrice": 8.40, "priceBaseQuantity": 100 } ] }""",
        ["POST orders/changes"] = """{ "orders": [ "019ab000-0000-7000-8000-000000000003" ], "act": "repromise", "deliverOn": "2026-11-27", "cause": "supplier", "note": "Zingage retardé" }""",
        ["POST views"] = """{ "name": "Reliquats de Chartres", "query": "view=backOrders&client=019ab000-0000-7000-8000-000000000001", "isShared": true }""",
        ["PATCH orders/{id}"] = """{ "lines": [ { "lineNo": "10", "quantity": 6000 } ] }""",
        ["POST orders/{id}/findings/{findingId}/waiver"] = """{ "reason": "Livraison exceptionnelle le mercredi", "agreedBy": "Karim Haddad" }""",
        ["POST orders/{id}/steps"] = """{ "step": "labelling" }""",
        ["POST orders/{id}/cancellation"] = """{ "reason": "Commande en double" }""",
        ["POST order-documents/{id}/application"] = """{ "lines": ["10", "20"], "head": true, "note": "La ligne 30 n’est plus fabriquée" }""",
        ["POST order-documents/{id}/refusal"] = """{ "reason": "inPreparation", "note": "Départ demain matin" }""",
        ["POST orders/{id}/findings/{findingId}/duplicate"] = """{ "outcome": "replaces" }""",
        ["POST orders/{id}/clarifications"] = """{ "of": "client", "to": "n.rousseau@hydraulique-chartraine.example", "subject": "Votre commande 4500187342 : une question", "text": "Bonjour,\n\nQuel prix devons-nous retenir, ligne 40 ?" }""",
        ["POST orders/{id}/clarifications/answer"] = """{ "answer": "1,25 € convient.", "from": "Nathalie Rousseau" }""",
        ["POST order-documents/{id}/clarifications"] = """{ "of": "client", "to": "n.rousseau@hydraulique-chartraine.example", "subject": "Votre envoi", "text": "Bonjour,\n\nDe quel article s’agit-il ?" }""",
        ["PATCH products/{id}"] = """{ "packQuantity": 100, "packUnit": "BX", "discontinuedOn": null }""",
        ["POST deliveries"] = """{ "orders": ["019ab000-0000-7000-8000-000000000003"], "arriveOn": "2026-11-27", "carrier": "Heppner" }""",
        ["PATCH deliveries/{id}"] = """{ "arriveOn": "2026-11-30" }""",
        ["POST deliveries/{id}/packing"] = """{ "pallets": 1, "parcels": 4 }""",
        ["POST deliveries/{id}/shipment"] = """{ "carrier": "Heppner", "trackingNumber": "HP42", "trackingLink": "https://suivi.example/HP42" }""",
        ["POST deliveries/{id}/delivery"] = """{ "receivedBy": "Karim Haddad", "at": "2026-11-27T08:40:00Z" }""",
        ["POST deliveries/{id}/refusal"] = """{ "receivedBy": "Karim Haddad", "because": "damaged", "sendAgain": true }""",
        ["POST deliveries/{id}/void"] = """{ "reason": "Camion annulé" }""",
        ["POST complaints"] = """{ "clientId": "019ab000-0000-7000-8000-000000000001", "subject": "M10×45 livrées au lieu de M10×40", "description": "Deux cartons marqués M10×40 contiennent des M10×45.", "nature": "logistics", "severity": "major", "lines": [ { "orderId": "019ab000-0000-7000-8000-000000000003", "lineNo": "10", "quantity": 800 } ] }""",
        ["POST complaints/{id}/work"] = """{ "team": [ { "name": "Claire Morel", "role": "ADV" } ], "problem": "800 vis M10×45 dans deux cartons M10×40", "cause": "labelling", "side": "us", "analysis": { "whys": ["Deux lots voisins"], "rootCause": "Pas de contrôle à l’étiquetage" } }""",
        ["POST complaints/{id}/actions"] = """{ "kind": "immediate", "text": "Bloquer le lot L26-3381", "who": "Paul Garnier", "dueOn": "2026-11-25" }""",
        ["POST complaints/{id}/steps"] = """{ "discipline": "containment" }""",
        ["POST complaints/{id}/settlement"] = """{ "lines": [ { "id": "019ab000-0000-7000-8000-000000000004", "settlement": ["creditNote", "replacement"], "credit": 226.40 } ] }""",
        ["POST complaints/{id}/credits/{creditId}/decision"] = """{ "approved": true }""",
        ["POST complaints/{id}/costs"] = """{ "costs": [ { "kind": "transport", "amount": 64.50, "note": "Remplacement et reprise" } ] }""",
        ["POST complaints/{id}/answer"] = """{ "to": "t.legrand@garage-beaulieu.example", "subject": "Votre réclamation RC26-00087", "text": "Bonjour,\n\nNous remplaçons les vis.", "paper": "eightD" }""",
        ["POST complaints/{id}/refusal"] = """{ "reason": "Hors contrat" }""",
        ["POST complaints/{id}/reopening"] = """{ "reason": "Encore deux cartons", "from": "rootCause" }""",
        ["POST absences"] = """{ "memberId": "019ab000-0000-7000-8000-000000000002", "from": "2026-11-25", "until": "2026-11-27", "fromHalf": "afternoon" }""",
        ["POST stock-dates"] = """{ "rows": [ { "orderNumber": "CV26-04518", "lineNo": "10", "readyOn": "2026-11-30", "note": "Zingage attendu" }, { "customerReference": "4500187342", "productCode": "RP-M8-ZN", "readyOn": null } ] }""",
        ["PUT shipping-calendars"] = """{ "own": { "days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "holidays": "fr-metropole", "closures": [ { "from": "2026-12-24", "until": "2027-01-01", "name": "Congés de fin d’année" } ] }, "ordersUntil": "15:00:00", "carriers": [ { "name": "Heppner", "workingDays": 1, "isUsual": true, "calendar": { "days": ["tuesday", "thursday"] } } ] }""",
        ["POST shipments"] = """{ "rows": [ { "shipmentNumber": "EXP-00731", "orderNumber": "CV26-04518", "lineNo": "10", "quantity": 5000, "shippedOn": "2026-11-26", "carrier": "Heppner", "trackingNumber": "HP42", "sscc": "376000000000000073" } ] }""",
        ["POST webhooks"] = """{ "url": "https://erp.visserie-du-perche.example/portal", "events": ["order.confirmed", "promise.changed"] }""",
        ["PATCH webhooks/{id}"] = """{ "isActive": true }""",
        ["POST webhooks/{id}/messages/replay"] = """{ "since": "2026-11-23" }""",
        ["POST portfolio-transfers"] = """{ "clientIds": ["019ab000-0000-7000-8000-000000000001"], "toMemberId": "019ab000-0000-7000-8000-000000000002", "from": "2026-12-01", "reason": "Nouveau secteur" }""",
    };

    public static string? Of(string? method, string? path) => _bodies.GetValueOrDefault($"{method} {path?.Replace("api/v1/", "", StringComparison.Ordinal).TrimEnd('/')}");
}
