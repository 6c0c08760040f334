"""The built site as a reader, a search engine and a feed reader meet it: what is broken in it.

Every rule is a generator over the parsed site and stands in `RULES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from samenleven.checks.machine_rules import (
    find_dead_hreflang,
    find_feed_faults,
    find_missing_hreflang,
    find_one_sided_hreflang,
    find_sitemap_faults,
    find_wrong_canonicals,
)
from samenleven.checks.output import Finding, Site, read_site
from samenleven.checks.page_rules import (
    find_dead_fragments,
    find_dead_references,
    find_detours,
    find_duplicate_ids,
    find_foreign_resources,
    find_inline_code,
    find_orphans,
    find_outlines,
    find_same_titles,
    find_unmarked_fallbacks,
    find_unmarked_language_links,
    find_wrong_languages,
)

RULES: tuple[Callable[[Site], Iterator[Finding]], ...] = (
    find_wrong_languages,
    find_unmarked_fallbacks,
    find_outlines,
    find_same_titles,
    find_duplicate_ids,
    find_dead_references,
    find_detours,
    find_dead_fragments,
    find_orphans,
    find_foreign_resources,
    find_inline_code,
    find_unmarked_language_links,
    find_wrong_canonicals,
    find_missing_hreflang,
    find_dead_hreflang,
    find_one_sided_hreflang,
    find_sitemap_faults,
    find_feed_faults,
)


def crawl_site(folder: Path, base_url: str) -> list[str]:
    """Return every fault of the site in `folder` as `file: what is wrong`, sorted, each once."""
    site = read_site(folder, base_url)
    return sorted({f"{path}: {message}" for rule in RULES for path, message in rule(site)})
