"""A colleague replaces the own password, also the one that an administrator made up."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from openkader.base.errors import Invalid, Unavailable
from openkader.base.messages import sentence, sentences
from openkader.casework.vocabulary import PasswordDue
from openkader.register import services
from openkader.register.accounts import account_named
from openkader.register.people import password_due
from openkader.web.attempts import MINUTES, count_attempt, forget_attempts, must_wait
from openkader.web.confirming import WAITING
from openkader.web.doors import acting
from openkader.web.forms.people import PasswordForm
from openkader.web.refusals import note_refused
from openkader.web.shell import language, timeless_context


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def change_own_password(request: HttpRequest) -> HttpResponse:
    """The form for it; whoever finds an open browser does not know the former password.

    Where a session ended meanwhile nothing of it is carried past the page where one signs in, as other forms are.
    """
    if not request.user.is_authenticated:
        return redirect_to_login(request.path)
    account = account_named(acting(request))
    if request.method != "POST":
        return _page(request, account, PasswordForm())
    form = PasswordForm(request.POST)
    if must_wait(account.username):
        note_refused(request, "account.too-many-attempts")
        form.add_error("former", sentence("account.too-many-attempts", {"minutes": str(MINUTES)}, language()))
        return _page(request, account, form, status=429)
    if form.is_valid():
        _change(request, account, form)
    if not form.is_valid():
        return _page(request, account, form, status=422)
    messages.success(request, _("Your password is changed. Elsewhere you are signed out."))
    return HttpResponseRedirect(reverse("send_again" if WAITING in request.session else "account"))


def _change(request: HttpRequest, account: User, form: PasswordForm) -> None:
    """Change it; why it is not changed stands in the form."""
    count_attempt(account.username)
    if not account.check_password(form.cleaned_data["former"]):
        note_refused(request, "account.not-known")
        form.add_error("former", sentence("account.wrong-password", {}, language()))
        return
    forget_attempts(account.username)
    if form.cleaned_data["password"] == form.cleaned_data["former"]:
        form.add_error("password", sentence("account.same-password", {}, language()))
        return
    try:
        services.change_password(
            account.username, form.cleaned_data["password"], by=account.username, now=timezone.now()
        )
    except (Invalid, Unavailable) as error:
        form.add_error("password", sentences(error, language()))
        return
    update_session_auth_hash(request, account_named(account.username))
    UserSession.objects.create_from_request(request)  # all ended, and this one goes on under another key


def _why(request: HttpRequest) -> str:
    """Why it has to be done before anything else; nothing where somebody came of their own accord."""
    match password_due(request.user):
        case PasswordDue.DRAWN:
            return _("Choose a password of your own first: the one you were given is known to somebody else.")
        case PasswordDue.LEAKED:
            return _("Choose another password first: the one you have leaked elsewhere.")
    return ""


def _page(request: HttpRequest, account: User, form: PasswordForm, status: int = 200) -> HttpResponse:
    page = {
        "title": _("Change your password"),
        "kicker": account.username,
        "form": form,
        "has_password": account.has_usable_password(),
        "due": _why(request),
    }
    crumbs = [(_("Your account"), reverse("account")), (str(page["title"]), None)]
    values = timeless_context(request, page=page, crumbs=crumbs)
    return render(request, "web/pages/password.html", values, status=status)
