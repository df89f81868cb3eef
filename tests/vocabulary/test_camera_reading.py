"""What follows from the fields of a reading."""

from mapper.vocabulary import CameraReading, OperatorType


def test_only_a_private_home_is_a_private_home() -> None:
    assert CameraReading(operator_type=OperatorType.PRIVATE_HOME).private_home
    assert not CameraReading(operator_type=OperatorType.BUSINESS).private_home


def test_a_reading_of_nothing_knows_nothing() -> None:
    reading = CameraReading()
    assert (reading.kind, reading.facings, reading.seen_on) == ("unknown", (), None)
