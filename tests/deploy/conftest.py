"""Real servers that serve the example site by the files in it."""

from __future__ import annotations

import http.client
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from samenleven.checks.packages import find_program

BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
NGINX = """
user root; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; {modules}
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
    uwsgi_temp_path {folder}; scgi_temp_path {folder};
    server {{ listen 127.0.0.1:{port}; root {folder}/www; include {rules}; }}
}}
"""
APACHE = """
ServerRoot {folder}
ServerName localhost
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
Listen 127.0.0.1:{port}
{modules}
TypesConfig /etc/mime.types
DocumentRoot {folder}/www
<Directory {folder}/www>
AllowOverride All
Require all granted
</Directory>
"""
APACHE_MODULES = Path("/usr/lib/apache2/modules")
LOADED = ("mpm_event", "authz_core", "mime", "dir", "headers", "rewrite")


class Answer(NamedTuple):
    """What a server said."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


def ask(port: int, path: str, language: str = "", packed: str = "") -> Answer:
    """Return the answer of a server on this machine."""
    headers = {"Accept-Language": language, "Accept-Encoding": packed}
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    with closing(connection):
        given = {name: value for name, value in headers.items() if value}
        connection.request("GET", path, headers=given)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def running(command: list[str], port: int) -> Iterator[int]:
    server = subprocess.Popen(command)
    try:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield port
    finally:
        server.terminate()
        server.wait()


@contextmanager
def run_nginx(site: Path, folder: Path, base: str) -> Iterator[int]:
    """Serve `site` at the path `base` by the rules in it; yield the port."""
    program = find_program("nginx")
    if program is None:
        pytest.skip("nginx is not installed")
    folder.chmod(0o755)
    shutil.copytree(site, folder / f"www{base}")
    rules = folder / f"www{base}/_nginx.conf"
    modules = f"load_module {BROTLI};" if BROTLI.exists() else ""
    if not modules:
        rules.write_text(rules.read_text("utf-8").replace("brotli_static on;\n", ""), "utf-8")
    port = free_port()
    config = folder / "nginx.conf"
    config.write_text(NGINX.format(folder=folder, port=port, rules=rules, modules=modules))
    with running([program, "-c", str(config), "-p", str(folder)], port) as at:
        yield at


@pytest.fixture(scope="session")
def nginx(example_output: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The example site behind a real nginx, under a base path; the port."""
    with run_nginx(example_output, tmp_path_factory.mktemp("nginx"), "/stad") as port:
        yield port


@pytest.fixture(scope="session")
def nginx_at_root(example_at_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The example site on a host of its own, with packed files; the port."""
    with run_nginx(example_at_root, tmp_path_factory.mktemp("nginx"), "") as port:
        yield port


@pytest.fixture(scope="session")
def apache(example_output: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The example site behind a real Apache, under a base path; the port."""
    program = find_program("apache2")
    if program is None or not APACHE_MODULES.is_dir():
        pytest.skip("Apache is not installed")
    folder = tmp_path_factory.mktemp("apache")
    folder.chmod(0o755)
    shutil.copytree(example_output, folder / "www/stad")
    modules = "\n".join(
        f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so" for name in LOADED
    )
    port = free_port()
    config = folder / "apache.conf"
    config.write_text(APACHE.format(folder=folder, port=port, modules=modules))
    with running([program, "-f", str(config), "-DFOREGROUND"], port) as at:
        yield at
