"""Units as a PO catalog, for translators who work in Poedit or Weblate; Markdown as it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from io import BytesIO

from babel.messages import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from samenleven.problems import Invalid, say
from samenleven.translation.units import Returned, ReturnedFile, Unit

ONE_LINE = 10**9  # Babel breaks a previous msgid inside its quotes, which gettext refuses
NO_DAY = datetime(2026, 1, 1, tzinfo=UTC)  # so that the same units give the same bytes


def write_catalog(lang: str, units: Mapping[str, Iterable[Unit]]) -> bytes:
    """Return one catalog for all pages; `units` are by the path of the translation."""
    catalog = Catalog(
        project="samenleven", charset="utf-8", fuzzy=False, creation_date=NO_DAY, header_comment="#"
    )
    catalog.revision_date = NO_DAY
    for path, found in units.items():
        for unit in found:
            notes = [unit.kind.value + (f" {unit.name}" if unit.name else "")]
            notes += [f"< {unit.heading}"] if unit.heading not in ("", unit.dutch) else []
            message = catalog.add(
                unit.dutch,
                unit.target,
                context=f"{path}#{unit.id}",
                auto_comments=notes,
                user_comments=[unit.old_target] if unit.old_target else [],
                previous_id=[unit.old_dutch] if unit.old_dutch else [],
            )
            # Babel guesses a format from braces and percent signs.
            message.flags -= {"python-format", "python-brace-format"}
    stream = BytesIO()
    write_po(stream, catalog, width=ONE_LINE, include_previous=True)
    head, _, rest = stream.getvalue().decode().partition('"MIME-Version')
    return f'{head}"Language: {lang}\\n"\n"MIME-Version{rest}'.encode()


def read_catalog(data: bytes) -> list[ReturnedFile]:
    """Return what came back in a catalog, by page. Raises: Invalid if it is none of ours."""
    try:
        catalog = read_po(BytesIO(data), abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        raise Invalid(
            say("this is not a catalog: %(error)s.", error=str(error)),
            say("Ask the translator to send the file again."),
        ) from None
    lang = dict(catalog.mime_headers).get("Language", "")
    found: dict[str, list[Returned]] = defaultdict(list)
    for message in catalog:
        if message.id and message.context and isinstance(message.string, str):
            path, _, unit_id = message.context.rpartition("#")
            words = () if message.fuzzy or not message.string else (message.string,)
            found[path].append(Returned(unit_id, words, str(message.id)))
    return [ReturnedFile(path, lang, tuple(units)) for path, units in found.items()]
