"""A browser without script: it follows links and sends forms exactly as the HTML has them."""

from html.parser import HTMLParser

from django.http import HttpResponse
from django.test import Client

Attributes = list[tuple[str, str | None]]


class PageReader(HTMLParser):
    """The links and the form fields of a page; a page's form is the one that is posted."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: dict[str, str] = {}
        self.action = ""
        self.fields: dict[str, list[str]] = {}
        self._link = ""
        self._posting = False
        self._choosing = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Take in a link, a form, a field."""
        has = {name: value or "" for name, value in attrs}
        if tag == "a":
            self._link = has.get("href", "")
        elif tag == "form":
            self._posting = has.get("method", "get").lower() == "post"
            self.action = has["action"] if self._posting else self.action
        elif self._posting and has.get("name") and tag != "button":  # sent only where pressed
            self._take_field(tag, has)
        elif tag == "option" and self._choosing and "selected" in has:
            self.fields[self._choosing] = [has.get("value", "")]

    def handle_data(self, data: str) -> None:
        """Remember where the words of a link lead."""
        if self._link and data.strip():
            self.links.setdefault(" ".join(data.split()), self._link)

    def handle_endtag(self, tag: str) -> None:
        """Leave a link, a list of choices, a form."""
        self._link = "" if tag == "a" else self._link
        self._choosing = "" if tag == "select" else self._choosing
        self._posting = self._posting and tag != "form"

    def _take_field(self, tag: str, has: dict[str, str]) -> None:
        ticked = has.get("type") not in {"radio", "checkbox"} or "checked" in has
        if tag == "select":
            self._choosing = has["name"]
        elif ticked:
            self.fields.setdefault(has["name"], []).append(has.get("value", ""))


class PlainBrowser:
    """One tab: where it is, and what it reads there."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True)
        self.answer: HttpResponse
        self.page: PageReader

    def open(self, address: str) -> PageReader:
        """Go to an address, without its part after the hash, which never leaves a browser."""
        return self._read(self.client.get(address.partition("#")[0], follow=True))

    def follow(self, words: str) -> PageReader:
        """Follow the link with these words."""
        return self.open(self.page.links[words])

    def send(self, **changed: str) -> PageReader:
        """Send the page's form as it stands, but for the answers that were changed."""
        fields = self.page.fields | {name: [value] for name, value in changed.items()}
        return self._read(self.client.post(self.page.action, fields, follow=True))

    @property
    def text(self) -> str:
        """The page's source."""
        return self.answer.content.decode()

    def _read(self, answer: HttpResponse) -> PageReader:
        self.answer = answer
        self.page = PageReader(self.text)
        return self.page
