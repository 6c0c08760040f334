"""Build the public site and push it to the branch that the host serves."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

from samenleven.commands.build import ROOT, build_site
from samenleven.deploy.ghpages import PublishError, publish_site


def publish(settings: str = "publishconf.py", root: Path = ROOT) -> int:
    """Build with the settings file and push; return the exit code. No build, no push."""
    if build_site(settings, root=root, fatal="warnings"):
        return 1
    values = runpy.run_path(str(root / settings))
    try:
        pushed = publish_site(
            root / values["OUTPUT_PATH"],
            remote=values["PUBLISH_REMOTE"],
            branch=values["PUBLISH_BRANCH"],
            cname=values["PUBLISH_CNAME"],
            message=f"Site of {_revision(root)}",
            repository=root,
        )
    except PublishError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Published {pushed} to {values['PUBLISH_BRANCH']}.")
    return 0


def _revision(root: Path) -> str:
    command = ["git", "rev-parse", "--short", "HEAD"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "an unknown revision"
