"""A vintage's report starts from nothing."""

from mapper.cameras.services.vintage import VintageReport


def test_two_reports_share_nothing():
    first = VintageReport()
    first.touched.add(1)
    assert VintageReport() == VintageReport(0, 0, 0, 0, 0, 0, set())
