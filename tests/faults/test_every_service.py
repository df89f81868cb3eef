"""Every service is all or nothing: failing at any statement it leaves the database as it was."""

import importlib
import inspect
import pkgutil
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest
from django.apps import apps
from django.db import OperationalError, connection

import mapper
from mapper.events.models import EventRow
from tests.faults import scenarios
from tests.faults.scenarios.scenario import Act, Scenario

# Opening and ending a transaction, also inside another, writes nothing that could be half done.
TRANSACTIONS = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")
# No service asks so much in its scenario; one that never ends must not keep us here.
STATEMENTS_MAX = 200

Rows = dict[str, list[dict[str, Any]]]


def every_scenario() -> dict[str, Scenario]:
    """The scenarios of all apps, as `app.service` and, where it has several, of what."""
    found = {}
    for module in pkgutil.iter_modules(scenarios.__path__):
        inside = vars(importlib.import_module(f"{scenarios.__name__}.{module.name}"))
        found |= {f"{module.name}.{name}": one for name, one in inside.get("SCENARIOS", {}).items()}
    return found


SCENARIOS = every_scenario()


class FailAt:
    """Lets so many statements pass and fails at the next, as a database does that goes away."""

    def __init__(self, passing: int) -> None:
        self.left = passing
        self.failed = False

    def __call__(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        """Run a statement, or fail."""
        if not sql.startswith(TRANSACTIONS):
            if self.left == 0:
                self.failed = True
                raise OperationalError("the database has gone away")
            self.left -= 1
        return execute(sql, *rest)


def services() -> Iterator[str]:
    """Every public function that writes, as `app.function`: those in services with a `by`."""
    for module in pkgutil.walk_packages(mapper.__path__, "mapper."):
        app, _, inside = module.name.removeprefix("mapper.").partition(".")
        if inside.startswith("services."):
            for name, found in vars(importlib.import_module(module.name)).items():
                if is_service(name, found, module.name):
                    yield f"{app}.{name}"


def is_service(name: str, found: object, module: str) -> bool:
    """Whether something in a module is a function of its own that is told who acts."""
    return (
        inspect.isfunction(found)
        and found.__module__ == module
        and not name.startswith("_")
        and "by" in inspect.signature(found).parameters
    )


def everything() -> Rows:
    """Every row of every table."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in apps.get_models()
    }


def noted() -> Counter[str]:
    """How many events every journal holds."""
    journals = [model for model in apps.get_models() if issubclass(model, EventRow)]
    return Counter({model.__name__: model._base_manager.count() for model in journals})


def failed_at(act: Act, passing: int) -> bool:
    """Run an act that may do so many statements; whether it came to the next one and failed."""
    fault = FailAt(passing)
    with connection.execute_wrapper(fault):
        try:
            act()
        except OperationalError:
            assert fault.failed
            return True
    # A service that swallows the failure and goes on would hide what was lost.
    assert not fault.failed
    return False


def test_every_service_has_its_scenario_and_no_scenario_is_left_over() -> None:
    assert {name.split(" of ")[0] for name in SCENARIOS} == set(services())


@pytest.mark.django_db
@pytest.mark.parametrize("name", SCENARIOS)
def test_a_service_that_fails_at_any_statement_leaves_everything_as_it_was(name: str) -> None:
    act = SCENARIOS[name].stage()
    before, noted_before = everything(), noted()
    for passing in count():
        assert passing < STATEMENTS_MAX
        if not failed_at(act, passing):
            break
        assert everything() == before, f"half done after statement {passing}"
    assert passing > 0
    assert everything() != before
    assert noted() - noted_before == Counter(SCENARIOS[name].notes)
