"""Publish to a folder, here or on a server: a release beside the last ones, and a link to it.

    site/current -> releases/20261121T101500Z
    site/releases/20261121T101500Z/       the whole site
    site/releases/20261121T101500Z.json   the id of each file in it
    site/releases/20261120T090000Z/       the one before, for `rollback`

The web server serves `current`. The link is replaced by one rename (POSIX rename(2)), so that
readers see the old site or the new one and nothing between. Files that did not change are hard
links to the last release. Needs rsync and a shell here, and GNU coreutils where the site goes.
"""

from __future__ import annotations

import json
import shlex
import tempfile
from collections.abc import Mapping
from pathlib import Path

from samenleven.deploy.ghpages import PublishError, reason, run
from samenleven.deploy.tree import read_folder

KEPT = 5  # releases
READABLE = "--chmod=D755,F644"  # by the web server too, whatever the umask here
READ = 'cat "$(readlink -f current).json" 2>/dev/null || echo "{}"'
# A release has its name only when it is whole; the link follows last, then the oldest go.
SWITCH = """
mv -T releases/.part releases/NAME
ln -sfn releases/NAME .next
mv -T .next current
ls -1 releases | sed 's/[.]json$//' | sort -ru | tail -n +FIRST | while read -r old
do rm -rf "releases/$old" "releases/$old.json"; done
"""
BACK = """
now=$(basename "$(readlink current)")
before=$(ls -1 releases | grep -v '[.]json$' | sort | grep -B1 -x "$now" | head -n 1)
if [ -z "$before" ] || [ "$before" = "$now" ]
then echo "There is no earlier release." >&2; exit 3; fi
ln -sfn "releases/$before" .next
mv -T .next current
echo "$before"
"""


class Releases:
    """The releases at an address of rsync: `folder`, or `host:folder` by ssh."""

    def __init__(self, address: str) -> None:
        """Take the address; nothing is asked of it yet."""
        self.host, _, self.folder = address.rpartition(":")

    def read(self) -> Mapping[str, str]:
        """Return the files of the release that readers see, with their ids; {} before the first.

        Raises: PublishError.
        """
        tree: dict[str, str] = json.loads(
            self._run(f"cd SITE 2>/dev/null || exit 0; {READ}") or "{}"
        )
        return tree

    def publish(self, output: Path, name: str) -> str:
        """Copy `output` beside the last release, let readers see it when it is whole: `name`.

        Raises: PublishError; then readers see what they saw before.
        """
        self._run("mkdir -p SITE/releases && rm -rf SITE/releases/.[!.]*")
        self._copy(output, "releases/.part/", "--link-dest=../../current/")
        with tempfile.TemporaryDirectory() as folder:
            listing = Path(folder, f"{name}.json")
            listing.write_text(json.dumps(read_folder(output)), encoding="utf-8")
            self._copy(Path(folder), "releases/")
        switch = SWITCH.replace("NAME", name).replace("FIRST", str(KEPT + 1))
        self._run(f"cd SITE && set -e\n{switch}")
        return name

    def roll_back(self) -> str:
        """Let readers see the release before this one; return its name.

        Raises: PublishError when there is none.
        """
        return self._run(f"cd SITE && set -e\n{BACK}").strip()

    def _copy(self, source: Path, target: str, *options: str) -> None:
        address = f"{self.host}:" if self.host else ""
        command = ["rsync", "-a", READABLE, "--checksum", *options, f"{source.resolve()}/"]
        self._do([*command, f"{address}{self.folder}/{target}"], "copied to")

    def _run(self, script: str) -> str:
        text = script.replace("SITE", shlex.quote(self.folder))
        command = ["ssh", self.host, text] if self.host else ["sh", "-c", text]
        return self._do(command, "reached at")

    def _do(self, command: list[str], what: str) -> str:
        try:
            done = run(Path(), command)
        except FileNotFoundError:
            raise PublishError(
                f"{command[0]} is not installed. Install it, then publish."
            ) from None
        if done.returncode:
            raise PublishError(
                f"The site cannot be {what} {self.host or 'this computer'}: {self.folder}:"
                f" {reason(done)} Check PUBLISH_FOLDER, the space there and your access."
            )
        return done.stdout
