"""A file's format is told by its content, whatever its name; what is none of ours is refused."""

import bz2
import gzip
import os

import osmium
import pytest

from mapper.exchange.sources.notes import RefusedFileError
from mapper.exchange.sources.osm.formats import Format, format_of
from mapper.settings import limits
from tests.factories.osm import osm_xml

XML = osm_xml().encode()


def written(folder, content, name="anything"):
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (XML, Format.XML),
        (b"\xef\xbb\xbf" + XML, Format.XML),
        (gzip.compress(XML, mtime=0), Format.XML_GZ),
        (bz2.compress(XML), Format.XML_BZ2),
        (b' \n{"elements": []}', Format.JSON),
        (b"[]", Format.JSON),
        (gzip.compress(b"{}", mtime=0), Format.JSON_GZ),
        (bz2.compress(b"{}"), Format.JSON_BZ2),
    ],
)
def test_content_decides(tmp_path, content, expected):
    found = format_of(written(tmp_path, content))
    assert found is expected
    assert found.is_json is ("JSON" in found.name)


def test_a_pbf_is_known_by_its_header(tmp_path):
    path = tmp_path / "town.osm.pbf"
    osmium.SimpleWriter(path).close()
    assert format_of(path.rename(tmp_path / "town.txt")) is Format.PBF


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"\x89PNG\r\n", "is not OpenStreetMap data"),
        (b"<html></html>", "is not OpenStreetMap data"),
        (b"lat,lon\n1,2\n", "is not OpenStreetMap data"),
        (b'<osmChange version="0.6"></osmChange>', "holds changes"),
        (gzip.compress(XML, mtime=0)[:25], "cannot be read"),
        (b"\x1f\x8b rubbish", "cannot be read"),
        (b"BZh rubbish", "cannot be read"),
    ],
)
def test_what_is_not_ours_is_refused_in_a_sentence(tmp_path, content, reason):
    with pytest.raises(RefusedFileError, match=rf"anything {reason}.*\.$"):
        format_of(written(tmp_path, content))


def test_a_folder_and_a_missing_file_are_refused(tmp_path):
    for path in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(RefusedFileError, match="is not a file"):
            format_of(path)


def test_a_huge_file_is_refused_unread_until_somebody_insists(tmp_path):
    path = written(tmp_path, XML)
    os.truncate(path, limits.IMPORT_MAX_BYTES + 1)
    with pytest.raises(RefusedFileError, match="more than the 2,000,000,000"):
        format_of(path)
    assert format_of(path, any_size=True) is Format.XML
