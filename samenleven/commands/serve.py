"""Build, serve on localhost, and build again and reload the browser when a file changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from watchfiles import DefaultFilter, watch

from samenleven.commands.build import ROOT, build_site
from samenleven.commands.patterns import renew_patterns
from samenleven.commands.translation.page import PATH as TRANSLATIONS
from samenleven.commands.translation.page import render_status

WATCHED = ("content", "theme", "samenleven", "pelicanconf.py")
CHANGES, SCRIPT = "/-/changes", "/-/reload.js"  # addresses that no page can have
# Waits for the number of the build to change; works under the site's own Content-Security-Policy.
RELOAD = """\
(async () => {
  let seen = null;
  for (;;) {
    try {
      const now = await (await fetch("/-/changes?" + seen, {cache: "no-store"})).text();
      if (seen !== null && now !== seen) location.reload();
      seen = now;
    } catch {
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
})();
"""


class Builds:
    """How many good builds there were; threads can wait for the next."""

    def __init__(self) -> None:
        """Begin at none."""
        self.count = 0
        self._changed = threading.Condition()

    def add(self) -> None:
        """Note a good build and wake who waits."""
        with self._changed:
            self.count += 1
            self._changed.notify_all()

    def wait(self, seen: str, seconds: float = 25) -> int:
        """Return the count as soon as it differs from `seen`, or after `seconds`."""
        with self._changed:
            self._changed.wait_for(lambda: str(self.count) != seen, timeout=seconds)
            return self.count


class Handler(SimpleHTTPRequestHandler):
    """Serve the folder; add the reload script to pages on their way, never on disk."""

    def __init__(self, *args: Any, builds: Builds, **kwargs: Any) -> None:
        """Keep what the reload script waits for."""
        self.builds = builds
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Answer the addresses of the reload script and of the translations, or send the file."""
        path, _, query = self.path.partition("?")
        if path == CHANGES:
            self._send(str(self.builds.wait(query)).encode(), "text/plain")
        elif path == SCRIPT:
            self._send(RELOAD.encode(), "text/javascript")
        elif path == TRANSLATIONS and (page := render_status(Path(self.directory))):
            self._send_html(page)
        elif (file := self._html_file(path)) is not None:
            self._send_page(file)
        else:
            super().do_GET()

    def _html_file(self, path: str) -> Path | None:
        file = Path(self.translate_path(path))
        if file.is_dir() and path.endswith("/"):
            file /= "index.html"
        if file.is_dir() or (file.suffix != ".html" and file.is_file()):
            return None
        return file

    def _send_page(self, file: Path) -> None:
        status = 200 if file.is_file() else 404
        missing = Path(self.directory, "404.html")
        self._send_html((file if status == 200 else missing).read_bytes(), status)

    def _send_html(self, page: bytes, status: int = 200) -> None:
        script = f'<script src="{SCRIPT}" defer></script></head>'.encode()
        self._send(page.replace(b"</head>", script, 1), "text/html; charset=utf-8", status)

    def _send(self, data: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing for each request."""


def serve_site(port: int, host: str = "127.0.0.1") -> None:
    """Build with drafts into .cache/serve and serve it until Ctrl+C."""
    builds = Builds()
    output = ROOT / ".cache" / "serve"
    server = open_server(output, builds, port, host)
    address = f"http://localhost:{server.server_port}"
    build = partial(_build, output, address)
    if build():
        builds.add()
    print(f"\n  The site is at {address}/  (Ctrl+C stops)", flush=True)
    print(f"  The parts it is made of: {address}/patterns/nl/", flush=True)
    print(f"  How far the translations are: {address}{TRANSLATIONS}\n", flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        rebuild(build, builds, watch(*_watched(), watch_filter=DefaultFilter()))
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


def open_server(output: Path, builds: Builds, port: int, host: str) -> ThreadingHTTPServer:
    """Return a server on the first free port from `port` on."""
    handler = partial(Handler, directory=str(output), builds=builds)
    for number in range(port, port + 20):
        try:
            return ThreadingHTTPServer((host, number), handler)
        except OSError:
            continue
    return ThreadingHTTPServer((host, 0), handler)


def rebuild(build: Callable[[], bool], builds: Builds, changes: Iterator[object]) -> None:
    """Build after each change; a mistake keeps the last good site."""
    for _ in changes:
        if build():
            builds.add()
            print("  Built again.", flush=True)
        else:
            print("  You still see the last good site.", flush=True)


def _build(output: Path, address: str) -> bool:
    code = build_site(
        "pelicanconf.py",
        OUTPUT_PATH=str(output),
        SITEURL=address,
        DRAFTS=True,
        IMAGE_RECIPES="preview",
        SEARCH_INDEX=False,
    )
    if code == 0:
        renew_patterns(output)  # a fault there is one line on stderr; the site stands
    return code == 0


def _watched() -> list[Path]:
    return [ROOT / name for name in WATCHED]
