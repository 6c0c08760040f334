"""Build, serve on localhost, and build again and reload the browser when a file changes."""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Set
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
CHANGES, SCRIPT, STYLE = "/-/changes", "/-/reload.js", "/-/problems.css"  # no page has these
PATTERNS = "/patterns/"
# Waits for the next build; works under the site's own Content-Security-Policy.
RELOAD = """\
(async () => {
  let seen = "", good = null;
  for (;;) {
    try {
      const answer = await fetch("/-/changes?" + seen, {cache: "no-store"});
      const [version, count, ...problems] = (await answer.text()).split("\\n");
      if (good !== null && count !== good) location.reload();
      [seen, good] = [version, count];
      show(problems.join("\\n"));
    } catch {
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
  function show(text) {
    document.getElementById("mistakes")?.remove();
    if (!text) return;
    const box = document.createElement("pre");
    box.id = "mistakes";
    box.setAttribute("role", "alert");
    box.textContent = text;
    document.body.prepend(box);
  }
})();
"""
PROBLEMS = """\
#mistakes {
  position: sticky; inset-block-start: 0; z-index: 99; margin: 0; padding: 1rem;
  max-block-size: 60vh; overflow: auto; white-space: pre-wrap;
  background: #fff3d6; color: #3b1c00; border-block-end: 4px solid #b3261e;
  font: 1rem/1.5 system-ui, sans-serif; text-align: start;
}
"""
NOTHING = b"<!DOCTYPE html><html><head><title>...</title></head><body></body></html>"


class Builds:
    """How many good builds there were, and what is wrong since; threads can wait for the next."""

    def __init__(self) -> None:
        """Begin at none."""
        self.count = 0
        self.problems = ""
        self._version = 0
        self._changed = threading.Condition()

    def add(self, problems: str = "") -> None:
        """Note a build, which is good without problems, and wake who waits."""
        with self._changed:
            self.problems = problems
            self.count += not problems
            self._version += 1
            self._changed.notify_all()

    def wait(self, seen: str, seconds: float = 25) -> str:
        """Return version, count and problems, a line each, once the version is not `seen`."""
        with self._changed:
            self._changed.wait_for(lambda: str(self._version) != seen, timeout=seconds)
            return f"{self._version}\n{self.count}\n{self.problems}"


class Handler(SimpleHTTPRequestHandler):
    """Serve the folder; add the reload script to pages on their way, never on disk."""

    def __init__(self, *args: Any, builds: Builds, patterns: Path, **kwargs: Any) -> None:
        """Keep what the reload script waits for, and where the patterns lie."""
        self.builds, self.patterns = builds, patterns
        super().__init__(*args, **kwargs)

    def handle(self) -> None:
        """Answer; a browser that has left the page meanwhile is no fault to print."""
        with contextlib.suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        """Answer the addresses of the reload script and of the translations, or send the file."""
        path, _, query = self.path.partition("?")
        if path == CHANGES:
            self._send(self.builds.wait(query).encode(), "text/plain; charset=utf-8")
        elif path == SCRIPT:
            self._send(RELOAD.encode(), "text/javascript")
        elif path == STYLE:
            self._send(PROBLEMS.encode(), "text/css")
        elif path == TRANSLATIONS and (page := render_status(Path(self.directory))):
            self._send_html(page)
        elif (file := self._html_file(path)) is not None:
            self._send_page(file)
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        """Return the file that answers: the patterns are no part of the site, and lie apart."""
        if path.startswith(PATTERNS):
            self.directory, site = str(self.patterns), self.directory
            try:
                return super().translate_path(path)
            finally:
                self.directory = site
        return super().translate_path(path)

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
        shown = file if status == 200 else missing
        self._send_html(shown.read_bytes() if shown.is_file() else NOTHING, status)

    def _send_html(self, page: bytes, status: int = 200) -> None:
        style = f'<link rel="stylesheet" href="{STYLE}">'
        script = f'{style}<script src="{SCRIPT}" defer></script></head>'.encode()
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
    output, patterns = ROOT / ".cache" / "serve", ROOT / ".cache" / "patterns"
    server = open_server(output, builds, port, host, patterns)
    address = f"http://localhost:{server.server_port}"
    build = partial(build_drafts, output, address)
    builds.add(build(workers=0))
    renew_patterns(output, patterns)
    print(f"\n  The site is at {address}/  (Ctrl+C stops)", flush=True)
    print(f"  The parts it is made of: {address}{PATTERNS}nl/", flush=True)
    print(f"  How far the translations are: {address}{TRANSLATIONS}\n", flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        changes = watch(*(ROOT / name for name in WATCHED), watch_filter=DefaultFilter())
        rebuild(build, builds, changes, partial(renew_patterns, output, patterns))
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


def open_server(
    output: Path, builds: Builds, port: int, host: str, patterns: Path = ROOT
) -> ThreadingHTTPServer:
    """Return a server on the first free port from `port` on."""
    handler = partial(Handler, directory=str(output), builds=builds, patterns=patterns)
    for number in range(port, port + 20):
        try:
            return ThreadingHTTPServer((host, number), handler)
        except OSError:
            continue
    return ThreadingHTTPServer((host, 0), handler)


def rebuild(
    build: Callable[..., str],
    builds: Builds,
    changes: Iterator[Set[tuple[object, str]]],
    renew: Callable[[], object],
) -> None:
    """Build after each change; a mistake keeps the last good site, and is shown in the page.

    Once the code itself has changed, only a new process sees it as it is.
    """
    is_stale = False
    for changed in changes:
        parts = {Path(path).relative_to(ROOT).parts[0] for _, path in changed}
        is_stale = is_stale or "samenleven" in parts
        problems = build(is_apart=is_stale)
        builds.add(problems)
        if not problems:
            if parts != {"content"}:
                renew()
            print("  Built again.", flush=True)
        else:
            print("  You still see the last good site.", flush=True)


def build_drafts(output: Path, address: str, *, is_apart: bool = False, workers: int = 1) -> str:
    """Build the site as its editors see it; return what is wrong, and say it on stderr.

    There is one worker: to fork beside the threads of the server is not safe. A build that
    `is_apart` runs in a process of its own.
    """
    settings = {
        "OUTPUT_PATH": str(output),
        "SITEURL": address,
        "DRAFTS": True,
        "IMAGE_RECIPES": "preview",
        "SEARCH_INDEX": False,
    }
    said = io.StringIO()
    if is_apart:
        code = f"import sys; from {build_site.__module__} import build_site as build; "
        code += f"sys.exit(build('pelicanconf.py', **{settings!r}))"
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False
        )
        said.write(done.stderr)
        is_good = done.returncode == 0
    else:
        with contextlib.redirect_stderr(said):
            is_good = _build_safely(settings, workers)
    sys.stderr.write(said.getvalue())
    return "" if is_good else said.getvalue().strip() or "The site could not be built."


def _build_safely(settings: dict[str, Any], workers: int) -> bool:
    """Return whether the site could be built; who edits must not lose the server to a fault."""
    try:
        return build_site("pelicanconf.py", workers=workers, **settings) == 0
    except Exception as error:
        sys.stderr.write(f"The site could not be built: {type(error).__name__}: {error}\n")
        return False
