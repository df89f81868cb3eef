"""Static files are named by their content, also where one module imports another."""

from pathlib import Path

from django.core.files.storage import FileSystemStorage

from mapper.pages.static import ModuleManifestStorage


def collected(folder: Path) -> ModuleManifestStorage:
    """Collect what stands in `folder`, in place."""
    storage = ModuleManifestStorage(location=folder)
    names = {path.name: (FileSystemStorage(folder), path.name) for path in folder.iterdir()}
    list(storage.post_process(names))
    return storage


def test_an_import_names_the_file_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "map.js").write_text('import { tile } from "./tile.js";\n')
    (tmp_path / "tile.js").write_text("export const tile = 256;\n")
    storage = collected(tmp_path)
    tile = storage.stored_name("tile.js")
    assert tile != "tile.js"
    assert f'"./{tile}"' in (tmp_path / storage.stored_name("map.js")).read_text()


def test_a_large_file_is_kept_compressed_as_well(tmp_path: Path) -> None:
    (tmp_path / "map.css").write_text("p { color: black }\n" * 100)
    storage = collected(tmp_path)
    name = storage.stored_name("map.css")
    assert (tmp_path / f"{name}.gz").exists()
    assert (tmp_path / f"{name}.br").exists()
