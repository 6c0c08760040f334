"""A photo of a page."""

from __future__ import annotations

import re
from datetime import date as Day

from samenleven.model.files import PHOTOS
from samenleven.model.front_matter import Value
from samenleven.model.kinds import DATE, TEXT, Kind, choice, read_text
from samenleven.model.table import fact, words
from samenleven.problems import Invalid, guess, say
from samenleven.record import record

SCENE = "scene:"
ENDINGS = "|".join(sorted(suffix[1:] for suffix in PHOTOS))
# What cameras, phones and programs call files; and words that say nothing of what is to be seen.
FILE_NAME = re.compile(
    rf".*\.({ENDINGS}|tiff?|bmp)|[\d\W_]+"
    r"|(img|dsc[nf]?|pxl|dji|gopr|p|image|photo|foto|picture|afbeelding|screenshot|scherm\w*"
    r"|whatsapp[ _-]image)[\d\W_]*(at[\d\W_]+)?",
    re.IGNORECASE,
)


def read_photo_file(value: Value) -> str:
    """Return the name of a file beside the page, or "scene:" and the name of a woven scene."""
    text = read_text(value)
    if text.startswith(SCENE):
        from samenleven.weave.scenes import SCENES  # drawing their shapes takes a moment

        name = text.removeprefix(SCENE)
        if name not in SCENES:
            what = say('there is no scene "%(name)s".', name=name)
            raise Invalid(what, guess(name, SCENES))
    elif "/" in text or "\\" in text:
        what = say('"%(text)s" is not the name of a file beside the page.', text=text)
        raise Invalid(what, say("Put the photo in the folder of the page, and write its name."))
    elif not text.lower().endswith(tuple(PHOTOS)):
        what = say('"%(text)s" is not a photo.', text=text)
        raise Invalid(what, say("Use one of: %(kinds)s.", kinds=", ".join(sorted(PHOTOS))))
    return text


def read_alt(value: Value) -> str:
    """Return what is to be seen, in words; the name of a file is refused."""
    text = read_text(value)
    if FILE_NAME.fullmatch(text):
        raise Invalid(
            say('"%(text)s" does not say what is to be seen.', text=text),
            say("Write it in a sentence, for who cannot see the photo."),
        )
    return text


def read_focus(value: Value) -> tuple[int, int]:
    """Return a point in per cent from the left and from the top."""
    text = read_text(value)
    found = re.fullmatch(r"([0-9]{1,3})% ([0-9]{1,3})%", text)
    point = (int(found[1]), int(found[2])) if found else (101, 101)
    if max(point) > 100:
        raise Invalid(
            say('"%(text)s" is not a point of the photo.', text=text),
            say("Write per cent from the left and from the top, for example 40% 30%."),
        )
    return point


PHOTO_FILE = Kind(say("a file beside the page, or scene:NAME"), read_photo_file)
ALT = Kind(say("one line of text"), read_alt, holds_text=True)
FOCUS = Kind(say("two percentages, as 40% 30%"), read_focus)
TRUE = choice("true")


@record(frozen=True, kw_only=True)
class Photo:
    """A photo beside a page, or one of the woven scenes; its words in one language."""

    file: str = fact(
        PHOTO_FILE,
        say("The file beside the page; or one of our woven pictures, such as scene:roots-stage."),
        required=True,
    )
    alt: str | None = words(
        ALT, say("What is to be seen, for who cannot see it; not where `decorative` is true.")
    )
    caption: str | None = words(TEXT, say("What stands below it: who, what, where."))
    credit: str | None = fact(TEXT, say("Who made it. Woven pictures need none."))
    focus: tuple[int, int] | None = fact(
        FOCUS, say("What must stay in sight when it is cut; without it, the middle.")
    )
    consent: str | None = fact(
        choice("public-event", "written", "minor-guardian", "none-needed"),
        say(
            "Why we may show the people on it: from afar at a public event; they wrote that it is "
            "fine; the parents of minors wrote so; nobody can be recognised."
        ),
    )
    until: Day | None = fact(DATE, say("The last day of that consent; the photo leaves by itself."))
    withdrawn: str | None = fact(
        TRUE, say("`true` as soon as someone no longer wants it: the photo leaves the site.")
    )
    cover: str | None = fact(
        TRUE, say("`true` for the photo at the top and on cards; without it, the first.")
    )
    decorative: str | None = fact(
        TRUE, say("`true` for a photo that says nothing; screen readers pass it by.")
    )

    @property
    def scene(self) -> str:
        """Return the name of the woven scene; "" for a photo."""
        return self.file.removeprefix(SCENE) if self.file.startswith(SCENE) else ""

    def may_be_shown(self, today: Day) -> bool:
        """Tell whether there is consent on the day `today`."""
        if self.withdrawn or (self.until and self.until < today):
            return False
        return bool(self.consent or self.scene)
