"""Write what stands at the root of a site: for search engines and for hosts."""

from __future__ import annotations

from pathlib import Path

from samenleven.deploy.hosts import host_files
from samenleven.deploy.sitemap import build_sitemap
from samenleven.languages.site import Site
from samenleven.views.assets import FOLDER


def write_root(site: Site, folder: Path) -> None:
    """Write the sitemap, robots.txt and the rules for hosts."""
    settings = site.settings
    files = {
        "sitemap.xml": build_sitemap(site),
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {settings.site_url}/sitemap.xml\n",
        **host_files(settings.base, settings.languages, (FOLDER,)),
    }
    for name, text in files.items():
        folder.joinpath(name).write_text(text, encoding="utf-8", newline="\n")
