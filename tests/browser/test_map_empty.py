"""An empty view says what it means, also where the list is closed."""

import pytest
from playwright.sync_api import Page, expect


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/#15/10/10", "That does not mean there are none."),
        ("/?kind=doorbell#15/10/10", "Others may stand here all the same."),
    ],
)
def test_an_empty_view_is_not_called_empty_of_cameras(
    phone: Page, address: str, sentence: str
) -> None:
    phone.goto(address)
    expect(phone.locator("map-empty p:visible")).to_contain_text(sentence)


def test_it_goes_when_there_is_something_to_see(phone: Page) -> None:
    phone.goto("/#15/10/10")
    expect(phone.locator("map-empty p:visible")).to_have_count(1)
    phone.goto("/#16/46.9995/-28.0005")
    expect(phone.locator("map-empty p:visible")).to_have_count(0)
