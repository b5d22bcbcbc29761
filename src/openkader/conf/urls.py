"""The addresses of the house; every page belongs to `web`, what programs ask to `api`."""

from django.urls import include, path

urlpatterns = [path("", include("openkader.api.urls")), path("", include("openkader.web.urls"))]

handler400 = "openkader.web.middleware.bad_request"
handler404 = "openkader.web.middleware.no_such_page"
handler500 = "openkader.web.middleware.failed"
