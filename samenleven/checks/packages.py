"""Programs of the system that tests need, installed by Debian's or Ubuntu's package manager."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

# What a site is published with and served by, and the packages that bring it.
SERVERS = {
    "rsync": ("rsync",),
    "nginx": ("nginx", "libnginx-mod-http-brotli-static"),
    "apache2": ("apache2-bin",),
}


def announce(line: str) -> None:
    """Tell whoever waits what is being done."""
    sys.stderr.write(f"{line}\n")


def install_package(name: str) -> bool:
    """Return whether the package could be installed; False where there is no apt-get."""
    if not shutil.which("apt-get"):
        return False
    return _apt_get("install", "-y", name) or (
        _apt_get("update") and _apt_get("install", "-y", name)
    )


def _apt_get(*words: str) -> bool:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    command = [*([] if is_root else ["sudo", "-n"]), "apt-get", *words]
    announce(f"Installing: {' '.join(command)} ...")
    try:
        return subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0
    except FileNotFoundError:  # no sudo on this machine
        return False


def ensure_servers() -> None:
    """Install what tests of publishing run; where that fails, they say that they were left out."""
    for name, packages in SERVERS.items():
        if not find_program(name) and not all(map(install_package, packages)):
            announce(f"{name} is not installed: the tests that need it are left out.")


def find_program(name: str) -> str | None:
    """Return the path of a program; servers may lie where only an administrator's PATH leads."""
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
