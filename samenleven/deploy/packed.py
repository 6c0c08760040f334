"""Brotli and gzip beside the files of a site, for a server that gives them out as they are.

Packed once with all the time it takes, a page is smaller than a server packs it for each reader.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import blake2b
from pathlib import Path

# Pictures and fonts are packed already.
TEXTS = {".atom", ".css", ".csv", ".gpx", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".xml"}
TEXTS |= {".vcf", ".webmanifest"}
LEAST = 1024  # bytes: what is smaller fits into a packet as it is

Pack = Callable[[bytes], bytes]


def pack_folder(folder: Path, kinds: Iterable[str], cache: Path) -> None:
    """Write `FILE.br` or `FILE.gz` beside each text below `folder` that becomes smaller by it.

    `kinds` are the endings. `cache` keeps what was packed, by the hash of its bytes.
    """
    files = [file for file in folder.rglob("*") if file.suffix in TEXTS and file.is_file()]
    large = [file for file in files if file.stat().st_size >= LEAST]
    for kind in kinds:
        version, pack = _packer(kind)
        one = partial(_pack_file, kind=kind, pack=pack, cache=cache / "packed" / version)
        with ThreadPoolExecutor(os.cpu_count()) as pool:  # packing lets other threads run
            list(pool.map(one, large))


def _packer(kind: str) -> tuple[str, Pack]:
    """Return the name of the library with its version, and the function that packs."""
    if kind == "br":
        import brotli

        return f"brotli-{brotli.__version__}", partial(brotli.compress, quality=11)
    if kind == "gz":
        import gzip
        import zlib

        # A day in the header would make other bytes each time.
        return f"zlib-{zlib.ZLIB_RUNTIME_VERSION}", partial(gzip.compress, mtime=0)
    raise ValueError(f'PRECOMPRESS: "{kind}" is unknown. Known are: br, gz.')


def _pack_file(file: Path, kind: str, pack: Pack, cache: Path) -> None:
    data = file.read_bytes()
    packed = _kept(data, pack, cache)
    if len(packed) < len(data):
        file.with_name(f"{file.name}.{kind}").write_bytes(packed)


def _kept(data: bytes, pack: Pack, cache: Path) -> bytes:
    file = cache / blake2b(data, digest_size=16).hexdigest()
    if not file.exists():
        cache.mkdir(parents=True, exist_ok=True)
        half = file.with_suffix(f".{os.getpid()}")
        half.write_bytes(pack(data))
        half.replace(file)  # a file by this name is always whole
    return file.read_bytes()
