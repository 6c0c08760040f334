"""The output is one good site at any moment, also after a build that was killed."""

from __future__ import annotations

from pathlib import Path

import pytest

from samenleven.deploy.swap import UnsafeOutput, begin, bring, finish, give_up

LAST, NEXT = "the last site", "the next site"


@pytest.fixture
def output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the site goes, in a checkout with content; nothing is there yet."""
    checkout = tmp_path / "home/checkout"
    (checkout / "content/news").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    monkeypatch.chdir(checkout)
    return checkout / "output"


def sources(output: Path) -> tuple[Path, ...]:
    return (output.parent / "content",)


def write_site(folder: Path, words: str, *, is_whole: bool = True) -> None:
    folder.mkdir()
    (folder / "index.html").write_text(words, "utf-8")
    for name in ("404.html", "sitemap.xml") if is_whole else ():
        (folder / name).touch()


def state(output: Path) -> dict[str, str]:
    """Return what stands in each of the folders that swapping uses."""
    return {
        folder.name: (folder / "index.html").read_text("utf-8") if any(folder.iterdir()) else ""
        for folder in sorted(output.parent.glob("*output*"))
    }


def test_the_first_site_is_swapped_in(output: Path) -> None:
    aside = begin(output, sources(output))
    (aside / "index.html").write_text(NEXT, "utf-8")
    assert not output.exists()
    finish(output)
    assert state(output) == {"output": NEXT}


@pytest.mark.parametrize("can_exchange", [True, False])
def test_the_last_site_stays_until_the_next_is_whole(
    output: Path, can_exchange: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not can_exchange:
        monkeypatch.setattr("samenleven.deploy.swap.exchange", lambda one, other: False)
    write_site(output, LAST)
    aside = begin(output, sources(output))
    (aside / "index.html").write_text(NEXT, "utf-8")
    assert state(output) == {"output": LAST, ".output.new": NEXT}
    finish(output)
    assert state(output) == {"output": NEXT}


def test_what_was_built_is_removed_when_the_build_gives_up(output: Path) -> None:
    write_site(output, LAST)
    begin(output, sources(output))
    give_up(output)
    assert state(output) == {"output": LAST}


def test_files_of_the_last_site_do_not_linger(output: Path) -> None:
    write_site(output, LAST)
    (output / "gone.html").touch()
    write = begin(output, sources(output)) / "index.html"
    write.write_text(NEXT, "utf-8")
    finish(output)
    assert [file.name for file in output.iterdir()] == ["index.html"]


@pytest.mark.parametrize(
    ("left", "mended"),
    [
        ({".output.new": NEXT}, {}),  # the first build, while it wrote
        ({"output": LAST, ".output.new": NEXT}, {"output": LAST}),  # a later one, while it wrote
        ({".output.old": LAST, ".output.new": NEXT}, {"output": LAST}),  # between the renames
        ({"output": NEXT, ".output.old": LAST}, {"output": NEXT}),  # before the old one was removed
        # before the old one was removed, and then again while it wrote
        ({"output": NEXT, ".output.old": LAST, ".output.new": "half"}, {"output": NEXT}),
    ],
)
def test_what_a_killed_build_left_is_mended(
    output: Path, left: dict[str, str], mended: dict[str, str]
) -> None:
    for name, words in left.items():
        write_site(output.with_name(name), words, is_whole=words != "half")
    begin(output, sources(output))
    assert state(output) == {**mended, ".output.new": ""}


def test_an_old_site_that_is_half_removed_is_cleared(output: Path) -> None:
    write_site(output, NEXT)
    write_site(output.with_name(".output.old"), LAST, is_whole=False)
    begin(output, sources(output))
    assert state(output) == {"output": NEXT, ".output.new": ""}


@pytest.mark.parametrize("folder", ["..", "../..", ".", "content"])
def test_a_folder_that_holds_home_checkout_or_content_is_refused(output: Path, folder: str) -> None:
    unsafe = (output.parent / folder).resolve()
    for name in ("404.html", "sitemap.xml"):  # even if it looks like a site
        (unsafe / name).touch()
    with pytest.raises(UnsafeOutput, match="Set OUTPUT_PATH to a folder of its own"):
        begin(unsafe, sources(output))
    assert (output.parent / "content/news").is_dir()


def test_a_folder_with_something_else_is_refused_and_kept(output: Path) -> None:
    output.mkdir()
    (output / "holiday.jpg").touch()
    with pytest.raises(UnsafeOutput, match="holds something else than a built site"):
        begin(output, sources(output))
    assert [file.name for file in output.iterdir()] == ["holiday.jpg"]


def test_an_empty_folder_is_taken(output: Path) -> None:
    output.mkdir()
    assert begin(output, sources(output)) == output.with_name(".output.new")


def test_a_link_to_another_place_is_refused(output: Path, tmp_path: Path) -> None:
    write_site(tmp_path / "elsewhere", LAST)
    output.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UnsafeOutput):
        begin(output, sources(output))
    assert (tmp_path / "elsewhere/index.html").read_text("utf-8") == LAST


def test_a_file_is_refused_and_kept(output: Path) -> None:
    output.write_text("notes", "utf-8")
    with pytest.raises(UnsafeOutput):
        begin(output, sources(output))
    assert output.read_text("utf-8") == "notes"


def write_file(path: str, target: str) -> None:
    Path(target).write_text(path, "utf-8")


@pytest.mark.parametrize("can_link", [True, False])
def test_the_first_build_leaves_a_copy_for_the_first_edit_where_it_costs_no_bytes(
    output: Path, can_link: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no second names here")

    if not can_link:
        monkeypatch.setattr("os.link", refuse)
    wanted = {"index.html", "404.html", "sitemap.xml", "nl/a/index.html", "nl/a/nl/index.html"}
    assert bring(output, sources(output), wanted, {}, write_file) == wanted
    aside = output.with_name(".output.new")
    for path in wanted:
        assert (output / path).read_text("utf-8") == path
        if can_link:
            assert (aside / path).samefile(output / path)
    assert aside.exists() is can_link
