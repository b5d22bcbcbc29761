"""A bare page: fifty cases in a table, as a first exercise with Django makes it; anybody may see everything."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from openkader.register.models import Request

_PAGE = """<!doctype html><title>Zaken</title><p>{{ request.user.username }}</p><table>{% for case in cases %}
<tr><td>{{ case.reference }}<td>{{ case.title_nl }}<td>{{ case.country }}<td>{{ case.team }}<td>{{ case.assignee }}
{% endfor %}</table>"""


def bare(request: HttpRequest) -> HttpResponse:
    """The newest fifty."""
    cases = Request.objects.select_related("assignee").order_by("-pk")[:50]
    return HttpResponse(engines["django"].from_string(_PAGE).render({"cases": cases}, request))


urlpatterns = [path("bare/", bare), path("", include("openkader.web.urls"))]
