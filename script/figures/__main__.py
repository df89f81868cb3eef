"""Prints the table of `three_ways` as the documentation has it: `python -m script.figures`."""

import importlib
import os

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mapper.settings.site")
    django.setup()
    three_ways = importlib.import_module("script.figures.three_ways")
    print("\n".join(three_ways.table(list(three_ways.towns()))))
