"""A page with planted faults, judged by Lighthouse itself, and served as a good host would."""

from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from samenleven.checks.lighthouse import (
    LEAST,
    UNTIMED,
    Result,
    check_lighthouse,
    judge,
    served_as_by_host,
)

BAD = """<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Samenleven in de stad">
<meta name="robots" content="noindex">
<link rel="icon" href="/base/icon.0123abcd.svg">
<title>Stad</title>
</head>
<body><main><h1>Stad</h1>
<p><img src="/base/icon.0123abcd.svg" width="9" height="9"></p>
</main></body>
</html>"""
ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a folder with a page and an icon."""
    (tmp_path / "index.html").write_text(BAD, "utf-8")
    (tmp_path / "icon.0123abcd.svg").write_text(ICON)
    return tmp_path


def result(performance: int, *failed: str) -> Result:
    """Return a run that gave 100 for all but the speed."""
    scores = dict.fromkeys(LEAST, 100) | {"performance": performance}
    return Result(scores, {name: [] for name in LEAST} | {"performance": list(failed)})


def test_lighthouse_finds_the_faults_and_pardons_a_noindex(site: Path) -> None:
    with served_as_by_host(site, "/base") as address:
        found = check_lighthouse([f"{address}/"], runs=1, least=UNTIMED)
    assert [line.partition(", ")[2] for line in found] == [
        "at least 100 (image-alt)",
        "at least 100 (image-alt)",
    ]
    assert [line.split()[1] for line in found] == ["accessibility", "seo"]


def test_a_page_that_redirects_is_not_judged(site: Path) -> None:
    redirect = '<meta http-equiv="refresh" content="0; url=/nl/">'
    (site / "index.html").write_text(redirect, "utf-8")
    with served_as_by_host(site) as address:
        assert check_lighthouse([f"{address}/"]) == []


def test_the_median_of_the_runs_counts() -> None:
    fast, slow = result(100), result(70, "speed-index")
    assert list(judge([slow, fast, fast])) == []
    assert list(judge([slow, fast, slow])) == ["performance 70, at least 98 (speed-index)"]
    assert list(judge([result(98)])) == []


@pytest.mark.parametrize(
    ("path", "kept"),
    [("/base/", "no-cache"), ("/base/icon.0123abcd.svg", "max-age=31536000, immutable")],
)
def test_files_are_compressed_and_kept_as_a_host_does(site: Path, path: str, kept: str) -> None:
    with served_as_by_host(site, "/base") as address, urlopen(f"{address}{path[5:]}") as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert answer.headers["Cache-Control"] == kept
        assert int(answer.headers["Content-Length"]) == len(answer.read())


def test_a_missing_file_is_missed_once(site: Path) -> None:
    with served_as_by_host(site, "/base") as address:
        with pytest.raises(HTTPError, match="404") as raised:
            urlopen(Request(f"{address}/gone.css"))
        raised.value.close()
        with pytest.raises(HTTPError, match="404") as raised:
            urlopen(Request(f"{address.removesuffix('/base')}/index.html"))
        raised.value.close()
