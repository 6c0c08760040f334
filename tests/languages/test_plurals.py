"""The table of plural forms against CLDR, which Babel gives as Locale.plural_form."""

from __future__ import annotations

from gettext import c2py  # type: ignore[attr-defined]

import pytest
from babel import Locale

from samenleven.languages.plurals import PLURAL_FORMS, count_forms

COUNTS = range(301)


@pytest.mark.parametrize("lang", PLURAL_FORMS)
def test_each_form_is_one_category_of_cldr(lang: str) -> None:
    form = c2py(PLURAL_FORMS[lang].split("plural=")[1].rstrip(";"))
    category = Locale.parse(lang).plural_form
    pairs = {(form(count), category(count)) for count in COUNTS}
    assert len(pairs) == len({index for index, _ in pairs}) == len({name for _, name in pairs})


@pytest.mark.parametrize("lang", PLURAL_FORMS)
def test_every_form_is_used(lang: str) -> None:
    form = c2py(PLURAL_FORMS[lang].split("plural=")[1].rstrip(";"))
    assert {form(count) for count in COUNTS} == set(range(count_forms(lang)))


@pytest.mark.parametrize(("lang", "forms"), [("nl", 2), ("uk", 3), ("ar", 6)])
def test_the_forms_are_counted(lang: str, forms: int) -> None:
    assert count_forms(lang) == forms


def test_an_unknown_language_has_no_count() -> None:
    with pytest.raises(KeyError):
        count_forms("xx")
