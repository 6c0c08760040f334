"""Lists of each language and of each subject in it, and a sitemap: Pelican alone has one list."""

from collections import defaultdict
from itertools import chain
from typing import Any

from pelican import signals


def write_lists(generator: Any, writer: Any) -> None:
    """Write them with Pelican's own writer."""
    languages = defaultdict(list)
    for article in chain(generator.articles, generator.translations):
        languages[article.lang].append(article)
    everything: list[Any] = []
    for lang, articles in sorted(languages.items()):
        articles.sort(key=lambda article: article.date, reverse=True)
        everything += articles
        subjects = defaultdict(list)
        for article in articles:
            subjects[article.category].append(article)
        lists: list[tuple[Any, ...]] = [(f"{lang}/", "index", None, articles)]
        for subject, found in sorted(subjects.items()):
            lists.append((f"{lang}/category/{subject.slug}/", "category", str(subject), found))
        for url, name, heading, found in lists:
            writer.write_file(
                f"{url}index.html",
                generator.get_template("list"),
                generator.context,
                articles=found,
                dates=found,
                template_name=name,
                url=url,
                page_lang=lang,
                heading=heading,
            )
    template = generator.get_template("sitemap")
    writer.write_file(
        "sitemap.xml", template, generator.context, everything=everything, url="sitemap.xml"
    )


def register() -> None:
    """Connect to Pelican."""
    signals.article_writer_finalized.connect(write_lists)
