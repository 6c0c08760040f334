"""Ask a peer that lives in a Python of its own. Knows the standard library alone, as peers do."""

from __future__ import annotations

import argparse
import json
import subprocess
from collections.abc import Iterable
from typing import Any

SECONDS = 3600


def make_parser(doc: str | None, peers: Iterable[str]) -> argparse.ArgumentParser:
    """Return the parser of a script that measures, and that `ask` calls as one of its `peers`."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--as", dest="peer", choices=[*peers], help=argparse.SUPPRESS)
    return parser


def ask(python: str, script: str, peer: str, texts: list[str]) -> Any:
    """Return what the script, run as `peer` by that Python, answers to some texts.

    It reads them as JSON on stdin and writes JSON; what it says on stderr is passed on.
    """
    done = subprocess.run(
        [python, script, "--as", peer],
        input=json.dumps(texts),
        stdout=subprocess.PIPE,
        text=True,
        timeout=SECONDS,
        check=True,
    )
    return json.loads(done.stdout)
