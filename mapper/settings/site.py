"""The settings Django reads; everything an operator may change comes from MAPPER_* variables."""

from pathlib import Path
from typing import Any

import environ
from django.core.management.utils import get_random_secret_key

from mapper.settings import limits
from mapper.settings.libraries import library_path
from mapper.settings.replicas import with_replicas
from mapper.settings.security import content_security_policy, permissions_policy

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = Path(env.str("MAPPER_VAR_DIR", default=str(BASE_DIR / "var")))


def secret_key() -> str:
    """The operator's key, or one made once and kept in `var/secret-key`, readable by us alone."""
    given: str = env.str("MAPPER_SECRET_KEY", default="")
    if given:
        return given
    path = VAR_DIR / "secret-key"
    VAR_DIR.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(get_random_secret_key())
    return path.read_text().strip()


SECRET_KEY = secret_key()
DEBUG = env.bool("MAPPER_DEBUG", default=False)
ALLOWED_HOSTS = env.list("MAPPER_ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("MAPPER_TRUSTED_ORIGINS", default=[])
# How many proxies of the operator's own stand before the site, each adding to X-Forwarded-For.
PROXIES: int = env.int("MAPPER_PROXIES", default=0)

# An outside raster layer, only where the operator names one: `https://host/{z}/{x}/{y}.png`.
RASTER_TEMPLATE: str = env.str("MAPPER_RASTER_LAYER", default="")
RASTER_ATTRIBUTION: str = env.str("MAPPER_RASTER_ATTRIBUTION", default="")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.gis",
    "django.contrib.staticfiles",
    "csp",
    "leaflet",
    "mapper.replicas",
    "mapper.places",
    "mapper.contributors",
    "mapper.cameras",
    "mapper.sightings",
    "mapper.surveys",
    "mapper.moderation",
    "mapper.coverage",
    "mapper.exchange",
    "mapper.tiles",
    "mapper.api",
    "mapper.pages",
    "mapper.operations",
]

MIDDLEWARE = [
    "mapper.api.open_doors.OpenDoors",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "mapper.pages.policy.Policy",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "mapper.pages.authentication.Authentication",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "mapper.urls"
WSGI_APPLICATION = "mapper.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "csp.context_processors.nonce",
                "mapper.pages.site.site_context",
            ]
        },
    }
]

# --- database -------------------------------------------------------------------------------
GDAL_LIBRARY_PATH = library_path("GDAL_LIBRARY_PATH", "pyogrio", "libgdal-*.so*")
GEOS_LIBRARY_PATH = library_path("GEOS_LIBRARY_PATH", "shapely", "libgeos_c-*.so*")
SPATIALITE_LIBRARY_PATH = env.str("SPATIALITE_LIBRARY_PATH", default="mod_spatialite")

DATABASES: dict[str, Any] = {
    "default": env.db_url("MAPPER_DATABASE_URL", default=f"spatialite:///{VAR_DIR}/mapper.sqlite3")
}
if DATABASES["default"]["ENGINE"].endswith("spatialite"):
    # Readers go on while one writes (WAL); a writer takes its lock at once and so cannot deadlock.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
else:
    # PostgreSQL keeps the plans of statements that come again, instead of making each anew.
    DATABASES["default"]["OPTIONS"] = {
        "server_side_binding": True,
        "prepare_threshold": limits.PREPARED_AFTER,
    }
DATABASES["default"]["CONN_MAX_AGE"] = 600
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

# Streaming replicas of that database, from which most reading requests are answered.
REPLICA_URLS: list[str] = env.list("MAPPER_REPLICA_URLS", default=[])
if REPLICA_URLS:
    DATABASES |= with_replicas(DATABASES["default"], REPLICA_URLS)
    DATABASE_ROUTERS = ["mapper.replicas.router.ReplicaRouter"]
    MIDDLEWARE.insert(0, "mapper.replicas.reading.ReadFromReplicas")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES: dict[str, Any] = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "cache",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

# --- words and days ---------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = False

# --- static files ---------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
NODE_MODULES = BASE_DIR / "node_modules"
STATICFILES_DIRS: list[Any] = [BASE_DIR / "mapper" / "static"] + [
    (f"vendor/{package}", NODE_MODULES / package / folder)
    for package, folder in (
        ("protomaps-leaflet", "dist"),
        ("@mapbox/vector-tile", ""),
        ("@mapbox/point-geometry", ""),
        ("pbf", ""),
        ("exifreader", "dist"),
    )
    if (NODE_MODULES / package).exists()
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "mapper.pages.static.ModuleManifestStorage"
        )
    },
}

# django-leaflet's own default is an outside tile server; ours come from this site.
LEAFLET_CONFIG: dict[str, Any] = {
    "TILES": [],
    "MIN_ZOOM": 2,
    "MAX_ZOOM": 20,
    "SCALE": "metric",
    "ATTRIBUTION_PREFIX": "",
    "RESET_VIEW": False,
}

# --- what a browser may do --------------------------------------------------------------------
CONTENT_SECURITY_POLICY = content_security_policy(RASTER_TEMPLATE)
PERMISSIONS_POLICY = permissions_policy()
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# For as long as the browser is open: a form is sent again with a fresh one.
CSRF_COOKIE_AGE = None
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "mapper.pages.errors.csrf_failure"

# Only moderators sign in. Their session is a signed cookie: no table of who was here when.
AUTH_USER_MODEL = "moderation.Moderator"
LOGIN_URL = "sign-in"
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_AGE = limits.SIGNED_IN_MAX_S
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Strict"

# Behind TLS the operator sets MAPPER_HTTPS; on loopback plain http must work.
HTTPS = env.bool("MAPPER_HTTPS", default=False)
SECURE_SSL_REDIRECT = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

# --- limits on what is sent to us -------------------------------------------------------------
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200

# Nothing about a visitor is logged: no access log, and errors without the request's address.
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # What was refused is told to whoever asked: its address may hold a receipt.
    "loggers": {"django.request": {"level": "ERROR"}},
}
