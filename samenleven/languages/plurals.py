"""The plural forms of each language, for gettext.

Written from the cardinal rules of CLDR for whole numbers. Babel's own table is wrong for most
counts in Arabic (python-babel issue 816) and has one form where Turkish and Persian have two.
"""

PLURAL_FORMS: dict[str, str] = {
    **dict.fromkeys(
        ("nl", "en", "es", "tr", "de", "it", "so", "ps", "ku", "ur", "bg", "sq", "ka"),
        "nplurals=2; plural=(n != 1);",
    ),
    **dict.fromkeys(("fr", "fa", "pt", "ti", "am", "hy"), "nplurals=2; plural=(n > 1);"),
    **dict.fromkeys(
        ("uk", "ru"),
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
        "n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    ),
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "ro": "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>=1 && n%100<=19) ? 1 : 2);",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
    "n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
}


def count_forms(lang: str) -> int:
    """Return how many plural forms a catalog of `lang` must give. Raises: KeyError if unknown."""
    return int(PLURAL_FORMS[lang].split("nplurals=")[1].split(";")[0])
