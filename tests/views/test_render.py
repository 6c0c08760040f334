"""A page is a pure function of the templates, the catalogs and its view."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup
from pelican.settings import DEFAULT_CONFIG

from samenleven.languages.catalogs import read_words
from samenleven.languages.site import Site
from samenleven.views.album import develop_photos, find_recipes, publish_album
from samenleven.views.articles import Nothing
from samenleven.views.asset_files import draw_preview, write_assets
from samenleven.views.build import ViewBuilder
from samenleven.views.cloths import find_cloths, find_quilt
from samenleven.views.page import Article, View
from samenleven.views.render import TemplateSet

ROOT = Path(__file__).resolve().parents[2]
RENDER = """
import pickle, sys
from pathlib import Path
package, theme, views = sys.argv[1:]
sys.path.insert(0, package)
from samenleven.languages.catalogs import catalog_file, compile_catalog, read_catalog
from samenleven.views.render import TemplateSet

views, options = pickle.loads(Path(views).read_bytes())
catalogs = {
    lang: compile_catalog(read_catalog(catalog_file(Path(theme, "translations"), lang)))
    for lang in ("ar", "fr", "nl")
}
templates = TemplateSet(Path(theme, "templates"), catalogs, options)
for view in reversed(views):
    file = Path(view.file)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(templates.render(view).encode())
"""


def build_views(site: Site, output: Path) -> Iterator[View]:
    """Yield the view of each page of the example site."""
    catalogs, problems = read_words(site.settings)
    assert problems == []
    cache, cloths, quilt = output / "cache", find_cloths(site), find_quilt(site)
    assets = write_assets(site.settings.theme / "static", output, cloths, cache, quilt)
    photos, problems = develop_photos(
        site, cache, find_recipes("release", webp=False), lambda *_: None
    )
    assert problems == []
    album = publish_album(site, photos, output, lambda name: draw_preview(cache, name))
    builder = ViewBuilder(site, catalogs, assets, album)
    for place, versions in site.entries.items():
        for lang in versions:
            yield builder.build_page(place, lang)
    yield from builder.build_other_views()


def pages(folder: Path) -> dict[str, bytes]:
    files = sorted(folder.rglob("*.html"))
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_the_same_views_give_the_same_pages_in_another_process(
    example_site: Site, example_output: Path, tmp_path: Path
) -> None:
    views = list(build_views(example_site, tmp_path / "assets"))
    options = DEFAULT_CONFIG["JINJA_ENVIRONMENT"]
    pickled = pickle.dumps((views, options))
    assert str(example_site.settings.content).encode() not in pickled
    (tmp_path / "views").write_bytes(pickled)
    theme = shutil.copytree(example_site.settings.theme, tmp_path / "theme")
    (tmp_path / "elsewhere").mkdir()
    subprocess.run(
        [sys.executable, "-I", "-c", RENDER, ROOT, theme, tmp_path / "views"],
        cwd=tmp_path / "elsewhere",
        env={"PATH": os.environ["PATH"], "TZ": "Asia/Kathmandu", "LANG": "tr_TR.UTF-8"},
        check=True,
    )
    assert pages(tmp_path / "elsewhere") == pages(example_output)


def test_each_file_of_the_output_has_one_view(
    example_site: Site, example_output: Path, tmp_path: Path
) -> None:
    files = [view.file for view in build_views(example_site, tmp_path)]
    assert sorted(files) == sorted(pages(example_output))


def test_building_a_view_twice_gives_equal_views(example_site: Site, tmp_path: Path) -> None:
    first, second = (list(build_views(example_site, tmp_path)) for _ in range(2))
    assert first == second


def make_templates(folder: Path, article: str) -> TemplateSet:
    (folder / "base.html").write_text("{{ frame.lang }}: {{ content }}", "utf-8")
    (folder / "page.html").write_text(article, "utf-8")
    words = dict.fromkeys(("nl", "fr", "ar"), NullTranslations())
    return TemplateSet(folder, words, DEFAULT_CONFIG["JINJA_ENVIRONMENT"])


def make_view(site: Site, output: Path, title: str | Markup) -> View:
    frame = next(build_views(site, output)).frame
    empty = Markup("")
    article = Article("page.html", "nl", "ltr", title, empty, empty, Nothing())  # type: ignore[arg-type]
    return View("x.html", frame, article)


def test_a_word_that_a_template_does_not_get_stops_the_build(
    example_site: Site, tmp_path: Path
) -> None:
    templates = make_templates(tmp_path, "{{ article.titel }}")
    with pytest.raises(UndefinedError, match="titel"):
        templates.render(make_view(example_site, tmp_path / "site", "x"))


def test_text_is_escaped_and_safe_html_is_not(example_site: Site, tmp_path: Path) -> None:
    templates = make_templates(tmp_path, "{{ article.title }}")
    view = make_view(example_site, tmp_path / "site", "<b>")
    assert templates.render(view).endswith(": &lt;b&gt;\n")
    view = make_view(example_site, tmp_path / "site", Markup("<b>"))
    assert templates.render(view).endswith(": <b>\n")


def test_words_of_the_theme_are_filled_in_each_time(example_site: Site, tmp_path: Path) -> None:
    says = '{{ _("100 %%") }} {{ _("Part of %(x)s", x=article.title) }}'
    templates = make_templates(tmp_path, f"{says}, {says}")
    for title, shown in (("<b>", "&lt;b&gt;"), (Markup("<b>"), "<b>")):
        page = templates.render(make_view(example_site, tmp_path / "site", title))
        assert page.endswith(f": 100 % Part of {shown}, 100 % Part of {shown}\n")
