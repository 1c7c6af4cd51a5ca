"""A recognition model of a few hundred bytes with its manifest, as folder, zip and Maven archive."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from simulator.model_files import Manifest, manifest_from_plain

NAME = "small-model"
FILES: Mapping[str, bytes] = {
    "am/final.mdl": bytes(range(256)) * 3,
    "conf/model.conf": b"--max-active=3000\n",
    "graph/phones/word_boundary.int": b"1 nonword\n2 begin\n",
}


def zip_of(place: Path, folder: str, files: Mapping[str, bytes] = FILES) -> Path:
    """Write an archive with these files below ``folder``, and a README beside them."""
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(folder + "README", "A model.")
        for name, content in files.items():
            archive.writestr(folder + name, content)
    return place


def folder_of(place: Path, files: Mapping[str, bytes] = FILES) -> Path:
    """Write these files into a folder."""
    for name, content in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
    return place


def manifest_for(zipped: Path, maven: Path) -> Manifest:
    """Return the manifest of the small model, published as these two archives."""
    return manifest_from_plain(
        {
            "name": NAME,
            "language": "en-US",
            "licence": "Apache-2.0",
            "maker": "Somebody",
            "archives": [
                {"kind": "zip", "url": "https://maker.example/small-model.zip", "folder": f"{NAME}/", **_sizes(zipped)},
                {"kind": "maven", "artifact": "example.maker:small:0.1:aar", "folder": "assets/model/", **_sizes(maven)},
            ],
            "files": {name: {"bytes": len(one), "sha256": hashlib.sha256(one).hexdigest()} for name, one in FILES.items()},
            "unchecked": ["README"],
        }
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below the folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def manifest_text() -> str:
    """Return a manifest file in the shape that the program reads, without archives."""
    files = {name: {"bytes": len(one), "sha256": hashlib.sha256(one).hexdigest()} for name, one in FILES.items()}
    row = {"name": NAME, "language": "en-US", "licence": "Apache-2.0", "maker": "Somebody", "archives": [], "files": files}
    return json.dumps(row)


def _sizes(archive: Path) -> dict[str, object]:
    content = archive.read_bytes()
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
