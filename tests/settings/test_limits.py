"""Limits that must fit one another, and what is beneath them."""

from django.apps import apps

from mapper.settings import limits

# PostgreSQL counts the values that are sent beside a statement in 16 bits.
VALUES_MAX = 65_535


def test_a_batch_of_any_rows_fits_into_one_statement() -> None:
    widest = max(len(model._meta.concrete_fields) for model in apps.get_models())
    assert limits.IMPORT_BATCH_ROWS * widest <= VALUES_MAX


def test_who_waits_for_another_s_question_outlasts_a_database_that_is_gone() -> None:
    assert limits.INDEX_ASKED_S >= limits.DATABASE_CONNECT_S + 1
