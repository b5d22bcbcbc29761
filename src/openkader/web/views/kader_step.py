"""A text of a draft as it stood after one of its steps, beside the one before it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.casework.permissions import Act
from openkader.register.selectors.kader_versions import kader_step
from openkader.web.acts.kader_studio import drafting_text
from openkader.web.doors import for_whom
from openkader.web.presenters.kader_steps import shown_lines, step_url
from openkader.web.presenters.kader_studio import file_words, studio_crumbs, text_url
from openkader.web.shell import shown_moment, timeless_context


@for_whom(Act.READ_CASES)
@require_safe
def show_step(request: HttpRequest, reference: str, file: str, number: int) -> HttpResponse:
    """The lines that went and came with a step, and all of its text."""
    place = drafting_text(request, timezone.now(), reference, file)
    step = kader_step(reference, file, number)
    title = _("Step %(number)s") % {"number": number}
    page = {
        "kicker": f"{reference} · {file_words(file)}",
        "title": title,
        "file": file,
        "by": step.row.by,
        "at": shown_moment(step.row.at),
        "is_first": step.before is None,
        "is_newest": number == step.newest,
        "text": step.text,
        "earlier": step_url(reference, file, number - 1) if step.before is not None else "",
        "later": step_url(reference, file, number + 1) if number < step.newest else "",
        "text_url": text_url(reference, file),
        **shown_lines(step.before, step.text),
    }
    crumbs = studio_crumbs(
        place.found.row.base.partition("/")[0],
        place.today,
        (reference, reverse("kader_draft", args=[reference])),
        (file, text_url(reference, file)),
        (title, None),
    )
    return render(request, "web/pages/kader_step.html", timeless_context(request, page=page, crumbs=crumbs))
