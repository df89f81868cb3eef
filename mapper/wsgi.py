"""The entry for an application server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mapper.settings.site")
application = get_wsgi_application()

from mapper.tiles.warming import warm_up  # noqa: E402  (only now is there a Django to ask)

# Each worker does so before it takes its first request; what is compiled is kept on the disk.
warm_up()
