"""Thousands of cameras are drawn in pieces: the map moves meanwhile, and none is misplaced."""

from typing import Any

import pytest
from playwright.sync_api import Page

COUNT = 4_000
# A map of its own, whose tiles hold COUNT cameras around its middle.
SCENE = """async ({ module, count, doing }) => {
  const { CameraLayer } = await import(module);
  const frame = document.createElement("div");
  Object.assign(frame.style, { width: "800px", height: "600px" });
  document.body.append(frame);
  const map = L.map(frame, { center: [47, -28], zoom: 17, zoomAnimation: false });
  const cameras = Array.from({ length: count }, (_, index) => {
    const across = L.point((index % 80) * 5 - 200, Math.floor(index / 80) * 5 - 125);
    const { x, y } = map.project(map.getCenter()).add(across).divideBy(256 * 2 ** 17);
    return { id: index + 1, kind: "dome", state: "confirmed", worldX: x, worldY: y };
  });
  const layer = new CameraLayer("/none/{z}/{x}/{y}");
  layer.tiles.get = () => ({ cameras, counts: [], homes: [] });
  layer.addTo(map);
  const drawn = () => new Promise((resolve) => layer.once("camerasdrawn", resolve));
  await drawn();
  const found = await DOING[doing]({ map, layer, drawn, cameras });
  map.remove();
  frame.remove();
  return found;
}"""
DOINGS = """
const later = () => new Promise((resolve) => setTimeout(resolve));
const DOING = {
  async moved({ map, layer, drawn }) {
    let turns = 0;
    const turn = () => { turns += 1; timer = setTimeout(turn); };
    let timer = setTimeout(turn);
    const waiting = drawn();
    map.panBy([10, 0], { animate: false });
    await waiting;
    clearTimeout(timer);
    return { turns, drawn: layer.drawn.length };
  },
  async zoomed({ map, layer, drawn, cameras }) {
    map.panBy([10, 0], { animate: false });
    await later();
    const waiting = drawn();
    map.setZoom(16);
    const between = layer.at(map.getSize().divideBy(2));
    await waiting;
    const far = layer.drawn.map(({ record, x, y }) => {
      const world = L.point(record.worldX, record.worldY).multiplyBy(256 * 2 ** 16);
      return world.subtract(map.getPixelOrigin()).distanceTo([x, y]);
    });
    return { between, far: Math.max(...far), drawn: layer.drawn.length };
  },
  async removed({ map, layer }) {
    map.panBy([10, 0], { animate: false });
    await later();
    layer.remove();
    await later();
    await later();
    return { shown: document.querySelectorAll("body > div .camera-layer").length };
  },
};
"""


def done(page: Page, doing: str) -> dict[str, Any]:
    page.goto("/")
    module = page.locator('link[href*="/camera-layer"]').first.get_attribute("href")
    given = {"module": module, "count": COUNT, "doing": doing}
    found: dict[str, Any] = page.evaluate(SCENE.replace("=> {", "=> {" + DOINGS, 1), given)
    return found


def test_the_page_answers_between_pieces_of_a_drawing(page: Page) -> None:
    found = done(page, "moved")
    assert found["drawn"] == COUNT
    assert found["turns"] > 1


def test_a_drawing_of_another_zoom_is_never_shown(page: Page) -> None:
    found = done(page, "zoomed")
    assert found["between"] is None
    assert found["drawn"] == COUNT
    assert found["far"] == pytest.approx(0, abs=1e-6)


def test_a_layer_that_is_taken_off_stops_drawing(page: Page) -> None:
    assert done(page, "removed") == {"shown": 0}
