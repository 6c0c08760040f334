"""What is read as a fact in each language, and that it is the same fact in all of them."""

from __future__ import annotations

import pytest

from samenleven.translation.facts.finding import Fact, find_facts
from samenleven.translation.facts.lexicon import lexicon, read_roman

LANGUAGES = ("nl", "fr", "en", "ar", "fa", "tr", "uk", "es")
SAME: dict[tuple[tuple[str, str], ...], dict[str, tuple[str, ...]]] = {
    (("amount", "EUR 326600"),): {
        "nl": ("326.600 euro", "€ 326.600", "326.600 €", "EUR 326.600", "326600 euro"),
        "fr": ("326 600 euros", "326\u202f600 €", "326.600 euros"),
        "en": ("326,600 euros", "€326,600", "€ 326,600"),
        "ar": ("326,600 يورو", "٣٢٦٬٦٠٠ يورو", "€ 326,600"),
        "fa": ("۳۲۶٬۶۰۰ یورو", "326,600 یورو"),
        "tr": ("326.600 avro", "326.600 euro", "€326.600", "326.600 avroya"),
        "uk": ("326 600 євро", "326\u00a0600 €"),
        "es": ("326 600 euros", "326.600 €", "326.600 euros"),
    },
    (("amount", "EUR 47000000"),): {
        "nl": ("47 miljoen euro", "€ 47 miljoen", "47 mln. euro"),
        "fr": ("47 millions d’euros", "47 millions d'euros"),
        "en": ("47 million euros", "€47 million"),
        "ar": ("47 مليون يورو", "٤٧ مليون يورو"),
        "fa": ("۴۷ میلیون یورو",),
        "tr": ("47 milyon avro", "47 milyon euro"),
        "uk": ("47 мільйонів євро", "47 млн євро", "47 млн. євро"),
        "es": ("47 millones de euros",),
    },
    (("amount", "EUR 5"), ("amount", "EUR 7.5")): {
        "nl": ("5 tot 7,50 euro", "€ 5 tot 7,50", "5 of 7,50 euro", "5 tot en met 7,50 euro"),
        "fr": ("de 5 à 7,50 euros", "5 ou 7,50 €"),
        "en": ("€5 to €7.50", "€5 to 7.50", "5-7.50 euros"),
        "ar": ("من 5 إلى 7.50 يورو", "٥ أو ٧٫٥ يورو"),
        "fa": ("از ۵ تا ۷٫۵ یورو",),
        "tr": ("5-7,50 avro", "5’ten 7,50 avroya"),
        "uk": ("від 5 до 7,50 євро", "5 або 7,5 євро"),
        "es": ("de 5 a 7,50 euros", "5 o 7,50 €"),
    },
    (("share", "% 50"),): {
        "nl": ("50%", "50 %", "50 procent"),
        "fr": ("50 %", "50\u202f%", "50 pour cent"),
        "en": ("50%", "50 per cent", "50 percent"),
        "ar": ("50%", "٪۵۰", "٥٠٪", "50 في المئة", "50 بالمائة"),
        "fa": ("۵۰ درصد", "۵۰٪"),
        "tr": ("%50", "yüzde 50"),
        "uk": ("50%", "50 відсотків"),
        "es": ("50 %", "50 por ciento"),
    },
    (("number", "1200"),): {
        "nl": ("1.200", "1200", "1 200"),
        "fr": ("1 200", "1\u202f200", "1.200"),
        "en": ("1,200", "1200"),
        "ar": ("1,200", "١٬٢٠٠", "1200"),
        "fa": ("۱٬۲۰۰", "۱۲۰۰"),
        "tr": ("1.200", "1200"),
        "uk": ("1\u00a0200", "1 200"),
        "es": ("1200", "1.200", "1 200"),
    },
    (("number", "31626000"),): {
        "nl": ("31,626 miljoen", "31.626 duizend"),
        "fr": ("31,626 millions",),
        "en": ("31.626 million",),
        "uk": ("31\u00a0626 тис.",),
        "tr": ("31.626 bin",),
        "es": ("31.626 mil",),
    },
    (("date", "11-16"),): {
        "nl": ("16 november", "op 16 november", "16 nov."),
        "fr": ("16 novembre", "le 16 novembre", "le 16e novembre"),
        "en": ("16 November", "16th of November", "November 16th", "16 Nov"),
        "ar": ("16 نوفمبر", "16 تشرين الثاني", "١٦ نونبر", "16 من نوفمبر", "16 من شهر نوفمبر"),
        "fa": ("۱۶ نوامبر", "۱۶ نومبر", "۱۶ ماه نوامبر"),
        "tr": ("16 Kasım", "16 Kasım’da", "16 kasım"),
        "uk": ("16 листопада", "16-го листопада"),
        "es": ("16 de noviembre", "el 16 de noviembre"),
    },
    (("date", "11-16"), ("number", "2026")): {
        "nl": ("16 november 2026", "16/11/2026", "16-11-2026", "2026-11-16"),
        "fr": ("le 16 novembre 2026", "16/11/2026"),
        "en": ("16 November 2026", "November 16, 2026", "2026-11-16"),
        "ar": ("16 نوفمبر 2026", "16 تشرين الثاني 2026", "١٦/١١/٢٠٢٦"),
        "fa": ("۱۶ نوامبر ۲۰۲۶", "۲۰۲۶/۱۱/۱۶"),
        "tr": ("16 Kasım 2026", "16 Kasım 2026’da", "16.11.2026"),
        "uk": ("16 листопада 2026 року", "16.11.2026"),
        "es": ("16 de noviembre de 2026", "16/11/2026"),
    },
    (("date", "11-03"), ("date", "11-12")): {
        "nl": (
            "van 3 tot 12 november",
            "van 3 november tot en met 12 november",
            "3 en 12 november",
            "van dag 3 november t/m 12 november",
        ),
        "fr": ("du 3 au 12 novembre", "du 3 novembre jusqu’au 12 novembre"),
        "en": ("from 3 to 12 November", "3–12 November"),
        "ar": ("من 3 إلى 12 نوفمبر", "3 و12 نوفمبر"),
        "fa": ("از ۳ تا ۱۲ نوامبر",),
        "tr": ("3-12 Kasım", "3 Kasım’dan 12 Kasım’a kadar"),
        "uk": ("з 3 до 12 листопада", "3–12 листопада"),
        "es": ("del 3 al 12 de noviembre",),
    },
    (("number", "2007"), ("number", "2009")): {
        "nl": ("2007-2009", "van 2007 tot 2009"),
        "fr": ("2007 à 2009", "2007–2009"),
        "en": ("2007 to 2009", "2007–2009"),
        "ar": ("من 2007 إلى 2009",),
        "fa": ("۲۰۰۷ تا ۲۰۰۹",),
        "tr": ("2007’den 2009’a kadar", "2007-2009"),
        "uk": ("2007–2009 роки",),
        "es": ("2007 a 2009",),
    },
    (("month", "11"),): {
        "nl": ("in november",),
        "fr": ("en novembre", "Novembre"),
        "en": ("in November",),
        "ar": ("في نوفمبر", "في تشرين الثاني", "وفي نوفمبر", "ونوفمبر"),
        "fa": ("در نوامبر",),
        "tr": ("Kasım ayında", "Kasım’da"),
        "uk": ("у листопаді", "листопад", "листопада"),
        "es": ("en noviembre",),
    },
    (("weekday", "3"),): {
        "nl": ("elke dinsdag", "op dinsdagen", "Dinsdag"),
        "fr": ("chaque mardi", "les mardis"),
        "en": ("every Tuesday", "on Tuesdays"),
        "ar": ("كل يوم الثلاثاء", "والثلاثاء", "كل ثلاثاء"),
        "fa": ("هر سه‌شنبه", "سه‌شنبه‌ها"),
        "tr": ("Salı günü",),
        "uk": ("щовівторка", "у вівторок", "вівторками"),
        "es": ("cada martes", "los martes"),
    },
    (("time", "15:30"),): {
        "nl": ("15u30", "15 u 30", "15.30 uur", "15:30", "om 3.30 uur 's middags"),
        "fr": ("15h30", "15 h 30", "15:30"),
        "en": ("15:30", "3:30 pm", "3.30 p.m."),
        "ar": ("الساعة 15:30", "الساعة 3:30 بعد الظهر", "٣:٣٠ مساءً"),
        "fa": ("ساعت ۱۵:۳۰", "ساعت ۳:۳۰ بعدازظهر", "۳:۳۰ بعد از ظهر"),
        "tr": ("saat 15.30’da", "15:30", "öğleden sonra 3.30", "öğleden sonra saat 3.30"),
        "uk": ("о 15:30", "о 15.30", "о 3:30 дня"),
        "es": ("a las 15:30", "a las 15.30 h", "a las 3:30 de la tarde"),
    },
    (("number", "15"),): {
        "nl": ("15 uur", "15.00 uur", "15u", "15u00", "3 uur 's middags"),
        "fr": ("15 heures", "15 h", "15h00", "à 3 heures de l’après-midi"),
        "en": ("3 pm", "15:00", "15.00"),
        "ar": ("الساعة 15:00", "الساعة 3 بعد الظهر"),
        "fa": ("ساعت ۱۵", "ساعت ۳ بعدازظهر"),
        "tr": ("saat 15.00’te", "öğleden sonra saat 3’te"),
        "uk": ("о 15:00", "о 15 годині", "о 3 годині дня"),
        "es": ("a las 15:00", "a las 15 horas", "a las 3 de la tarde"),
    },
    (("number", "14"), ("number", "16")): {
        "nl": ("van 14 tot 16 uur", "14u-16u"),
        "fr": ("de 14 à 16 heures", "de 14h à 16h"),
        "en": ("from 2 to 4 pm", "2–4 pm", "14:00 to 16:00"),
        "ar": ("من 2 إلى 4 بعد الظهر",),
        "tr": ("öğleden sonra 2 ile öğleden sonra 4",),
        "es": ("de 14 a 16 horas", "de 2 a 4 de la tarde"),
    },
    (("phone", "+3256277000"),): dict.fromkeys(
        LANGUAGES, ("+32 56 27 70 00", "+3256277000", "0032 56 27 70 00", "+32 (0)56 27 70 00")
    ),
    (("phone", "056277000"),): dict.fromkeys(LANGUAGES, ("056 27 70 00", "056/27.70.00")),
    (("mail", "info@kortrijk.be"),): dict.fromkeys(
        LANGUAGES, ("info@kortrijk.be", "Info@Kortrijk.be.")
    ),
    (("web", "https://www.kortrijk.be/2026"),): dict.fromkeys(
        LANGUAGES, ("https://www.kortrijk.be/2026", "(https://www.kortrijk.be/2026).")
    ),
    (("street", "markt 54"), ("number", "54"), ("number", "8500")): {
        **dict.fromkeys(("nl", "fr", "en", "tr", "uk", "es"), ("Grote Markt 54, 8500 Kortrijk",)),
        "ar": ("Grote Markt 54، 8500 كورتريك",),
        "fa": ("Grote Markt ۵۴، ۸۵۰۰ کورترایک",),
    },
    (("number", "2016"), ("number", "2102")): dict.fromkeys(LANGUAGES, ("(EU) 2016/2102",)),
    (("number", "2.2"),): dict.fromkeys(LANGUAGES, ("WCAG 2.2.",)),
    (("number", "1.4.3"),): dict.fromkeys(LANGUAGES, ("WCAG 1.4.3",)),
    (("number", "6"),): {
        "nl": ("de 6de editie", "de 6e editie"),
        "fr": ("la 6e édition",),
        "en": ("the 6th edition",),
        "tr": ("6. kez", "6’ncı kez"),
        "uk": ("6-та", "6-й"),
        "es": ("6.ª edición",),
    },
    # No facts: in each language these words mean something else.
    (): {
        "nl": ("Een kop thee en een maartse bui",),
        "en": ("You may ask.", "They march.", "May I ask?"),
        "es": ("La mayor parte mayormente.",),
        "ar": ("مارس الرياضة", "أحد الشباب", "الأحدث"),
        "fa": ("می خواهند", "در مه"),
        "tr": ("pazar yeri", "Martin"),
        "uk": ("серед людей", "четверо дітей", "квіти"),
    },
}
ROWS = [
    (facts, lang, text)
    for facts, by_lang in SAME.items()
    for lang, texts in by_lang.items()
    for text in texts
]


@pytest.mark.parametrize(("facts", "lang", "text"), ROWS)
def test_a_fact_is_the_same_however_a_language_writes_it(
    facts: tuple[tuple[str, str], ...], lang: str, text: str
) -> None:
    found = [fact for fact, _, _, is_stated in find_facts(text, lexicon(lang)) if is_stated]
    assert sorted(found) == sorted(Fact(*fact) for fact in facts)


@pytest.mark.parametrize(
    ("lang", "text", "fact"),
    [
        ("nl", "zaterdagochtend", ("weekday", "7")),
        ("tr", "her salı", ("weekday", "3")),
        ("tr", "kasımda", ("month", "11")),
        ("en", "at 10.30", ("time", "10:30")),
        ("nl", "10.30 liter", ("number", "10.3")),
        ("ar", "1.200", ("number", "1200")),
        ("fr", "à 8 heures du soir", ("number", "8")),
    ],
)
def test_what_a_text_can_mean_besides_is_no_fact_of_its_own(
    lang: str, text: str, fact: tuple[str, str]
) -> None:
    found = {fact: is_stated for fact, _, _, is_stated in find_facts(text, lexicon(lang))}
    assert found[Fact(*fact)] is False


@pytest.mark.parametrize(
    ("lang", "text", "number"),
    [
        ("nl", "ongeveer dertig jongeren", 30),
        ("fr", "une trentaine de jeunes", 30),
        ("fr", "au XIXe siècle", 19),
        ("es", "el siglo XIX", 19),
        ("uk", "п’ять проєктів", 5),
        ("ar", "وثلاثين", 30),
        ("fa", "پنج پروژه", 5),
        ("tr", "yedinci kez", 7),
    ],
)
def test_a_number_in_words_is_known_as_what_it_can_mean(lang: str, text: str, number: int) -> None:
    assert number in lexicon(lang).numbers_in(text)
    assert list(find_facts(text, lexicon(lang))) == []


@pytest.mark.parametrize(
    ("letters", "number"), [("II", 2), ("IV", 4), ("XIX", 19), ("XL", 40), ("CXCIX", 199)]
)
def test_roman_numbers_are_read(letters: str, number: int) -> None:
    assert read_roman(letters) == number


def test_a_language_without_words_of_its_own_is_read_with_cldr_alone() -> None:
    found = [fact for fact, *_ in find_facts("16 settembre 2026, 47 milioni", lexicon("it"))]
    assert found == [Fact("date", "09-16"), Fact("number", "2026"), Fact("number", "47000000")]


def test_a_fact_is_found_where_it_stands() -> None:
    text = "Kom op 3 en\n4 november, met € 5."
    found = [
        text[start:end] for _, start, end, is_stated in find_facts(text, lexicon("nl")) if is_stated
    ]
    assert found == ["3 en\n4 november", "3 en\n4 november", "€ 5"]
