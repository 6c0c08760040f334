"""After any edits, kills included, a build on what was kept gives the tree of one from nothing."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samenleven.commands.build import build_site
from tests.incremental.conftest import build_from_nothing
from tests.trees import tree

ROOT = Path(__file__).resolve().parents[2]
Edit = Callable[[Path, random.Random], None]


def choose(site: Path, chance: random.Random, pattern: str) -> Path:
    return chance.choice(sorted((site / "content").glob(pattern)))


def replace_line(file: Path, key: str, value: str) -> None:
    lines = file.read_text("utf-8").split("\n")
    at = next((n for n, line in enumerate(lines) if line.startswith(f"{key}:")), None)
    if at is None:
        lines.insert(1, f"{key}: {value}")
    else:
        lines[at] = f"{key}: {value}"
    file.write_text("\n".join(lines), "utf-8")


def word(chance: random.Random) -> str:
    """Return a word without digits: a number would have to stand in every language."""
    return "".join(chance.choices("aeioklmnrst", k=9))


def edit_body(site: Path, chance: random.Random) -> None:
    file = choose(site, chance, "*/*/index.*.md")
    file.write_text(file.read_text("utf-8") + f"\n\nZin met {word(chance)}.\n", "utf-8")


def add_heading(site: Path, chance: random.Random) -> None:
    anchor = word(chance)
    for file in choose(site, chance, "*/*/index.nl.md").parent.glob("index.*.md"):
        text = f"{file.read_text('utf-8')}\n\n## {anchor} {{#{anchor}}}\n\n- Zin\n"
        file.write_text(text, "utf-8")


def edit_title(site: Path, chance: random.Random) -> None:
    replace_line(choose(site, chance, "**/index.*.md"), "title", f"Titel {word(chance)}")


def edit_term(site: Path, chance: random.Random) -> None:
    """Let the glossary explain another word, which any page may use."""
    file = choose(site, chance, "pages/glossary/index.*.md")
    text = file.read_text("utf-8")
    old = chance.choice(["term: ", "name: ", "meaning: "])
    file.write_text(text.replace(old, f"{old}{word(chance)} ", 1), "utf-8")


def edit_days(site: Path, chance: random.Random) -> None:
    file = choose(site, chance, "programmes/*/index.nl.md")
    name, day = chance.choice(["start", "end"]), chance.choice(["2025-11-20", "2025-11-22"])
    replace_line(file, name, day)


def change_day(site: Path, chance: random.Random) -> None:
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write(f'\nTODAY = "{chance.choice(["2025-11-20", "2025-11-22", "2099-01-01"])}"\n')


def end_consent(site: Path, chance: random.Random) -> None:
    file = site / "content/pages/kitchen-sink/index.nl.md"
    day = chance.choice(["2025-11-20", "2098-01-01"])
    text = re.sub("\n    until: .*", "", file.read_text("utf-8"))
    line = f"    consent: written\n    until: {day}"
    file.write_text(re.sub("    consent: .*", line, text, count=1), "utf-8")


def drop_facts(site: Path, chance: random.Random) -> None:
    """Let a line of facts of a page go; what names it or shows it changes with it."""
    file = choose(site, chance, "*/*/index.nl.md")
    head, _, body = file.read_text("utf-8")[4:].partition("\n---\n")
    lines = head.split("\n")
    simple = [
        line for line in lines if re.fullmatch(r"(order|end|places|topics|partners): .+", line)
    ]
    if simple:
        lines.remove(chance.choice(simple))
    file.write_text("\n".join(["---", *lines, "---", body]), "utf-8")


def edit_slug(site: Path, chance: random.Random) -> None:
    file = choose(site, chance, "programmes/*/index.*.md")
    replace_line(file, "slug", f"slug-{chance.randrange(10**9)}")


def edit_date(site: Path, chance: random.Random) -> None:
    day = chance.choice(["2024-01-01", "2025-08-30", "2098-01-01"])
    replace_line(choose(site, chance, "news/*/index.nl.md"), "date", day)


def make_draft(site: Path, chance: random.Random) -> None:
    status = chance.choice(["draft", "published"])
    replace_line(choose(site, chance, "news/*/index.*.md"), "status", status)


def change_photo(site: Path, chance: random.Random) -> None:
    from PIL import Image

    colour = chance.choice(["red", "green", "blue"])
    Image.new("RGB", (90, 90), colour).save(site / "content/pages/kitchen-sink/bike.png")


def change_file(site: Path, chance: random.Random) -> None:
    file = site / "content/pages/kitchen-sink/programme.txt"
    file.write_text(f"{chance.random()}", "utf-8")


def change_word(site: Path, chance: random.Random) -> None:
    file = site / "../../theme/translations/fr/LC_MESSAGES/messages.po"
    words = file.read_text("utf-8").replace('msgstr "Actualités', f'msgstr "A{chance.random()} ', 1)
    file.write_text(words, "utf-8")


def change_template(site: Path, chance: random.Random) -> None:
    file = site / "../../theme/templates" / chance.choice(["base.html", "news.html"])
    file.write_text(f"{file.read_text('utf-8')}<!-- {chance.random()} -->", "utf-8")


def change_style(site: Path, chance: random.Random) -> None:
    file = site / "../../theme/static/css/blocks/card.css"
    file.write_text(
        f"{file.read_text('utf-8')}\n.x{chance.randrange(99)} {{ color: red }}", "utf-8"
    )


def change_setting(site: Path, chance: random.Random) -> None:
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write(f'\nSITEURL = "https://{chance.choice("abc")}.example/stad"\n')


def add_page(site: Path, chance: random.Random) -> None:
    folder = site / f"content/news/new-{chance.randrange(10**6)}"
    shutil.copytree(choose(site, chance, "news/*/index.nl.md").parent, folder)
    for file in folder.glob("*.md"):
        replace_line(file, "slug", folder.name)


def rename_page(site: Path, chance: random.Random) -> None:
    folder = choose(site, chance, "news/*/index.nl.md").parent
    folder.rename(folder.with_name(f"moved-{chance.randrange(10**6)}"))


def remove_page(site: Path, chance: random.Random) -> None:
    if len(list((site / "content/news").iterdir())) > 5:
        shutil.rmtree(choose(site, chance, "news/*/index.nl.md").parent)


def remove_translation(site: Path, chance: random.Random) -> None:
    files = sorted((site / "content/news").glob("*/index.fr.md"))
    if files:
        chance.choice(files).unlink()


def add_language(site: Path, chance: random.Random) -> None:
    conf = site / "pelicanconf.py"
    if '"es"' not in conf.read_text("utf-8"):
        with conf.open("a", encoding="utf-8") as file:
            file.write('\nLANGUAGES = ("nl", "fr", "ar", "es")\n')


def touch(site: Path, chance: random.Random) -> None:
    file = choose(site, chance, "**/index.*.md")
    os.utime(file, (chance.randrange(10**9), chance.randrange(10**9)))


def rewrite_in_disguise(site: Path, chance: random.Random) -> None:
    """Change bytes, and keep the size and the time of the file."""
    file = choose(site, chance, "news/*/index.nl.md")
    stat, text = file.stat(), file.read_text("utf-8")
    file.write_text(text.replace("e", "a", 1) if "e" in text[-60:] else text, "utf-8")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def spoil_output(site: Path, chance: random.Random) -> None:
    files = sorted((site / "output").rglob("*.html"))
    if files:
        file = chance.choice(files)
        file.unlink()
        if chance.random() < 0.5:
            file.write_text("x", "utf-8")


def spoil_cache(site: Path, chance: random.Random) -> None:
    files = [file for file in sorted((site / ".cache").rglob("*")) if file.is_file()]
    if not files:
        return
    file = chance.choice(files)
    data = bytearray(file.read_bytes())
    file.unlink()  # photos are in the output under a second name
    match chance.randrange(4):
        case 1:
            file.write_bytes(data[: chance.randrange(len(data) + 1)])
        case 2:
            for _ in range(200 if data else 0):
                data[chance.randrange(len(data))] ^= 255
            file.write_bytes(data)
        case 3:
            file.write_bytes(b"of another version")


def kill_a_build(site: Path, chance: random.Random) -> None:
    edit_body(site, chance)
    edit_title(site, chance)
    seconds = chance.uniform(0.2, 2)
    command = [sys.executable, "-c", BUILD, str(site)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()


BUILD = """
import sys
from pathlib import Path
from samenleven.commands.build import build_site
sys.exit(build_site("pelicanconf.py", root=Path(sys.argv[1])))
"""
EDITS: list[Edit] = [
    *(edit_body, edit_title, edit_slug, edit_date, make_draft, change_photo, change_file),
    *(change_word, change_template, change_style, change_setting, add_page, rename_page),
    *(add_heading, edit_term, edit_days, change_day, end_consent, drop_facts),
    *(remove_page, remove_translation, add_language, touch, rewrite_in_disguise),
    *(spoil_output, spoil_cache, kill_a_build),
]


def build(site: Path) -> int:
    return build_site("pelicanconf.py", root=site)


@settings(
    max_examples=int(os.environ.get("SEQUENCES", "5")),
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    edits=st.lists(st.lists(st.sampled_from(EDITS), min_size=1, max_size=3), max_size=4),
    seed=st.integers(0, 10**6),
)
def test_a_build_on_what_was_kept_is_that_from_nothing(
    source: Path, tmp_path: Path, edits: list[list[Edit]], seed: int
) -> None:
    root = tmp_path / f"{seed}-{len(list(tmp_path.iterdir()))}"
    shutil.copytree(source, root, symlinks=True)
    site, chance = root / "tests/example_site", random.Random(seed)
    for step in edits:
        last = tree(site / "output")
        for edit in step:
            edit(site, chance)
        code, wanted = build_from_nothing(site)
        assert build(site) == code, step
        if code == 0:
            assert tree(site / "output") == wanted, step
        elif not {spoil_output, kill_a_build} & {*step}:
            assert tree(site / "output") == last, step
    shutil.rmtree(root)
