"""The addresses of the interface for programs."""

from django.urls import path

from openkader.api.interface import DESCRIPTION, ROOT, api, show_description

urlpatterns = [
    path(DESCRIPTION.removeprefix("/"), show_description, name="api_description"),
    path(f"{ROOT.removeprefix('/')}/", api.urls),
]
