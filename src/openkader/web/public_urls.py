"""The addresses of publications: for colleagues, for everybody, and for programs that come by."""

from django.urls import path

from openkader.web.views.public_files import (
    give_catalogue,
    give_data,
    give_description,
    give_feed,
    give_index,
    give_robots,
    give_sitemap,
    give_table,
)
from openkader.web.views.public_site import (
    hand_out_public,
    list_public,
    show_data,
    show_public,
    show_public_accessibility,
)
from openkader.web.views.publication import (
    begin_publication,
    hand_out_publication_file,
    list_publications,
    show_publication,
)

urlpatterns = [
    path("publicaties/", list_publications, name="publications"),
    path("publicaties/van/<slug:kind>/<str:subject>/", begin_publication, name="publication_new"),
    path("publicaties/<str:reference>/", show_publication, name="publication"),
    path(
        "publicaties/<str:reference>/stuk/<int:number>/", hand_out_publication_file, name="publication_file"
    ),
    path("openbaar/", list_public, name="public"),
    path("openbaar/feed.atom", give_feed, name="public_feed"),
    path("openbaar/data/", show_data, name="public_open_data"),
    path("openbaar/data/publicaties.csv", give_table, name="public_table"),
    path("openbaar/data/publicaties.csv-metadata.json", give_description, name="public_description"),
    path("openbaar/data/publicaties.json", give_data, name="public_data"),
    path("openbaar/catalogus.jsonld", give_catalogue, name="public_catalogue"),
    path("openbaar/toegankelijkheid/", show_public_accessibility, name="public_accessibility"),
    path("openbaar/sitemap-diwoo-infocat<str:category>-<int:number>.xml", give_sitemap, name="diwoo_sitemap"),
    path("openbaar/<str:reference>/", show_public, name="public_one"),
    path("openbaar/<str:reference>/stuk/<int:number>/", hand_out_public, name="public_file"),
    path("sitemapindex-diwoo-infocat<str:category>.xml", give_index, name="diwoo_index"),
    path("robots.txt", give_robots, name="robots"),
]
