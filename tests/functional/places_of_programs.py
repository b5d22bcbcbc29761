"""Where programs ask; nobody in a browser is let in there, and no page is shown."""

from tests.functional.place import Place

PROGRAMS = {
    name: Place("", f"/api/v1/{path}")
    for name, path in {
        "api-root": "",
        "api_description": "openapi.json",
        "api_requests": "verzoeken",
        "api_request": "verzoeken/V-2024-01",
    }.items()
}
