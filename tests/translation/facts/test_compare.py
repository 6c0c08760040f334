"""A translation with more, fewer or other facts than the Dutch text is reported, line by line."""

from __future__ import annotations

import re
import runpy
from collections.abc import Mapping
from pathlib import Path

import pytest

from samenleven.languages.reading import read_pages
from samenleven.languages.report import editors_gettext
from samenleven.languages.site import judge_pages
from samenleven.model.settings import Settings
from samenleven.model.source import Place

ROOT = Path(__file__).parents[3]
LANGUAGES = ("nl", "fr", "en", "ar", "fa", "tr", "uk", "es")
FRONT = {
    "nl": "updated: 2026-11-21",
    **dict.fromkeys(LANGUAGES[1:], "translation: machine\ntranslated_from: 2026-11-21"),
}
# The same page: the summary is on line 3, the body begins on line 7 (in Dutch on 6).
SUMMARIES = {
    "nl": "Voor kinderen van 6 tot 12 jaar.",
    "fr": "Pour les enfants de 6 à 12 ans.",
    "en": "For children from 6 to 12 years old.",
    "ar": "للأطفال من 6 إلى 12 سنة.",
    "fa": "برای کودکان ۶ تا ۱۲ ساله.",
    "tr": "6-12 yaş arası çocuklar için.",
    "uk": "Для дітей від 6 до 12 років.",
    "es": "Para niños de 6 a 12 años.",
}
LINKS = "[+32 56 27 70 00](tel:+3256277000), info@example.be, https://www.example.be/{lang}/oost\n"
BODIES = {
    "nl": (
        "Kortrijk kreeg 326.600 euro. De stad betaalt zelf 50%.\n\n"
        "- Elke dinsdag, van 14 tot 15.30 uur.\n- Van 3 tot 12 november 2026.\n\n"
        "Kom naar Grote Markt 54, 8500 Kortrijk.\n"
    ),
    "fr": (
        "Courtrai a reçu 326 600 euros. La Ville paie 50 %.\n\n"
        "- Chaque mardi, de 14h à 15h30.\n- Du 3 au 12 novembre 2026.\n\n"
        "Venez à Grote Markt 54, 8500 Courtrai.\n"
    ),
    "en": (
        "Kortrijk was given €326,600. The city itself pays 50%.\n\n"
        "- Every Tuesday, from 2 to 3.30 pm.\n- From 3 to 12 November 2026.\n\n"
        "Come to Grote Markt 54, 8500 Kortrijk.\n"
    ),
    "ar": (
        "حصلت كورتريك على 326,600 يورو. وتدفع البلدية 50 في المئة.\n\n"
        "- كل يوم ثلاثاء، من الساعة 14:00 إلى 15:30.\n- من 3 إلى 12 تشرين الثاني 2026.\n\n"
        "العنوان: Grote Markt 54، 8500 كورتريك.\n"
    ),
    "fa": (
        "کورترایک ۳۲۶٬۶۰۰ یورو گرفت. شهرداری ۵۰ درصد می‌پردازد.\n\n"
        "- هر سه‌شنبه، از ساعت ۱۴ تا ۱۵:۳۰.\n- از ۳ تا ۱۲ نوامبر ۲۰۲۶.\n\n"
        "نشانی: Grote Markt 54، 8500 کورترایک.\n"
    ),
    "tr": (
        "Kortrijk 326.600 avro aldı. Belediye %50 ödüyor.\n\n"
        "- Her salı, 14.00’ten 15.30’a kadar.\n- 3-12 Kasım 2026.\n\n"
        "Adres: Grote Markt 54, 8500 Kortrijk.\n"
    ),
    "uk": (
        "Кортрейк отримав 326 600 євро. Місто платить 50%.\n\n"
        "- Щовівторка, з 14:00 до 15:30.\n- З 3 до 12 листопада 2026 року.\n\n"
        "Адреса: Grote Markt 54, 8500 Кортрейк.\n"
    ),
    "es": (
        "Cortrique recibió 326 600 euros. La ciudad paga el 50 %.\n\n"
        "- Cada martes, de 14 a 15.30 h.\n- Del 3 al 12 de noviembre de 2026.\n\n"
        "Ven a Grote Markt 54, 8500 Cortrique.\n"
    ),
}
# What is written wrongly in each language: (what to replace, by what, what the messages show).
AMOUNTS = {
    "fr": ("326 600 euros", "326 000 euros"),
    "en": ("€326,600", "€326,000"),
    "ar": ("326,600 يورو", "326,000 يورو"),
    "fa": ("۳۲۶٬۶۰۰ یورو", "۳۲۶٬۰۰۰ یورو"),
    "tr": ("326.600 avro", "326.000 avro"),
    "uk": ("326 600 євро", "326 000 євро"),
    "es": ("326 600 euros", "326 000 euros"),
}
DAYS = {
    "fr": ("3 au 12 novembre", "3 au 12 décembre"),
    "en": ("3 to 12 November", "3 to 12 December"),
    "ar": ("3 إلى 12 تشرين الثاني", "3 إلى 12 كانون الأول"),
    "fa": ("۳ تا ۱۲ نوامبر", "۳ تا ۱۲ دسامبر"),
    "tr": ("3-12 Kasım", "3-12 Aralık"),
    "uk": ("3 до 12 листопада", "3 до 12 грудня"),
    "es": ("3 al 12 de noviembre", "3 al 12 de diciembre"),
}
TIMES = {
    "fr": ("15h30", "15h45"),
    "en": ("3.30 pm", "3.45 pm"),
    "ar": ("15:30", "15:45"),
    "fa": ("۱۵:۳۰", "۱۵:۴۵"),
    "tr": ("15.30’a", "15.45’a"),
    "uk": ("15:30", "15:45"),
    "es": ("15.30", "15.45"),
}
WEEKDAYS = {
    "fr": ("mardi", "jeudi"),
    "en": ("Tuesday", "Thursday"),
    "ar": ("ثلاثاء", "الخميس"),
    "fa": ("سه‌شنبه", "پنجشنبه"),
    "uk": ("Щовівторка", "Щочетверга"),
    "es": ("martes", "jueves"),
}
SHARES = {
    "fr": ("50 %", "5 %"),
    "en": ("50%", "5%"),
    "ar": ("50 في المئة", "5 في المئة"),
    "fa": ("۵۰ درصد", "۵ درصد"),
    "tr": ("%50", "%5"),
    "uk": ("50%", "5%"),
    "es": ("50 %", "5 %"),
}
MEND = "Schrijf wat in de Nederlandse tekst staat, of verbeter eerst die."
COPY = "Schrijf dit hier ook, met dezelfde cijfers."
SAY = "Schrijf dit hier ook: een vertaling zegt alles wat de Nederlandse tekst zegt."
DELETE = "Wis dit, of schrijf het eerst in de Nederlandse tekst."


def page_of(lang: str) -> str:
    title = f"title: {lang}\nsummary: {SUMMARIES[lang]}\n{FRONT[lang]}"
    link = "[x](../desk/index.nl.md) [y](form.pdf)\n"
    return f"---\n{title}\n---\n{BODIES[lang]}\n{LINKS.format(lang=lang)}\n{link}"


def judge(root: Path, texts: Mapping[str, str], editor: str = "nl") -> list[str]:
    """Return what is said about a page with these versions, without the path of their folder."""
    folder = root / "content/pages/about"
    folder.mkdir(parents=True)
    for lang, text in texts.items():
        (folder / f"index.{lang}.md").write_text(text, "utf-8")
    settings = Settings(
        content=root / "content",
        theme=ROOT / "theme",
        site_url="https://example.be",
        languages=LANGUAGES,
        menu=(),
        footer=(),
        contact=Place("", ""),
        timezone="Europe/Brussels",
        shows_drafts=False,
        markdown=runpy.run_path(str(ROOT / "pelicanconf.py"))["MARKDOWN"],
        rules=("samenleven.translation.facts:check_facts",),
    )
    pages, problems = read_pages(settings)
    assert problems == []
    found = sorted({*judge_pages(pages.values(), settings)})
    speak = editors_gettext(editor)
    return [one.text(speak).removeprefix("content/pages/about/index.") for one in found]


def planted(root: Path, lang: str, old: str, new: str, editor: str = "nl") -> list[str]:
    """Return what is said when the translation has `new` in the place of `old`."""
    text = page_of(lang)
    assert old in text
    return judge(root, {"nl": page_of("nl"), lang: text.replace(old, new, 1)}, editor)


def test_eight_languages_that_say_the_same_have_no_problem(tmp_path: Path) -> None:
    assert judge(tmp_path, {lang: page_of(lang) for lang in LANGUAGES}) == []


@pytest.mark.parametrize("lang", AMOUNTS)
def test_another_amount_is_named_with_both_lines(tmp_path: Path, lang: str) -> None:
    old, new = AMOUNTS[lang]
    assert planted(tmp_path, lang, old, new) == [
        f'{lang}.md:7: hier staat "{new}", in de Nederlandse tekst "326.600 euro" '
        f"(index.nl.md, regel 6). {MEND}"
    ]


@pytest.mark.parametrize("lang", SHARES)
def test_another_share_is_named_with_both_lines(tmp_path: Path, lang: str) -> None:
    old, new = SHARES[lang]
    assert planted(tmp_path, lang, old, new) == [
        f'{lang}.md:7: hier staat "{new}", in de Nederlandse tekst "50%" '
        f"(index.nl.md, regel 6). {MEND}"
    ]


@pytest.mark.parametrize("lang", DAYS)
def test_another_month_is_named_with_its_range(tmp_path: Path, lang: str) -> None:
    old, new = DAYS[lang]
    assert planted(tmp_path, lang, old, new) == [
        f'{lang}.md:10: hier staat "{new}", in de Nederlandse tekst "3 tot 12 november" '
        f"(index.nl.md, regel 9). {MEND}"
    ]


@pytest.mark.parametrize("lang", TIMES)
def test_another_time_is_named_with_both_lines(tmp_path: Path, lang: str) -> None:
    old, new = TIMES[lang]
    assert planted(tmp_path, lang, old, new) == [
        f'{lang}.md:9: hier staat "{new}", in de Nederlandse tekst "15.30" '
        f"(index.nl.md, regel 8). {MEND}"
    ]


@pytest.mark.parametrize("lang", WEEKDAYS)
def test_another_day_of_the_week_is_named_with_both_lines(tmp_path: Path, lang: str) -> None:
    old, new = WEEKDAYS[lang]
    assert planted(tmp_path, lang, old, new) == [
        f'{lang}.md:9: hier staat "{new}", in de Nederlandse tekst "dinsdag" '
        f"(index.nl.md, regel 8). {MEND}"
    ]


def test_a_word_that_may_be_a_weekday_is_not_enough(tmp_path: Path) -> None:
    assert planted(tmp_path, "tr", "Her salı", "Her perşembe") == [
        f'tr.md:9: hier ontbreekt "dinsdag" uit de Nederlandse tekst (index.nl.md, regel 8). {SAY}'
    ]


@pytest.mark.parametrize("lang", LANGUAGES[1:])
@pytest.mark.parametrize(
    ("old", "new", "ours"),
    [
        ("(tel:+3256277000)", "", ""),
        ("[+32 56 27 70 00](tel:+3256277000)", "+32 56 27 70 10", "+32 56 27 70 00"),
        ("info@example.be", "info@example.com", "info@example.be"),
    ],
)
def test_another_phone_or_mail_address_is_named_with_both_lines(
    tmp_path: Path, lang: str, old: str, new: str, ours: str
) -> None:
    message = f'{lang}.md:14: hier staat "{new}", in de Nederlandse tekst "{ours}" '
    expected = [f"{message}(index.nl.md, regel 13). {MEND}"] if ours else []
    assert planted(tmp_path, lang, old, new) == expected


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_another_address_is_named_with_both_lines(tmp_path: Path, lang: str) -> None:
    assert planted(tmp_path, lang, "Markt 54", "Markt 45") == [
        f'{lang}.md:12: hier staat "{theirs}", in de Nederlandse tekst "{ours}" '
        f"(index.nl.md, regel 11). {MEND}"
        for theirs, ours in (("45", "54"), ("Markt 45", "Markt 54"))
    ]


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_a_fact_that_is_left_out_is_named_where_it_belongs(tmp_path: Path, lang: str) -> None:
    text = BODIES[lang].splitlines()[0]
    assert planted(tmp_path, lang, text, "—") == [
        f'{lang}.md:7: hier ontbreekt "{ours}" uit de Nederlandse tekst (index.nl.md, regel 6). '
        f"{COPY}"
        for ours in ("326.600 euro", "50%")
    ]


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_a_fact_more_is_named_with_the_line_that_is_near(tmp_path: Path, lang: str) -> None:
    line = BODIES[lang].splitlines()[5]
    assert planted(tmp_path, lang, line, f"{line} (77)") == [
        f'{lang}.md:12: hier staat "77", en dat staat niet in de Nederlandse tekst '
        f"(index.nl.md, rond regel 11). {DELETE}"
    ]


def test_a_number_in_the_front_matter_is_named_with_its_field(tmp_path: Path) -> None:
    assert planted(tmp_path, "fr", "6 à 12", "6 à 14") == [
        'fr.md:3: summary: hier staat "14", in de Nederlandse tekst "12" '
        f"(index.nl.md, regel 3). {MEND}"
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "[x](../desk/index.nl.md)",
            "x",
            'fr.md:16: hier ontbreekt "pages/desk" uit de Nederlandse tekst '
            f"(index.nl.md, regel 15). {SAY}",
        ),
        (
            "../desk/",
            "../privacy/",
            'fr.md:16: hier staat "pages/privacy", in de Nederlandse tekst "pages/desk" '
            f"(index.nl.md, regel 15). {MEND}",
        ),
        (
            "form.pdf",
            "forms.pdf",
            'fr.md:16: hier staat "pages/about/forms.pdf", in de Nederlandse tekst '
            f'"pages/about/form.pdf" (index.nl.md, regel 15). {MEND}',
        ),
        (
            "example.be/fr/oost",
            "example.be/fr/west",
            'fr.md:14: hier staat "https://www.example.be/fr/west", in de Nederlandse tekst '
            f'"https://www.example.be/nl/oost" (index.nl.md, regel 13). {MEND}',
        ),
    ],
)
def test_another_link_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert planted(tmp_path, "fr", old, new) == [message]


def test_an_editor_can_read_it_in_english(tmp_path: Path) -> None:
    assert planted(tmp_path, "fr", "326 600 euros", "32 660 euros", "en") == [
        'fr.md:7: it has "32 660 euros" where the Dutch text has "326.600 euro" '
        "(index.nl.md, line 6). Write the fact of the Dutch text, or mend that first."
    ]


def test_who_mended_the_dutch_text_reads_how_to_go_on(tmp_path: Path) -> None:
    texts = {"nl": page_of("nl"), "fr": page_of("fr").replace("326 600", "300 000")}
    texts["nl"] = texts["nl"].replace("updated: 2026-11-21", "updated: 2026-11-22")
    assert judge(tmp_path, texts) == [
        'fr.md:7: hier staat "300 000 euros", in de Nederlandse tekst "326.600 euro" '
        "(index.nl.md, regel 6). De Nederlandse tekst is intussen veranderd: werk dit bij. Zet tot "
        'dan "{.important}" onder de Nederlandse alinea: die staat dan ook hier. Of zet hier een '
        'regel "status: draft": lezers krijgen dan de Nederlandse tekst.'
    ]


def test_a_field_cannot_be_marked_as_important(tmp_path: Path) -> None:
    texts = {"nl": page_of("nl"), "fr": page_of("fr").replace("6 à 12 ans", "6 à 11 ans")}
    texts["nl"] = texts["nl"].replace("updated: 2026-11-21", "updated: 2026-11-22")
    assert judge(tmp_path, texts) == [
        'fr.md:3: summary: hier staat "11", in de Nederlandse tekst "12" (index.nl.md, regel 3). '
        "De Nederlandse tekst is intussen veranderd: werk dit bij, of zet er een regel "
        '"status: draft" bij tot iemand dat doet. Lezers krijgen dan de Nederlandse tekst.'
    ]


def test_a_translation_at_work_is_not_judged(tmp_path: Path) -> None:
    french = page_of("fr").replace("326 600", "300 000").replace("---\n", "---\nstatus: draft\n", 1)
    assert judge(tmp_path, {"nl": page_of("nl"), "fr": french}) == []


@pytest.mark.parametrize(
    ("lang", "old", "new"),
    [
        ("fr", "Du 3 au 12 novembre 2026", "Du 3 novembre au 12 novembre 2026"),
        ("fr", "de 14h à 15h30", "de 14 heures à 15:30"),
        ("en", "€326,600", "326,600 euros"),
        ("en", "The city itself pays 50%.", "50% is what the city pays. Two plans, a city."),
        ("ar", "326,600 يورو", "٣٢٦٬٦٠٠ يورو"),
        ("ar", "12 تشرين الثاني", "12 نوفمبر"),
        ("tr", "3-12 Kasım 2026", "2026 yılında, 3 Kasım’dan 12 Kasım’a kadar"),
        ("uk", "З 3 до 12 листопада", "3–12 листопада"),
        ("es", "326 600 euros", "326.600 €"),
        ("fr", "/fr/oost", "/oost/"),
        ("fr", "info@example.be", "[Écrivez](mailto:info@example.be)"),
    ],
)
def test_other_words_for_the_same_fact_are_no_problem(
    tmp_path: Path, lang: str, old: str, new: str
) -> None:
    assert planted(tmp_path, lang, old, new) == []


@pytest.mark.parametrize(
    ("dutch", "french"),
    [
        ("Er zijn 5 projecten.", "Il y a cinq projets."),
        ("Er zijn vijf projecten.", "Il y a 5 projets."),
        ("De 19e eeuw.", "Le XIXe siècle."),
        ("Dertig jongeren.", "Une trentaine de jeunes."),
        ("In 2026, ja, 2026.", "En 2026."),
        ("Een les duurt 2 uur.", "Une leçon dure 2 heures."),
        ("1. Bel ons.\n1. Kom.", "1. Appelez.\n2. Venez."),
        ("Wat?[^1]\n\n[^1]: Dit.", "Quoi ?[^1]\n\n[^1]: Cela."),
        ("`check 12`", "`check 13`"),
        ("## Wat in 2026? {#what-1}", "## Quoi en 2026 ? {#what-1}"),
        ("**326.600** euro, 8&nbsp;%", "*326 600* euros, 8 %"),
        ("op 3\nnovember", "le 3 novembre"),
        ("Werk via artikel 60.", "Du travail par l'article 60 (artikel 60)."),
    ],
)
def test_how_a_number_is_written_is_no_fact(tmp_path: Path, dutch: str, french: str) -> None:
    texts = {
        lang: f"---\ntitle: T\nsummary: S.\n{FRONT[lang]}\n---\n{body}\n"
        for lang, body in (("nl", dutch), ("fr", french))
    }
    assert judge(tmp_path, texts) == []


@pytest.mark.parametrize("gloss", ["(artikel 61)", "(60)", "artikel 60", "(wet, artikel 60)"])
def test_brackets_without_the_very_words_of_the_dutch_text_state_a_fact_more(
    tmp_path: Path, gloss: str
) -> None:
    texts = {
        lang: f"---\ntitle: T\nsummary: S.\n{FRONT[lang]}\n---\n{body}\n"
        for lang, body in (
            ("nl", "Werk via artikel 60."),
            ("fr", f"Du travail par l'article 60 {gloss}."),
        )
    }
    [problem] = judge(tmp_path, texts)
    assert f'hier staat "{re.sub(r"[^0-9]", "", gloss)}"' in problem
    assert problem.endswith(f"(index.nl.md, rond regel 6). {DELETE}")


def test_the_dual_of_arabic_says_two(tmp_path: Path) -> None:
    texts = {
        lang: f"---\ntitle: T\nsummary: S.\n{FRONT[lang]}\n---\n{body}\n"
        for lang, body in (("nl", "Het duurt 2 uur."), ("ar", "يستغرق ذلك ساعتين."))
    }
    assert judge(tmp_path, texts) == []


def test_of_two_equal_facts_the_one_that_lacks_is_named(tmp_path: Path) -> None:
    bodies = {
        "nl": "Je betaalt 5 euro.\n\nEen korting.\n\nOok hier 5 euro.",
        "fr": "Vous payez 5 euros.\n\nUne réduction.\n\nIci aussi.",
    }
    texts = {
        lang: f"---\ntitle: T\nsummary: S.\n{FRONT[lang]}\n---\n{body}\n"
        for lang, body in bodies.items()
    }
    assert judge(tmp_path, texts) == [
        'fr.md:11: hier ontbreekt "5 euro" uit de Nederlandse tekst '
        f"(index.nl.md, regel 10). {COPY}"
    ]
