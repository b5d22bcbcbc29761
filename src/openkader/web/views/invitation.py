"""The page to which an invitation by mail leads: one chooses a password, and then signs in as any other."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from openkader.base.errors import Invalid, Refusal, Refused, Unavailable
from openkader.base.messages import sentences
from openkader.register import services
from openkader.register.invitations import invited
from openkader.web.forms.people import FirstPasswordForm
from openkader.web.shell import language, timeless_context


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def take_up_invitation(request: HttpRequest, name: str, token: str) -> HttpResponse:
    """The form for a first password; who only looks, as a scanner of mail does, uses nothing up."""
    now = timezone.now()
    if invited(name, token, now) is None:
        raise Refused(Refusal("account.invitation-ended"))
    if request.method != "POST":
        return _page(request, name, FirstPasswordForm())
    form = FirstPasswordForm(request.POST)
    if form.is_valid():
        try:
            services.take_up_invitation(name, token, form.cleaned_data["password"], by=name, now=now)
        except (Invalid, Unavailable) as error:
            form.add_error("password", sentences(error, language()))
    if not form.is_valid():
        return _page(request, name, form, status=422)
    messages.success(request, _("Your password is set. Sign in with it."))
    return HttpResponseRedirect(reverse("sign_in"))


def _page(request: HttpRequest, name: str, form: FirstPasswordForm, status: int = 200) -> HttpResponse:
    page = {"title": _("Choose your password"), "kicker": name, "form": form}
    return render(request, "web/pages/invitation.html", timeless_context(request, page=page), status=status)
