"""`/service-worker.js`: the worker's scripts, with the shell of the running release before them."""

import json

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from mapper.pages.offline.shell import WORKER_FILES, shell


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """A script of two lines; it changes with every release, so that a browser notices one."""
    scripts = ", ".join(json.dumps(static(name)) for name in WORKER_FILES)
    text = f"self.shell = {shell().as_json()};\nimportScripts({scripts});\n"
    answer = HttpResponse(text, content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "no-cache"
    return answer
