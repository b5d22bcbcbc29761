"""The programs that a colleague lets in under the own name."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from openkader.base.errors import NotFound, Refusal, Refused
from openkader.base.messages import sentences
from openkader.register import services
from openkader.register.subscriptions import subscriptions
from openkader.register.tokens import tokens
from openkader.web.confirming import ConfirmFirst, is_recent
from openkader.web.doors import acting, signed_in
from openkader.web.forms.programs import OpenTokenForm
from openkader.web.presenters.programs import shown_tokens
from openkader.web.presenters.receivers import shown_subscriptions
from openkader.web.refusals import note_refused
from openkader.web.second_step import is_sure
from openkader.web.shell import language, timeless_context


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def show_programs(request: HttpRequest) -> HttpResponse:
    """The own tokens; POST opens one, of which the secret is shown in that answer alone, or withdraws one."""
    today = timezone.localdate()
    if request.method != "POST":
        return _page(request, OpenTokenForm(today=today))
    match request.POST.get("act"):
        case "open":
            return _open(request, OpenTokenForm(request.POST, today=today))
        case "withdraw":
            return _withdraw(request)
        case "withdraw_subscription":
            return _withdraw_subscription(request)
        case other:
            raise NotFound("token", str(other)[:40])


@sensitive_variables("secret")
def _open(request: HttpRequest, form: OpenTokenForm) -> HttpResponse:
    """Open it for whoever just showed who they are: a token goes on when the browser is closed."""
    if not is_sure(request):
        raise Refused(Refusal("account.second-step-first"))
    if not is_recent(request):
        raise ConfirmFirst
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        secret = services.open_token(form.entry(acting(request)), by=acting(request), now=timezone.now())
    except Refused as error:
        note_refused(request, error.refusal.code)
        return _page(request, form, sentences(error, language()), status=409)
    return _page(request, OpenTokenForm(today=timezone.localdate()), secret=secret)


def _withdraw(request: HttpRequest) -> HttpResponse:
    name = request.POST.get("name", "")
    try:
        services.withdraw_token(acting(request), name, by=acting(request), now=timezone.now())
    except Refused as error:
        form = OpenTokenForm(today=timezone.localdate())
        return _page(request, form, sentences(error, language()), status=409)
    messages.success(request, _("No program comes in with “%(name)s” any more.") % {"name": name})
    return HttpResponseRedirect(request.path)


def _withdraw_subscription(request: HttpRequest) -> HttpResponse:
    name = request.POST.get("name", "")
    services.withdraw_subscription(acting(request), name, by=acting(request), now=timezone.now())
    messages.success(request, _("The receiver “%(name)s” hears nothing more.") % {"name": name})
    return HttpResponseRedirect(request.path)


def _page(
    request: HttpRequest,
    form: OpenTokenForm,
    refusals: list[str] | None = None,
    *,
    secret: str = "",
    status: int = 200,
) -> HttpResponse:
    title = _("Programs that come in under your name")
    page = {
        "title": title,
        "kicker": acting(request),
        "tokens": shown_tokens(tokens(acting(request)), timezone.localdate()),
        "subscriptions": shown_subscriptions(subscriptions(acting(request), only_open=True)),
        "form": form,
        "refusals": refusals or [],
        "secret": secret,
    }
    crumbs = [(_("Your account"), reverse("account")), (title, None)]
    values = timeless_context(request, page=page, crumbs=crumbs)
    return render(request, "web/pages/programs.html", values, status=status)
