"""The content security policy of each answer, written anew only where the answer has its own."""

from typing import Any

from csp.constants import HEADER
from csp.middleware import CheckableLazyObject, CSPMiddleware
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

# What django-csp's decorators leave on an answer whose policy is not the site's.
_OWN = ("_csp_config", "_csp_update", "_csp_replace", "_csp_exempt")


class Policy(CSPMiddleware):
    """django-csp's middleware, which remembers the policy of answers without a nonce.

    Writing it takes a fifth of the time of a tile, and it is always the same one.
    """

    def __init__(self, get_response: Any) -> None:  # noqa: ANN401  (Django's signature)
        super().__init__(get_response)
        self._plain = ""
        # Whoever asks for a nonce when the policy is written is told of the mistake.
        self._too_late = CheckableLazyObject(self._csp_nonce_post_response)

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Say what a browser may load and do."""
        own = hasattr(request, "_csp_nonce") or any(hasattr(response, name) for name in _OWN)
        if own or settings.DEBUG or HEADER in response.headers:
            return super().process_response(request, response)
        if self._plain:
            response.headers[HEADER] = self._plain
            request.csp_nonce = self._too_late  # type: ignore[attr-defined]
            return response
        response = super().process_response(request, response)
        self._plain = response.headers.get(HEADER, "")
        return response
