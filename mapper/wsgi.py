"""The entry for an application server."""

import os

from django.core.wsgi import get_wsgi_application
from django.db.backends.signals import connection_created

from mapper.operations.gate import Gate
from mapper.settings import limits
from mapper.spatial.patience import watch

os.environ["DJANGO_SETTINGS_MODULE"] = "mapper.settings.served"
# A statement that somebody waits for has its time; a command may take as long as it needs.
connection_created.connect(watch)
application = Gate(
    get_wsgi_application(),
    working=limits.WORKING_AT_ONCE,
    waiting=limits.WAITING_AT_ONCE,
    patience_s=limits.WAIT_FOR_A_TURN_S,
    again_s=limits.COME_AGAIN_S,
)

from mapper.tiles.warming import warm_up  # noqa: E402  (only now is there a Django to ask)

# Each worker does so before it takes its first request; what is compiled is kept on the disk.
warm_up()
