"""A large plain CSV is read in columns as GDAL would have read it; any other is left to GDAL."""

import pytest

from mapper.exchange.sources.tables.csv_columns import csv_columns
from mapper.exchange.sources.tables.table import read_table
from mapper.exchange.sources.watching import unwatched
from mapper.settings import limits


@pytest.fixture(autouse=True)
def every_size(monkeypatch):
    monkeypatch.setattr(limits, "BULK_CSV_BYTES", 0)


def written(folder, content, name="list.csv"):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    "content",
    [
        "id,lon,lat\n1, 24.9 ,60.1\n,,\n007,NA,null\n",
        "id,name (of it)\r\n1,é 路\r\n2,x\r\n",
        '\ufeffid,name\n1,"a ""b"", c"\n2,"two\nlines"\n',
        "id,name\n1,a\n\n2,b",
        "id,true\n1,false\n2,2024-01-01\n",
        '"id","name"\n1,a\n"2","b"\n',
    ],
    ids=["spaces and nothing", "Windows", "quotes", "empty lines", "other types", "quoted names"],
)
def test_it_is_read_as_gdal_reads_it(tmp_path, monkeypatch, content):
    path = written(tmp_path, content)
    assert csv_columns(path) is not None
    fast = read_table(path, watch=unwatched)
    monkeypatch.setattr(limits, "BULK_CSV_BYTES", 1_000_000)
    slow = read_table(path, watch=unwatched)
    assert (fast.columns, fast.crs, len(fast)) == (slow.columns, slow.crs, len(slow))
    for column in slow.columns:
        assert fast.texts(column) == slow.texts(column)
        assert fast.column(column).to_pylist() == slow.column(column).to_pylist()
        assert fast.column(column).to_pylist() == slow.texts(column)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("id,name\n1,a\n", "list.txt"),
        ("id;name\n1;a\n", "list.csv"),
        ("id\tname\n1\ta\n", "list.csv"),
        ("id,id\n1,a\n", "list.csv"),
        ("id,\n1,a\n", "list.csv"),
        ("1,2\n3,4\n", "list.csv"),
        ("id,WKT\n1,POINT (1 2)\n", "list.csv"),
        ('id,"na""me"\n1,a\n', "list.csv"),
        ('id,"name, of it"\n1,a\n', "list.csv"),
        ("id,name\n1\n2,b\n", "list.csv"),
        (b"id,name\n1,\xff\n", "list.csv"),
        (b"\xff\xfeid,name\n1,a\n", "list.csv"),
        ("id,name", "list.csv"),
        ("", "list.csv"),
    ],
)
def test_what_must_be_guessed_is_left_to_gdal(tmp_path, content, name):
    assert csv_columns(written(tmp_path, content, name)) is None


def test_a_file_of_types_beside_it_is_heeded(tmp_path):
    path = written(tmp_path, "id,name\n1,a\n")
    written(tmp_path, "Integer,String\n", "list.csvt")
    assert csv_columns(path) is None


def test_a_small_file_is_left_to_gdal(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "BULK_CSV_BYTES", 1_000)
    assert csv_columns(written(tmp_path, "id,name\n1,a\n")) is None
