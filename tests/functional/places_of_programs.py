"""Where programs ask; nobody in a browser is let in there, and no page is shown."""

from tests.functional.place import Place

PROGRAMS = {
    name: Place("", f"/api/v1/{path}")
    for name, path in {
        "api-root": "",
        "api_description": "openapi.json",
        "api_requests": "verzoeken",
        "api_request": "verzoeken/V-2024-01",
        "api_answers": "verzoeken/V-2024-01/antwoorden",
        "api_subscriptions": "abonnementen",
        "api_subscription": "abonnementen/1",
        "api_documents": "verzoeken/V-2024-01/documenten",
        "api_document": "verzoeken/V-2024-01/documenten/V-2024-01-D1",
        "api_document_content": "verzoeken/V-2024-01/documenten/V-2024-01-D1/inhoud",
        "api_decisions": "besluiten",
        "api_parties": "relaties",
        "api_party": "relaties/P-1",
        "api_activities": "activiteiten",
        "api_activity": "activiteiten/X-1",
        "api_request_activities": "verzoeken/V-2024-01/activiteiten",
        "api_participations": "verzoeken/V-2024-01/deelnames",
        "api_participation": "verzoeken/V-2024-01/deelnames/V-2024-01-V1",
        "api_measures": "activiteiten/X-1/maatregelen",
        "api_measure": "activiteiten/X-1/maatregelen/X-1-M1",
        "api_evidence_list": "activiteiten/X-1/maatregelen/X-1-M1/bewijsstukken",
        "api_evidence": "activiteiten/X-1/maatregelen/X-1-M1/bewijsstukken/1",
        "api_participants": "activiteiten/X-1/deelnemers",
        "api_participant": "activiteiten/X-1/deelnemers/1",
        "api_agreements": "overeenkomsten",
        "api_agreement": "overeenkomsten/OVK-2025-1",
        "api_deeds": "overeenkomsten/OVK-2025-1/akten",
        "api_deed": "overeenkomsten/OVK-2025-1/akten/1",
        "api_agreement_documents": "overeenkomsten/OVK-2025-1/documenten",
        "api_agreement_document": "overeenkomsten/OVK-2025-1/documenten/1",
        "api_agreement_document_content": "overeenkomsten/OVK-2025-1/documenten/1/inhoud",
        "api_kaders": "kaders",
        "api_kader": "kaders/zuid-holland/2024-01-01",
        "api_advices": "verzoeken/V-2024-01/adviezen",
        "api_advice": "verzoeken/V-2024-01/adviezen/V-2024-01-ADV1",
        "api_advice_answers": "verzoeken/V-2024-01/adviezen/V-2024-01-ADV1/antwoorden",
        "api_advice_withdrawal": "verzoeken/V-2024-01/adviezen/V-2024-01-ADV1/terugname",
        "api_advice_documents": "verzoeken/V-2024-01/adviezen/V-2024-01-ADV1/documenten",
        "api_advice_document": "verzoeken/V-2024-01/adviezen/V-2024-01-ADV1/documenten/V-2024-01-D1",
        "api_advice_document_content": "verzoeken/V-2024-01/adviezen/V-2024-01-ADV1/documenten/V-2024-01-D1/inhoud",
        "api_assignment": "verzoeken/V-2024-01/toewijzing",
        "api_hand_over": "verzoeken/V-2024-01/overdracht",
        "api_screening": "verzoeken/V-2024-01/screening",
        "api_hits": "verzoeken/V-2024-01/screening/treffers",
        "api_assessments": "verzoeken/V-2024-01/toetsingen",
        "api_assessment": "verzoeken/V-2024-01/toetsingen/V-2024-01-B1",
    }.items()
} | {
    name: Place("", f"/api/yente/{path}")
    for name, path in {
        "match": "match/default",
        "search": "search/default?q=x",
        "entity": "entities/fic-1",
        "show_algorithms": "algorithms",
        "show_catalog": "catalog",
        "show_health": "healthz",
        "show_readiness": "readyz",
        "openapi-json": "openapi.json",
    }.items()
}
