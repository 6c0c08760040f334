"""A web server for an output folder that answers as a static host does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import BinaryIO
from urllib.parse import unquote, urlsplit


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves a folder below a base path; a missing page gets the nearest 404.html above it."""

    protocol_version = "HTTP/1.1"  # keeps connections open: an audit asks for thousands of files
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".atom": "application/atom+xml",
        ".avif": "image/avif",
        ".gpx": "application/gpx+xml",
        ".ics": "text/calendar",
        ".vcf": "text/vcard",
        ".webmanifest": "application/manifest+json",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
    }

    def __init__(self, *arguments: object, base_path: str, directory: str) -> None:
        """Keep the base path, then answer: the parent class serves while it is made."""
        self.base_path = base_path
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer with the file, a redirect to its slash, or a 404 page."""
        path = unquote(urlsplit(self.path).path)
        inside = f"{path}/".startswith(f"{self.base_path}/")
        file = Path(self.translate_path(self.path)) if inside else None
        if file and (file.is_file() or (file / "index.html").is_file()):
            return super().send_head()
        return self.send_missing(file)

    def translate_path(self, path: str) -> str:
        """Return the file for an address, the base path taken off."""
        return super().translate_path(path.removeprefix(self.base_path))

    def send_missing(self, file: Path | None) -> BytesIO:
        """Answer 404 with the page of the nearest folder."""
        root = Path(self.directory)
        folders = [folder for folder in (file or root).parents if folder.is_relative_to(root)]
        pages = (folder / "404.html" for folder in [*folders, root])
        page = next((page for page in pages if page.is_file()), None)
        body = page.read_bytes() if page else b"Not found\n"
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html" if page else "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the findings of an audit are what people read."""


@contextmanager
def served(
    folder: Path, base_path: str = "", handler: type[SiteHandler] = SiteHandler
) -> Iterator[str]:
    """Serve `folder` on a free port of this machine and yield its address, without a last slash.

    `base_path` is the path the site lives under, such as "/base"; "" for a host of its own.
    """
    base_path = f"/{base_path.strip('/')}".rstrip("/")
    answer = partial(handler, base_path=base_path, directory=str(folder.resolve()))
    with ThreadingHTTPServer(("127.0.0.1", 0), answer) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base_path}"
        finally:
            server.shutdown()
