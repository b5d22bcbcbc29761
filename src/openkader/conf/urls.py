"""The addresses of the house; every page belongs to `web`."""

from django.urls import include, path

urlpatterns = [path("", include("openkader.web.urls"))]

handler404 = "openkader.web.middleware.no_such_page"
