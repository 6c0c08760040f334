"""The tasks: `python3 -m samenleven NAME`, or `invoke NAME` inside the environment."""

import sys
from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

ROOT = Path(__file__).parent


def _end(code: int) -> None:
    if code:
        raise Exit(code=code)


@task(help={"port": "Begin looking for a free port here (8000)."})
def serve(context: Context, port: int = 8000) -> None:
    """Build the site with its drafts, show it on this computer, and follow your changes."""
    from samenleven.commands.serve import serve_site

    serve_site(port)


@task(help={"lang": "The language of the messages: nl or en."})
def build(context: Context, lang: str = "") -> None:
    """Write the site to output/. With a mistake in the content, output/ stays as it was."""
    from samenleven.commands.build import build_site

    chosen = {"EDITOR_LANG": lang} if lang else {}
    _end(build_site("pelicanconf.py", **chosen))


@task(
    help={
        "lang": "The language of the messages: nl or en.",
        "format": "Also say it as a forge shows it on the lines of a change: github or gitlab.",
    }
)
def check(context: Context, lang: str = "", format: str = "") -> None:
    """Read all content and say what to mend, and where. Writes nothing."""
    from samenleven.commands.check import check_content

    _end(check_content(ROOT / "pelicanconf.py", lang, format))


@task(
    help={
        "dry-run": "Say what would change, page by page, and publish nothing.",
        "force": "Publish though many pages or a language disappear.",
    }
)
def publish(context: Context, dry_run: bool = False, force: bool = False) -> None:
    """Build the public site (publishconf.py), check it, and publish it where the settings say."""
    from samenleven.commands.publish import publish as publish_all

    _end(publish_all(is_trial=dry_run, is_forced=force))


@task
def rollback(context: Context) -> None:
    """Let readers see the site that was published before the last one."""
    from samenleven.commands.publish import undo

    _end(undo())


@task
def translation(context: Context) -> None:
    """Hand-off, freshness and status of the translations; `translation --help` lists them."""
    from samenleven.commands.translation.parser import main

    _end(main([]))


@task
def prune(context: Context) -> None:
    """Remove from the cache the photos in sizes and formats that no page uses any more."""
    from samenleven.commands.prune import prune_cache

    _end(prune_cache(ROOT / "pelicanconf.py"))


@task
def messages(context: Context) -> None:
    """Bring the catalogs up to date with the words in the templates and in the package."""
    from samenleven.commands.messages import update_all

    update_all(ROOT)


@task
def fields(context: Context) -> None:
    """Write the reference of all fields into CONTRIBUTING.md, and the names of languages."""
    from samenleven.commands.fields import update_reference
    from samenleven.languages.locales import KNOWN, describe_all

    update_reference(ROOT / "CONTRIBUTING.md")
    KNOWN.write_text(describe_all(), encoding="utf-8", newline="\n")


@task(help={"folder": "Where the fonts of npm lie; see theme/static/fonts/README.md."})
def fonts(context: Context, folder: str) -> None:
    """Cut the theme's fonts anew, for letters that a new language needs."""
    from samenleven.commands.fonts import write_fonts

    write_fonts(Path(folder), ROOT / "theme" / "static" / "fonts")


@task
def lint(context: Context) -> None:
    """Hold the code, templates and styles against their rules."""
    from samenleven.checks.linters import lint as run_linters

    _end(run_linters())


@task(help={"only": "Run only the tests whose name holds this."})
def test(context: Context, only: str = "") -> None:  # noqa: PT028 - a task, not a test
    """Run the linters and all tests; sets up the browser and checkers that they need."""
    from samenleven.commands.test import run_tests

    _end(run_tests(only))


@task
def audit(context: Context) -> None:
    """Look at every page of the site: links, HTML, accessibility. Takes some minutes."""
    from samenleven.commands.audit import audit_site

    _end(audit_site())


@task(
    help={
        "sizes": "How many pages, in 8 languages each: 100,500.",
        "repeats": "How often each tool builds; the medians are told.",
        "peers": "Where the other tools are installed (.cache/bench/peers).",
        "work": "Where the projects are written (.cache/bench/work).",
    }
)
def bench(
    context: Context,
    sizes: str = "100,500",
    repeats: int = 3,
    peers: str = ".cache/bench/peers",
    work: str = ".cache/bench/work",
) -> None:
    """Compare the speed with other generators, and write the tables into bench/README.md."""
    from bench.run import run_bench

    counts = [int(size) for size in sizes.split(",")]
    _end(run_bench(counts, repeats, (ROOT / peers).resolve(), (ROOT / work).resolve()))


@task
def lock(context: Context) -> None:
    """Renew requirements.lock and requirements-dev.lock from pyproject.toml."""
    from samenleven.commands.lock import write_locks

    _end(write_locks(ROOT))


if __name__ == "__main__":
    sys.exit("Run: python3 -m samenleven --list")
