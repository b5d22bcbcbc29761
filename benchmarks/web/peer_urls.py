"""The peer: requests and parties in a plain Django admin, with the same columns, filters and search."""

from django.contrib import admin
from django.urls import include, path

from openkader.register.models import Party, Request

site = admin.AdminSite()


class RequestAdmin(admin.ModelAdmin):
    """As somebody would set it up in a quarter of an hour."""

    list_display = ("reference", "title_nl", "kind", "country", "team", "assignee")
    list_filter = ("kind", "country", "year", "team")
    search_fields = (
        "reference",
        "title_nl",
        "participations__party__name",
        "participations__party__names__name",
    )
    list_select_related = ("assignee",)
    list_per_page = 50


site.register(Request, RequestAdmin)
site.register(Party, admin.ModelAdmin)
urlpatterns = [path("admin/", site.urls), path("", include("openkader.web.urls"))]
