"""The layers of a base tile: land, green, water, buildings, streets, boundaries, labels."""

from collections.abc import Mapping, Sequence

import numpy as np
import shapely

from mapper.geometry import TILE_EXTENT
from mapper.tiles import zooms
from mapper.tiles.base_rows import (
    Rows,
    areas_in,
    buildings_in,
    extents_with_land,
    labels_in,
    places_in,
    streets_in,
)
from mapper.tiles.encoding import Layer
from mapper.tiles.shapes import (
    Drawn,
    Shapes,
    draw_areas,
    draw_lines,
    draw_points,
    into_tile,
    merged,
)
from mapper.tiles.tile import Tile
from mapper.tiles.world import country_names, world_at
from mapper.vocabulary import GroundKind, LabelRank, Level

GREEN = [kind for kind in GroundKind if kind not in {GroundKind.LAND, GroundKind.WATER}]


def base_layers(tile: Tile) -> list[Layer]:
    """Everything a base tile shows, from the ground up."""
    areas = areas_in(tile.wide_box, zooms.drawn_at(zooms.AREAS, tile.z))
    return [
        land_layer(tile, areas.only([GroundKind.LAND])),
        green_layer(tile, areas.only(GREEN)),
        water_layer(tile, areas.only([GroundKind.WATER])),
        buildings_layer(tile),
        streets_layer(tile),
        boundaries_layer(tile),
        labels_layer(tile),
    ]


def land_layer(tile: Tile, imported: Rows) -> Layer:
    """The world's land where no imported ground brought its own, and theirs."""
    world = world_at(tile.z).land_in(tile.wide_box)
    extents = extents_with_land()
    if len(extents):
        world = shapely.difference(world, shapely.union_all(extents))
    shapes = into_tile(np.concatenate([world, imported.shapes]), tile)
    return Layer("land", draw_areas(shapes).drawings)


def green_layer(tile: Tile, imported: Rows) -> Layer:
    """Parks, woods, grass, and the other kinds of ground."""
    drawn = draw_areas(into_tile(imported.shapes, tile))
    return _layer("green", drawn, {"kind": imported.kinds})


def water_layer(tile: Tile, imported: Rows) -> Layer:
    """Lakes and broad rivers as areas, narrow rivers as lines."""
    shapes = into_tile(imported.shapes, tile)
    areas, lines = draw_areas(shapes), draw_lines(shapes)
    both = Drawn(areas.drawings + lines.drawings, np.concatenate([areas.places, lines.places]))
    return _layer("water", both, {"kind": imported.kinds, "name": imported.names})


def buildings_layer(tile: Tile) -> Layer:
    """Outlines of buildings, without properties."""
    if tile.z < zooms.BUILDINGS:
        return Layer("buildings", [])
    shapes = into_tile(buildings_in(tile.wide_box).shapes, tile)
    return Layer("buildings", draw_areas(shapes).drawings)


def streets_layer(tile: Tile) -> Layer:
    """Streets, those of one class and name joined, so that a name is written along all of it."""
    classes = zooms.drawn_at(zooms.STREETS, tile.z)
    if not classes:
        return Layer("streets", [])
    rows = streets_in(tile.wide_box, classes)
    named = tile.z >= zooms.STREET_NAMES
    names = [name if named else "" for name in rows.names]
    shapes, kinds, names = _joined(into_tile(rows.shapes, tile), rows.kinds, names)
    return _layer("streets", draw_lines(shapes), {"kind": kinds, "name": names})


def boundaries_layer(tile: Tile) -> Layer:
    """Borders of places, each stretch once a level, and those of the world's countries."""
    rows = places_in(tile.wide_box, zooms.drawn_at(zooms.BOUNDARIES, tile.z))
    lines, levels = shapely.boundary(rows.shapes), list(rows.kinds)
    if tile.z <= zooms.WORLD_BORDERS_TO:
        world = world_at(tile.z).borders_in(tile.wide_box)
        lines = np.concatenate([lines, world])
        levels += [Level.COUNTRY.value] * len(world)
    shapes, levels, _ = _joined(into_tile(lines, tile), levels, [""] * len(levels))
    return _layer("boundaries", draw_lines(shapes), {"level": levels})


def labels_layer(tile: Tile) -> Layer:
    """Names of settlements, and of the world's countries while they fit the screen."""
    rows = labels_in(tile.box, zooms.drawn_at(zooms.LABELS, tile.z))
    named = list(zip(rows.kinds, rows.names, shapely.get_coordinates(rows.shapes), strict=True))
    if zooms.LABELS[LabelRank.COUNTRY] <= tile.z <= zooms.COUNTRY_NAMES_TO:
        named += [(LabelRank.COUNTRY.value, name, np.array(at)) for name, *at in country_names()]
    lonlat = np.array([at for _, _, at in named]).reshape(-1, 2)
    units = tile.project(lonlat)
    inside = np.flatnonzero(((units >= 0) & (units < TILE_EXTENT)).all(axis=1))
    columns = {"rank": [rank for rank, _, _ in named], "name": [name for _, name, _ in named]}
    return _layer("labels", Drawn(draw_points(units[inside]), inside), columns)


def _joined(
    shapes: Shapes, kinds: Sequence[str], names: Sequence[str]
) -> tuple[Shapes, list[str], list[str]]:
    """Join lines of one kind and name; gives one shape for each pair of them."""
    pairs = sorted(set(zip(kinds, names, strict=True)))
    number = {pair: place for place, pair in enumerate(pairs)}
    keys = np.array([number[pair] for pair in zip(kinds, names, strict=True)], dtype=np.intp)
    return merged(shapes, keys), [kind for kind, _ in pairs], [name for _, name in pairs]


def _layer(name: str, drawn: Drawn, columns: Mapping[str, Sequence[str]]) -> Layer:
    """Make a layer of what was drawn; an empty word is left out."""
    properties = {
        key: [column[place] or None for place in drawn.places] for key, column in columns.items()
    }
    return Layer(name, drawn.drawings, properties)
