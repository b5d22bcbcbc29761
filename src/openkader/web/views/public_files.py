"""What was published as programs read it: feed, open data, what a visiting program may read, and sitemaps."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from openkader.casework.publishing import Category
from openkader.publication.woo import feed, sitemaps
from openkader.publication.woo.catalogue import MEDIA_TYPE, Places, catalogue
from openkader.publication.woo.tables import csv_lines, csvw, json_parts
from openkader.register import public_site
from openkader.register.public_site import PublicRow
from openkader.web.public_frame import site_of

_MOST_MAPS = 50_000  # that an index may name


def page_of(row: PublicRow) -> str:
    """The path of the page of a publication."""
    return reverse("public_one", args=[row.reference])


def _document_of(row: PublicRow, number: int) -> str:
    return reverse("public_file", args=[row.reference, number])


_PATHS = sitemaps.Paths(page=page_of, document=_document_of)


@require_safe
def give_feed(request: HttpRequest) -> HttpResponse:
    """What was published last, as Atom."""
    rows = public_site.public_rows(most=feed.MOST)
    content = feed.atom(site_of(request), rows, own=reverse("public_feed"), page_of=page_of)
    return HttpResponse(content, content_type=feed.MEDIA_TYPE)


@require_safe
def give_table(request: HttpRequest) -> StreamingHttpResponse:
    """Everything as one table (CSV); where its columns are described stands in its head."""
    lines = csv_lines(site_of(request), public_site.every_public_row(), page_of)
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8; header=present")
    described = reverse("public_description")
    answer["Link"] = f'<{described}>; rel="describedby"; type="application/csvm+json"'
    answer["Content-Disposition"] = 'attachment; filename="publicaties.csv"'
    return answer


@require_safe
def give_data(request: HttpRequest) -> StreamingHttpResponse:
    """Everything as JSON, with all fields."""
    parts = json_parts(site_of(request), public_site.every_public_row(), page_of)
    return StreamingHttpResponse(parts, content_type="application/json")


@require_safe
def give_description(request: HttpRequest) -> JsonResponse:
    """What the columns of the table mean (CSVW)."""
    described = csvw(site_of(request), reverse("public_table"))
    return JsonResponse(
        described, content_type="application/csvm+json", json_dumps_params={"ensure_ascii": False}
    )


@require_safe
def give_catalogue(request: HttpRequest) -> JsonResponse:
    """The description of the data for other catalogues; there is none where the organisation did not say enough."""
    places = Places(
        catalogue=reverse("public_catalogue"),
        page=reverse("public_open_data"),
        files={"CSV": reverse("public_table"), "JSON": reverse("public_data")},
        described=reverse("public_description"),
    )
    described = catalogue(site_of(request), places, public_site.newest_moment())
    if described is None:
        raise Http404
    return JsonResponse(described, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False})


@require_safe
def give_robots(request: HttpRequest) -> HttpResponse:
    """What a visiting program may read; the indexes are named where the organisation stands in the national list."""
    site = site_of(request)
    paths = [reverse("diwoo_index", args=[str(one)]) for one in Category] if site.publisher.tooi else []
    return HttpResponse(sitemaps.robots(site, paths), content_type="text/plain; charset=utf-8")


@require_safe
def give_index(request: HttpRequest, category: str) -> HttpResponse:
    """The index of the sitemaps of one category."""
    site, chosen = site_of(request), _category(category)
    if not site.publisher.tooi:
        raise Http404(category)
    count = public_site.public_count_of(chosen)
    newest = public_site.newest_moment(chosen)
    maps = [
        (reverse("diwoo_sitemap", args=[category, number]), newest)
        for number in range(1, max(-(-count // sitemaps.MOST), 1) + 1)
    ]
    return HttpResponse(sitemaps.index(site, maps), content_type=sitemaps.MEDIA_TYPE)


@require_safe
def give_sitemap(request: HttpRequest, category: str, number: int) -> HttpResponse:
    """One sitemap of a category, with the metadata of each document in it."""
    site, chosen = site_of(request), _category(category)
    if not site.publisher.tooi or not 1 <= number <= _MOST_MAPS:
        raise Http404(category)
    rows = public_site.public_rows_of(chosen, start=(number - 1) * sitemaps.MOST, most=sitemaps.MOST)
    if number > 1 and not rows:
        raise Http404(category)
    return HttpResponse(sitemaps.sitemap(site, rows, _PATHS), content_type=sitemaps.MEDIA_TYPE)


def _category(number: str) -> Category:
    if number not in list(Category):
        raise Http404(number)
    return Category(number)
