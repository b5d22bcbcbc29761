"""Every setting of the house; what differs between installations comes from the environment."""

import os
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from openkader.conf.environment import Environment

_environment = Environment.read()
_house = Path(__file__).resolve().parent.parent

OPENKADER_DATA = _environment.data
OPENKADER_PACKS = _environment.packs
OPENKADER_ADDRESS = _environment.address
DOCUMENTS = _environment.documents
BUCKET = _environment.documents.bucket
ZGW = _environment.case_system
CASE_SYSTEM = _environment.case_system.system
SECURITY = _environment.security
CLAMD = _environment.security.clamd
OUTGOING = _environment.security.outgoing

SCREENING_URL = _environment.screening.url
SCREENING_DATASET = _environment.screening.dataset
SCREENING_API_KEY = _environment.screening.api_key
SCREENING_CHECK_FROM = _environment.screening.check_from
SCREENING_MATCH_FROM = _environment.screening.match_from

OPENKADER_ORGANISATION = _environment.front_door.organisation
OPENKADER_UPLOAD_BYTES = _environment.front_door.upload_bytes
OPENKADER_PROXIES = _environment.front_door.proxies
OPENKADER_REQUESTS_PER_HOUR = _environment.front_door.requests_per_hour
OPENKADER_STATUS_DAYS = _environment.front_door.status_days

OPENKADER_SLOW_MS = _environment.operation.slow_ms
OPENKADER_METRICS = _environment.operation.metrics
OPENKADER_METRICS_TOKEN = _environment.operation.metrics_token

# Mail goes out from the queue, by `openkader work`; without a server nothing is promised and nothing waits.
OPENKADER_MAIL_FROM = _environment.front_door.mail_from
DEFAULT_FROM_EMAIL = _environment.front_door.mail_from
EMAIL_HOST = _environment.front_door.mail.host
EMAIL_PORT = _environment.front_door.mail.port
EMAIL_HOST_USER = _environment.front_door.mail.user
EMAIL_HOST_PASSWORD = _environment.front_door.mail.password
EMAIL_USE_TLS = _environment.front_door.mail.starttls
EMAIL_USE_SSL = _environment.front_door.mail.tls
EMAIL_TIMEOUT = 20
MAILBOX = _environment.mailbox

SECRET_KEY = _environment.signing_key()
SECRET_KEY_FALLBACKS = list(_environment.former_keys)
DEBUG = _environment.debug
ALLOWED_HOSTS = list(_environment.hosts)

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "openkader.register",
    "openkader.web",  # before the library, whose pages take our look
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",  # on which devices somebody is signed in
]
MIDDLEWARE = [
    "openkader.web.operation.middleware.Watched",
    "openkader.conf.headers.StrictHeaders",
    "openkader.web.operation.middleware.Probes",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "openkader.conf.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "openkader.web.idle.EndsWhenIdle",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "openkader.api.interface.ProgramAnswers",
    "openkader.api.matching.interface.MatchingAnswers",
    "openkader.web.middleware.ErrorPages",
]
ROOT_URLCONF = "openkader.conf.urls"
WSGI_APPLICATION = "openkader.conf.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "openkader.web.frame.frame",
            ],
        },
    },
]

# What reads from where is asked for by name: `openkader.register.replica` (decision 33).
DATABASES = _environment.databases()
DATABASE_ROUTERS = ["openkader.register.replica.Router"]
OPENKADER_REPLICA_WAIT_MS = _environment.replica_wait_ms
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = _environment.language
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LOCALE_PATHS = [_house / "web" / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
# Style sheets are served from where they stand; nothing has to be collected first.
WHITENOISE_USE_FINDERS = True

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
if _environment.https:
    # Under such a name a browser takes them over TLS only, for this host and no other.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    LANGUAGE_COOKIE_SECURE = SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    # To be in the list that browsers bring along is for who owns the whole domain to ask.
    SILENCED_SYSTEM_CHECKS = ["security.W021"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Whoever signs in is known by name in the trail; a working day, and then again.
AUTHENTICATION_BACKENDS = ["openkader.register.people.Accounts"]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "home"
# Where a page leads on that was reached from elsewhere, such as from a provider.
LOGIN_REDIRECT_PATH = "/"
# Second steps (a code app, passkeys, recovery codes) and OpenID Connect come from django-allauth (decision 14).
OIDC = _environment.signing_in
OPENKADER_TWO_STEPS = _environment.signing_in.two_steps
OPENKADER_PASSWORD_WORDS = _environment.signing_in.passwords.words
OPENKADER_FIRST_PASSWORD_DAYS = _environment.signing_in.passwords.first_days
OPENKADER_INVITATION_DAYS = _environment.signing_in.passwords.invitation_days
PASSWORD_RESET_TIMEOUT = 90 * 24 * 3600  # no link lives longer; how long one does is kept beside it
LEAKED_PASSWORDS = _environment.signing_in.passwords.leaked
OPENKADER_IDLE_MINUTES = _environment.signing_in.idle_minutes
OPENKADER_SESSIONS = _environment.signing_in.sessions
OPENKADER_CONFIRM_MINUTES = _environment.signing_in.confirm_minutes
ACCOUNT_ADAPTER = "openkader.web.adapters.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_ADAPTER = "openkader.web.adapters.SecondSteps"
MFA_FORMS = {
    "add_webauthn": "openkader.web.passkeys.AddPasskey",
    "authenticate_webauthn": "openkader.web.passkeys.UsePasskey",
    "reauthenticate_webauthn": "openkader.web.passkeys.UsePasskeyAgain",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # accounts here have a name and no address
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = (
    not _environment.https
)  # a browser then takes passkeys on this computer only
SOCIALACCOUNT_ADAPTER = "openkader.web.adapters.Providers"
SOCIALACCOUNT_QUERY_EMAIL = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = OIDC.providers()
SESSION_COOKIE_AGE = 10 * 3600
CSRF_FAILURE_VIEW = "openkader.web.middleware.stale_form"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# A file that is too large is read to its end and not kept, so that a page can say so.
FILE_UPLOAD_HANDLERS = [
    "openkader.web.uploads.LimitedUpload",
    "openkader.web.scanned_uploads.ScannedInMemory",
    "openkader.web.scanned_uploads.ScannedOnDisk",
]
DATA_UPLOAD_MAX_NUMBER_FILES = 20
# Counts attempts to sign in, and requests, for all processes together and those on other machines too; roomy, so that a
# flood of names does not push out the one under attack.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "openkader_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    # What was made of the register and is the same until it changes; each process keeps its own.
    "made": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}
# The accounts that `openkader demo` shows on the page where one signs in: name and password.
OPENKADER_DEMO_ACCOUNTS: dict[str, str] = {}

# A log that cannot be written must not stop a command that only reads.
_log = OPENKADER_DATA / "openkader.log" if os.access(OPENKADER_DATA, os.W_OK) else None
LOGGING = _environment.operation.logging(_log)
