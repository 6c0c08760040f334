"""How many readers one nginx serves, and what a visit weighs.

Needs nginx with brotli_static and wrk: apt-get install nginx libnginx-mod-http-brotli-static wrk.
Builds the site packed, unless a built one is named:

    python -m bench.serving [OUTPUT]
"""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samenleven.checks.browser import opened_browser
from samenleven.checks.packages import find_program
from samenleven.commands.build import build_site

PORT = 8099
SECONDS, CONNECTIONS, THREADS = 8, 64, 2
VISIT = 3  # pages
MODULE = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"
CONFIG = f"""
user root; daemon off; worker_processes 2; pid FOLDER/pid; error_log FOLDER/log;
load_module {MODULE};
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types; access_log off; sendfile on; tcp_nopush on;
    keepalive_requests 100000; open_file_cache max=10000; client_body_temp_path FOLDER;
    proxy_temp_path FOLDER; fastcgi_temp_path FOLDER; uwsgi_temp_path FOLDER;
    scgi_temp_path FOLDER;
    server {{ listen 127.0.0.1:{PORT}; root ROOT; include ROOT/_nginx.conf; }}
}}
"""


@contextmanager
def nginx(site: Path) -> Iterator[None]:
    """Serve `site` by the rules in it."""
    program = find_program("nginx")
    assert program, "nginx is not installed"
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "nginx.conf")
        config.write_text(CONFIG.replace("FOLDER", folder).replace("ROOT", str(site)))
        server = subprocess.Popen([program, "-c", str(config), "-p", folder])
        time.sleep(1)
        try:
            yield
        finally:
            server.terminate()
            server.wait()


def find_pages(site: Path) -> dict[str, int]:
    """Return the bytes over the line of each page that readers begin on, by its path, in order."""
    packed = {file.parent.relative_to(site): file for file in site.glob("??/**/index.html.br")}
    paths = {
        path.as_posix(): file.stat().st_size
        for path, file in packed.items()
        if len(path.parts) == 1 or path.name not in ("nl", "2")  # beside the Dutch, more photos
    }
    return dict(sorted(paths.items(), key=lambda item: (item[1], item[0])))


def load(path: str, packed: str = "br") -> tuple[float, str]:
    """Return the requests a second for a page, and the time within which 99 of 100 are answered."""
    command = ["wrk", f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency"]
    command += ["-H", f"Accept-Encoding: {packed}", f"http://127.0.0.1:{PORT}/{path}/"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rate, slow = re.search(r"Requests/sec:\s+([\d.]+)", said), re.search(r"99%\s+(\S+)", said)
    assert rate
    assert slow
    return float(rate[1]), slow[1]


def weigh(paths: list[str]) -> list[tuple[int, int]]:
    """Return the bytes and the requests of each page, by one reader who opens one after another."""
    with opened_browser() as browser:
        tab = browser.new_context(viewport={"width": 360, "height": 800}).new_page()
        wire = tab.context.new_cdp_session(tab)
        wire.send("Network.enable")
        got: list[float] = []
        wire.on("Network.loadingFinished", lambda event: got.append(event["encodedDataLength"]))
        found = []
        for path in paths:
            got.clear()
            tab.goto(f"http://127.0.0.1:{PORT}/{path}/", wait_until="networkidle")
            found.append((round(sum(got)), sum(size > 0 for size in got)))
        return found


def measure(site: Path) -> None:
    """Print the figures."""
    sizes = find_pages(site)
    paths, weights = list(sizes), list(sizes.values())
    median, heaviest = paths[len(paths) // 2], paths[-1]
    print(f"{len(paths)} pages; HTML over the line: median {statistics.median(weights):.0f} bytes")
    for name, path in (("median", median), ("heaviest", heaviest)):
        for packed in ("br", "gzip", "identity"):
            rate, slow = load(path, packed)
            print(f"{name} /{path}/ {packed}: {rate:.0f} requests a second, 99 % within {slow}")
    around = paths[len(paths) // 2 :][:VISIT]
    visits = {"a visit to median pages": around, "the heaviest first": [heaviest, *around]}
    for name, opened in visits.items():
        got = weigh(opened)
        total = sum(size for size, _ in got)
        print(f"{name}: {got} bytes and requests a page; {total / 1e3:.0f} kB")
        print(f"  a million of them a month: {total / 1e3:.0f} GB")
    first = weigh([median])[0][0]
    print(f"a million first pages: {first / 1e3:.0f} GB")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        with nginx(site := Path(sys.argv[1]).resolve()):
            measure(site)
    else:
        folder = Path(tempfile.mkdtemp())
        own = {"OUTPUT_PATH": str(folder / "output"), "SITEURL": f"http://127.0.0.1:{PORT}"}
        try:
            if build_site("pelicanconf.py", PRECOMPRESS=["br", "gz"], **own) == 0:
                with nginx(folder / "output"):
                    measure(folder / "output")
        finally:
            shutil.rmtree(folder)
