"""All settings, each from the environment, with defaults that work on one machine.

| variable | default | meaning |
| --- | --- | --- |
| DATA_DIR | var/ in the checkout | database, originals, secrets, local search server |
| DATABASE_URL | SQLite in DATA_DIR | postgres://user:password@host/name for production |
| ELASTICSEARCH_URL | the local node, if it runs | http(s)://[user:password@]host:port, several by comma |
| ELASTICSEARCH_API_KEY, ELASTICSEARCH_CA | none | key instead of a password; file of the authority to trust |
| INDEX_PREFIX | newsindex | keeps copies that share one server apart |
| INDEX_SHARDS | 1 | shards of the index: one serves a million articles, more spread them over the nodes of a cluster |
| CELERY_BROKER_URL | files in DATA_DIR | redis://host:port/number |
| PORT, BIND | 8000, 127.0.0.1 | where the web server listens |
| SECRET_KEY | made at the first run | signs sessions |
| DEBUG | on when bound to loopback | pages with tracebacks, no hashed static files |
| ALLOWED_HOSTS | loopback names | names that the site is reached by, by comma |
| HTTPS | on unless DEBUG | the site is reached over TLS: secure cookies, HSTS; redirects where not on loopback |
| PUBLIC_SEARCH | on when bound to loopback | people who are not signed in may read the corpus |
| SIGN_UP | on when bound to loopback | people may make accounts for themselves, as researchers |
| EMAIL_URL | the console if DEBUG, else smtp://localhost:25 | smtp(+tls, +ssl)://user:password@host:port, for password resets |
| DEFAULT_FROM_EMAIL | newsindex@localhost | who mails come from |
"""

import ipaddress
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from newsindex import node
from newsindex.secrets import read_or_make

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


DATA_DIR = Path(env.str("DATA_DIR", str(BASE_DIR / "var"))).resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)

BIND = env.str("BIND", "127.0.0.1")
PORT = env.int("PORT", 8000)
LOOPBACK = _is_loopback(BIND)
DEBUG = env.bool("DEBUG", LOOPBACK)
PUBLIC_SEARCH = env.bool("PUBLIC_SEARCH", LOOPBACK)
SIGN_UP = env.bool("SIGN_UP", LOOPBACK)
SECRET_KEY = env.str("SECRET_KEY", "") or read_or_make(DATA_DIR / "secret_key")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])

INSTALLED_APPS = [
    "search.admin.apps.NewsindexAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_elasticsearch_dsl",
    "search",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "search.web.people.time_zones.time_zone_middleware",
]

ROOT_URLCONF = "newsindex.urls"
WSGI_APPLICATION = "newsindex.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- database: SQLite with a web server, a worker and beat writing side by side -------------------------------------
DATABASES = {"default": env.db("DATABASE_URL", f"sqlite:///{DATA_DIR / 'newsindex.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=20000;",
    }
    # A file, not memory: the tests' worker is a process of its own.
    DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "test.sqlite3"}
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- search server ---------------------------------------------------------------------------------------------------
NAMED_SERVER = env.str("ELASTICSEARCH_URL", "")
ELASTICSEARCH_URL = NAMED_SERVER or node.url(DATA_DIR / "node") or "http://127.0.0.1:9200"
INDEX_PREFIX = env.str("INDEX_PREFIX", "newsindex")
INDEX_SHARDS = env.int("INDEX_SHARDS", 1)
ELASTICSEARCH_DSL = {
    "default": {
        "hosts": [host.strip() for host in ELASTICSEARCH_URL.split(",")],
        "request_timeout": 30,
        "retry_on_timeout": False,
    }
}
if env.str("ELASTICSEARCH_API_KEY", ""):
    ELASTICSEARCH_DSL["default"]["api_key"] = env.str("ELASTICSEARCH_API_KEY")
if env.str("ELASTICSEARCH_CA", ""):
    ELASTICSEARCH_DSL["default"]["ca_certs"] = env.str("ELASTICSEARCH_CA")
# The library's own signals index rows that are rolled back later; newsindex sends its changes itself, on commit.
ELASTICSEARCH_DSL_AUTOSYNC = False
ELASTICSEARCH_DSL_AUTO_REFRESH = False

# --- broker: a message is a nudge, the work stands in the database ---------------------------------------------------
CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", "") or "filesystem://"
if CELERY_BROKER_URL.startswith("filesystem"):
    _queue = DATA_DIR / "queue"
    (_queue / "control").mkdir(parents=True, exist_ok=True)
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(_queue),
        "data_folder_out": str(_queue),
        "control_folder": str(_queue / "control"),
        "polling_interval": 0.3,
    }
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0, "interval_max": 0.2}
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "beat-schedule")
CELERY_BEAT_SCHEDULE = {
    # The longest that a change waits when its nudge was lost (worker killed, broker away).
    "sweep": {"task": "search.tasks.sweep", "schedule": 30.0},
    # Outlets' furniture changes slowly; learning costs a minute for 30,000 articles.
    "learn": {"task": "search.tasks.learn", "schedule": 3600.0},
}

# --- languages: Arabic without a prefix, English under /en/ ----------------------------------------------------------
LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", _("Arabic")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "search" / "locale"]
USE_I18N = True
TIME_ZONE = "UTC"
USE_TZ = True

# --- mail ------------------------------------------------------------------------------------------------------------
EMAIL_TIMEOUT = 10  # a page waits for it
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "newsindex@localhost")
_mail = env.str("EMAIL_URL", "") or ("consolemail://" if DEBUG else "smtp://localhost:25")
globals().update(env.email_url_config(_mail))

# --- static files ----------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
ORIGINALS_DIR = DATA_DIR / "originals"
UPLOADS_DIR = DATA_DIR / "uploads"
# Whoever uploads a folder of pages sends a file for each.
DATA_UPLOAD_MAX_NUMBER_FILES = 2_000

# --- security --------------------------------------------------------------------------------------------------------
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "search"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "search.people.passwords.LengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
HTTPS = env.bool("HTTPS", not DEBUG)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS and not LOOPBACK
# Bound to loopback there is a proxy in front, or one person at this machine: the proxy ends TLS and redirects.
SILENCED_SYSTEM_CHECKS = ["security.W008"] if LOOPBACK else []
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        # Django's default reports faults of the production site to nobody.
        "django": {"handlers": ["console"], "level": "INFO" if DEBUG else "ERROR"},
        "search": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO")},
        # One line a request to the search server is noise; its errors are reported where they are handled.
        "elastic_transport": {"handlers": ["console"], "level": "ERROR"},
    },
}
