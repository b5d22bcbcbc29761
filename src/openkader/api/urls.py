"""The addresses of the interface for programs, and of the door for tools made for yente."""

from django.urls import path

from openkader.api.interface import DESCRIPTION, ROOT, api, show_description
from openkader.api.matching.interface import ROOT as MATCHING
from openkader.api.matching.interface import api as matching

urlpatterns = [
    path(DESCRIPTION.removeprefix("/"), show_description, name="api_description"),
    path(f"{ROOT.removeprefix('/')}/", api.urls),
    path(f"{MATCHING.removeprefix('/')}/", matching.urls),
]
