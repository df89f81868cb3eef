"""Which database an index is of."""

import pytest
from django.db import connection

from mapper.tiles.index.database import database_identity


@pytest.mark.django_db
def test_a_database_has_one_name_and_a_table_made_anew_another() -> None:
    first = database_identity()
    assert database_identity() == first
    assert str(connection.settings_dict.get("PASSWORD") or "secret") not in first
