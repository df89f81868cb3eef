"""The page that says what would be in view with other cameras."""

import pytest
from django.urls import reverse

from mapper.coverage.models import PlaceFigures
from mapper.settings import limits
from mapper.vocabulary import Kind, OperatorType
from tests.factories.cameras import HERE, make_camera, make_home_camera, make_operator
from tests.factories.coverage import make_whole_cell
from tests.factories.figures import make_figures
from tests.factories.places import around, make_ground, make_place, make_street

pytestmark = pytest.mark.django_db


@pytest.fixture
def harbour():
    make_street()
    place = make_place("Harbour", slug="harbour", corners=around(degrees=0.002))
    make_figures(place)
    return place


def page(client, status=200, **query):
    answer = client.get(reverse("place-what-if", args=["harbour"]), query)
    assert answer.status_code == status
    return " ".join(answer.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def test_unasked_there_is_only_the_form(client, harbour):
    text = page(client)
    assert "Work it out" in text
    assert "Before and after" not in text


def test_without_a_camera_less_is_in_view_and_nothing_is_stored(client, harbour):
    camera, stored = make_camera(kind=Kind.DOME), PlaceFigures.objects.get().figures
    text = page(client, camera=camera.pk)
    assert "1 camera fewer. 1 stand in the place now; 0 would." in text
    assert "none</td>" in text
    assert PlaceFigures.objects.get().figures == stored


def test_without_an_operator_all_of_its_cameras_go(client, harbour):
    operator = make_operator()
    for _ in range(2):
        make_camera(operator=operator)
    assert "2 cameras fewer." in page(client, operator=operator.pk)


def test_without_a_selection_those_go_that_are_all_of_it(client, harbour):
    make_camera(kind=Kind.DOME, operator_type=OperatorType.POLICE)
    make_camera(kind=Kind.DOME, operator_type=OperatorType.BUSINESS)
    make_camera(kind=Kind.FIXED, operator_type=OperatorType.POLICE)
    assert "2 cameras fewer." in page(client, gone_kind="dome")
    assert "2 cameras fewer." in page(client, gone_run_by="police")
    assert "1 camera fewer." in page(client, gone_kind="dome", gone_run_by="police")
    assert "Private home" not in page(client)


def test_those_beside_the_place_are_told_apart(client, harbour):
    make_camera(kind=Kind.DOME)
    make_camera(HERE[0], HERE[1] + 0.0025, kind=Kind.DOME)
    text = page(client, gone_kind="dome")
    assert "2 cameras fewer, of which 1 stands beside the place and may see into it." in text


def test_without_several_by_their_numbers(client, harbour):
    first, second = make_camera(), make_camera()
    assert "2 cameras fewer." in page(client, camera=f"{first.pk}, {second.pk};")
    assert "“x9” is not the number of a camera." in page(client, 422, camera=f"{first.pk} x9")
    many = " ".join("1" for _ in range(limits.WHAT_IF_CAMERAS + 1))
    assert "No more than 100 at once." in page(client, 422, camera=many)


def test_those_that_alone_see_most_lead_to_it(client, harbour):
    camera = make_camera()
    make_whole_cell(*HERE, cameras={camera: (80.0, 20.0)})
    assert (
        f"/places/harbour/what-if/?camera={camera.pk}"
        in client.get("/places/harbour/").content.decode()
    )


def test_with_a_new_camera_more_is_in_view(client, harbour):
    text = page(client, position="60.17, 24.94", kind="dome")
    assert "One camera more. 0 stand in the place now; 1 would." in text
    assert "70 m (65 %)" in text


def test_a_camera_at_a_private_home_changes_nothing_and_is_not_told_from_none(client, harbour):
    make_camera()
    home = page(client, camera=make_home_camera().pk)
    assert "nothing changes" in home
    assert "nothing changes" in page(client, camera=987_654_321)


def test_what_is_unfit_is_said_beside_it(client, harbour):
    text = page(client, 422, position="<b>here")
    assert "Write two numbers" in text
    assert "<b>here" not in text


def test_what_is_too_large_or_not_computed_is_not_worked_out(client, harbour, monkeypatch):
    assert "What if?</a>" in client.get("/places/harbour/").content.decode()
    monkeypatch.setattr(limits, "WHAT_IF_MAX_M", 9_999.0)
    text = page(client, position="60.17, 24.94", kind="dome")
    assert "no larger than a ward" in text
    assert "Before and after" not in text
    assert "What if?</a>" not in client.get("/places/harbour/").content.decode()
    PlaceFigures.objects.all().delete()
    assert "no larger than a ward" in page(client)


def test_a_retired_place_is_not_asked(client):
    make_place("Harbour", slug="harbour", ground=make_ground("old", retired_on="2026-01-01"))
    page(client, 404)
