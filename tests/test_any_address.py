"""The same content works at the root of a host and under a path of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from samenleven.checks.crawl import crawl_site

HOST = "https://lindebeek.example"
BASE = "/stad"
PACKED = {".br", ".gz"}
# An address on the host, or a path that a quotation mark, a blank, a bracket or `=` opens.
ABSOLUTE = re.compile(rb"(?:https?|webcal)://lindebeek\.example(/[^\s\"'<>);,\\]*)?")
VERSION = re.compile(rb'(?<=const VERSION = )"[0-9a-f]+"')  # of the worker: a hash of pages
SITES = pytest.mark.parametrize(
    ("fixture", "base"), [("example_output", BASE), ("example_at_root", "")]
)


def files(folder: Path) -> dict[str, bytes]:
    found = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in found
        if file.suffix not in PACKED
    }


def without_base(data: bytes) -> bytes:
    """Return a file of the site under BASE as it is without one."""
    data = VERSION.sub(b"", data).replace(f"{HOST[6:]}{BASE}".encode(), HOST[6:].encode())
    return re.sub(rb"(?<![\w-])/stad(?=/)", b"", data)


def test_nothing_but_the_base_differs(example_output: Path, example_at_root: Path) -> None:
    below, root = files(example_output), files(example_at_root)
    assert below.keys() == root.keys()
    told = {"_nginx.conf"}  # of the packed files too
    different = [
        name
        for name in below
        if name not in told and without_base(below[name]) != VERSION.sub(b"", root[name])
    ]
    assert different == []


@SITES
def test_every_link_asset_feed_and_alternate_is_right(
    fixture: str, base: str, request: pytest.FixtureRequest
) -> None:
    assert crawl_site(request.getfixturevalue(fixture), f"{HOST}{base}") == []


@SITES
def test_every_address_in_any_file_is_one_of_the_site(
    fixture: str, base: str, request: pytest.FixtureRequest
) -> None:
    there = files(request.getfixturevalue(fixture))
    dead = set()
    for name, data in there.items():
        # RFC 5545 folds its lines.
        for path in ABSOLUTE.findall(data.replace(b"\r\n ", b"") if name[-4:] == ".ics" else data):
            plain = re.split("[?#]", path.decode())[0]
            inside = plain.removeprefix(f"{base}/") if plain.startswith(f"{base}/") else None
            if inside is None or re.sub("(^|/)$", r"\1index.html", inside) not in there:
                dead.add((name, path.decode()))
    assert dead == set()


@SITES
def test_every_rule_for_hosts_leads_to_a_file(
    fixture: str, base: str, request: pytest.FixtureRequest
) -> None:
    there = files(request.getfixturevalue(fixture))
    rules = there["_redirects"].decode().splitlines()
    targets = [rule.split()[1] for rule in rules]
    assert [
        path
        for path in targets
        if re.sub("/$", "/index.html", path.removeprefix(f"{base}/")) not in there
    ] == []
    assert all(rule.startswith(f"{base}/") for rule in rules)
