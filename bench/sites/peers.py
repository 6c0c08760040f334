"""The pages as projects of other generators, each with the same simple theme.

The folders beside this file hold the themes. Every project has a menu of eight links, a switch
between the languages, hreflang links, lists by page of all pages and of each subject, a feed a
language, a sitemap. Links inside the site take the form that the tool checks, where it has one.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bench.corpus import (
    ADDRESS,
    PER_LIST,
    PICTURES,
    SUBJECTS,
    Corpus,
    Page,
    Text,
    capital,
    draw_picture,
    write_markdown,
)
from bench.words import RIGHT_TO_LEFT, WORDS_OF

THEMES = Path(__file__).parent
NAME = "Integratie"


def _quote(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _site(corpus: Corpus) -> dict[str, Any]:
    """Return what the themes show around every page."""
    return {
        "langs": list(corpus.languages),
        "rtl": sorted(RIGHT_TO_LEFT & {*corpus.languages}),
        "nav": {lang: _menu(lang) for lang in corpus.languages},
        "names": {lang: WORDS_OF[lang][4] for lang in corpus.languages},
        "base": ADDRESS,
    }


def _menu(lang: str) -> list[dict[str, str]]:
    words = WORDS_OF[lang]
    home = [{"label": capital(words[6]), "url": ""}]
    return home + [
        {"label": capital(words[3 + 2 * number]), "url": f"category/{subject}/"}
        for number, subject in enumerate(SUBJECTS[:7])
    ]


def _begin(folder: Path, name: str, pictures: str) -> None:
    """Copy the theme of a tool, and draw the pictures."""
    shutil.copytree(THEMES / name, folder, dirs_exist_ok=True)
    (folder / pictures).mkdir(parents=True, exist_ok=True)
    for number, picture in enumerate(PICTURES):
        (folder / pictures / picture).write_bytes(draw_picture(number))


def _front_matter(page: Page, text: Text, **fields: object) -> str:
    lines = {"title": _quote(text.title), "date": page.day.isoformat(), **fields}
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in lines.items()) + "---\n\n"


def _write_pages(
    folder: Path, corpus: Corpus, path: str, write: Callable[[Page, Text, str], str]
) -> None:
    """Write each text to `path`, which may name {lang} and {key}."""
    for page in corpus.pages:
        for lang, text in page.texts.items():
            file = folder / path.format(lang=lang, key=page.key)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(write(page, text, lang), "utf-8")


def _body(text: Text, link: str, picture: str) -> str:
    return write_markdown(
        text, lambda key: link.format(key=key), lambda name: picture.format(name=name)
    )


def write_hugo(folder: Path, corpus: Corpus) -> None:
    """Write a project of Hugo."""
    _begin(folder, "hugo", "static/img")
    languages = {lang: _hugo_language(corpus, lang) for lang in corpus.languages}
    settings = {
        "baseURL": f"{ADDRESS}/",
        "title": NAME,
        "defaultContentLanguage": corpus.languages[0],
        "defaultContentLanguageInSubdir": True,
        "disableAliases": True,
        "disableDefaultLanguageRedirect": True,
        "disableKinds": ["section", "taxonomy", "404"],
        "taxonomies": {"category": "categories"},
        "pagination": {"pagerSize": PER_LIST, "disableAliases": True},
        "outputs": {"home": ["html", "rss"], "term": ["html"]},
        "outputFormats": {"rss": {"baseName": "feed"}},
        "refLinksErrorLevel": "ERROR",
        "languages": languages,
    }
    (folder / "hugo.json").write_text(_quote(settings), "utf-8")

    def write(page: Page, text: Text, _: str) -> str:
        fields = {"categories": f"[{page.subject}]", "description": _quote(text.summary)}
        body = _body(text, '{{{{< relref "{key}" >}}}}', "/img/{name}")
        return _front_matter(page, text, **fields) + body

    _write_pages(folder, corpus, "content/{lang}/{key}.md", write)


def _hugo_language(corpus: Corpus, lang: str) -> dict[str, Any]:
    menu = [
        {"name": item["label"], "url": item["url"].replace("category/", "categories/") or "/"}
        for item in _menu(lang)
    ]
    items = [{**item, "pageRef": "", "weight": at} for at, item in enumerate(menu, 1)]
    return {
        "weight": corpus.languages.index(lang) + 1,
        "contentDir": f"content/{lang}",
        "menus": {"main": items},
        "params": {
            "dir": "rtl" if lang in RIGHT_TO_LEFT else "ltr",
            "langname": WORDS_OF[lang][4],
        },
    }


def write_pelican(folder: Path, corpus: Corpus) -> None:
    """Write a project of Pelican without this package."""
    _begin(folder, "pelican", "content/img")
    values = {
        "SITENAME": NAME,
        "SITEURL": ADDRESS,
        "SITE": _site(corpus),
        "AUTHOR": "Stad",
        "PATH": "content",
        "OUTPUT_PATH": "output",
        "THEME": "theme",
        "DEFAULT_LANG": corpus.languages[0],
        "TIMEZONE": "Europe/Brussels",
        "ARTICLE_PATHS": list(corpus.languages),
        "STATIC_PATHS": ["img"],
        "USE_FOLDER_AS_CATEGORY": False,
        "DEFAULT_PAGINATION": PER_LIST,
        "PAGINATED_TEMPLATES": {"index": None, "category": None},
        "FEED_MAX_ITEMS": 20,
        "TRANSLATION_FEED_ATOM": "{lang}/feed.xml",
        "DIRECT_TEMPLATES": [],
        "CATEGORY_SAVE_AS": "",
        "TAG_SAVE_AS": "",
        "AUTHOR_SAVE_AS": "",
        "PLUGIN_PATHS": ["."],
        "PLUGINS": ["lists"],
        **dict.fromkeys(("FEED_ALL_ATOM", "CATEGORY_FEED_ATOM", "AUTHOR_FEED_ATOM")),
        **dict.fromkeys(("AUTHOR_FEED_RSS",)),
        **dict.fromkeys(("ARTICLE_URL", "ARTICLE_LANG_URL"), "{lang}/{slug}/"),
        **dict.fromkeys(("ARTICLE_SAVE_AS", "ARTICLE_LANG_SAVE_AS"), "{lang}/{slug}/index.html"),
    }
    _write_python(folder / "pelicanconf.py", values)

    def write(page: Page, text: Text, lang: str) -> str:
        head = {
            "Title": text.title,
            "Date": page.day,
            "Category": page.subject,
            "Slug": page.key,
            "Lang": lang,
            "Summary": text.summary,
        }
        lines = "".join(f"{name}: {value}\n" for name, value in head.items())
        return f"{lines}\n{_body(text, '{{filename}}{key}.md', '{{static}}/img/{name}')}"

    _write_pages(folder, corpus, "content/{lang}/{key}.md", write)


def _write_python(file: Path, values: Mapping[str, object]) -> None:
    file.write_text("".join(f"{name} = {value!r}\n" for name, value in values.items()), "utf-8")


def write_nikola(folder: Path, corpus: Corpus) -> None:
    """Write a project of Nikola."""
    _begin(folder, "nikola", "files/img")
    source, *others = corpus.languages
    translations = {source: "", **{lang: f"./{lang}" for lang in others}}
    unused = "tags archive authors sections page_index".split()  # noqa: SIM905
    values = {
        "BLOG_AUTHOR": "Stad",
        "BLOG_TITLE": NAME,
        "SITE_URL": f"{ADDRESS}/",
        "BLOG_EMAIL": "info@example.org",
        "BLOG_DESCRIPTION": NAME,
        "DEFAULT_LANG": source,
        "TRANSLATIONS": translations,
        "TRANSLATIONS_PATTERN": "{path}.{lang}.{ext}",
        "NAVIGATION_LINKS": dict.fromkeys(translations, ()),
        "THEME": "bench",
        "POSTS": (("posts/*.md", "", "post.tmpl"),),
        "PAGES": (),
        "COMPILERS": {"markdown": [".md"]},
        "MARKDOWN_EXTENSIONS": ["markdown.extensions.extra"],
        "TIMEZONE": "Europe/Brussels",
        "PRETTY_URLS": True,
        "INDEX_DISPLAY_POST_COUNT": PER_LIST,
        "FEED_LENGTH": 20,
        "CATEGORY_PATH": "category",
        "CATEGORY_PREFIX": "",
        "CATEGORY_PAGES_ARE_INDEXES": True,
        "GENERATE_ATOM": False,
        "DISABLED_PLUGINS": [
            *(f"classify_{name}" for name in unused),
            *("render_galleries", "render_listings", "robots", "create_bundles", "redirect"),
        ],
        "SHOW_SOURCELINK": False,
        "COPY_SOURCES": False,
        "USE_BUNDLES": False,
        "FILES_FOLDERS": {"files": ""},
        "IMAGE_FOLDERS": {},
        "GLOBAL_CONTEXT": {"SITE": _site(corpus)},
    }
    _write_python(folder / "conf.py", values)

    def write(page: Page, text: Text, _: str) -> str:
        fields = {
            "slug": page.key,
            "category": page.subject,
            "description": _quote(text.summary),
        }
        body = _body(text, "link://slug/{key}", "/img/{name}")
        return (
            _front_matter(page, text, **fields).replace(
                f"date: {page.day}", f"date: {page.day} 00:00:00"
            )
            + body
        )

    for page in corpus.pages:
        for lang, text in page.texts.items():
            ending = ".md" if lang == source else f".{lang}.md"
            file = folder / "posts" / f"{page.key}{ending}"
            file.parent.mkdir(exist_ok=True)
            file.write_text(write(page, text, lang), "utf-8")


def write_eleventy(folder: Path, corpus: Corpus) -> None:
    """Write a project of Eleventy, which knows no checked links."""
    _begin(folder, "eleventy", "static/img")
    (folder / "site.json").write_text(_quote(_site(corpus)), "utf-8")

    def write(page: Page, text: Text, lang: str) -> str:
        fields = {"category": page.subject, "summary": _quote(text.summary), "slug": page.key}
        body = _body(text, f"/{lang}/{{key}}/", "/img/{name}")
        return _front_matter(page, text, **fields) + body

    _write_pages(folder, corpus, "content/{lang}/{key}.md", write)
    for lang in corpus.languages:
        (folder / f"content/{lang}/{lang}.json").write_text(_quote({"lang": lang}), "utf-8")


def write_astro(folder: Path, corpus: Corpus) -> None:
    """Write a project of Astro, which knows no checked links."""
    _begin(folder, "astro", "public/img")
    (folder / "src/site.json").write_text(_quote(_site(corpus)), "utf-8")

    def write(page: Page, text: Text, lang: str) -> str:
        fields = {"category": page.subject, "tags": "[]", "summary": _quote(text.summary)}
        body = _body(text, f"/{lang}/{{key}}/", "/img/{name}")
        return _front_matter(page, text, **fields) + body

    _write_pages(folder, corpus, "content/{lang}/{key}.md", write)
