"""What this city sets. Every value is data; the logic is in the package samenleven."""

SITEURL = "http://localhost:8000"
TIMEZONE = "Europe/Brussels"

# The first language is the source; the others are marked translations of it.
LANGUAGES = ("nl", "fr", "en", "ar", "fa", "tr", "uk", "es")
DEFAULT_LANG = LANGUAGES[0]
EDITOR_LANG = "nl"  # of the messages of `check` and `build`: nl or en

# Folders below content/, in the order of the menus; CONTACT is whom readers ask about the site.
MENU = ("programmes", "events", "calls", "pages/rights", "news", "contacts")
FOOTER = (
    "topics",
    "places",
    "walks",
    "partners",
    "pages/welcome-brochure",
    "pages/glossary",
    "pages/figures",
    "pages/search",
    "pages/offline",
    "pages/about",
    "pages/accessibility",
    "pages/privacy",
)
CONTACT = "contacts/city-desk"

PATH = "content"
THEME = "theme"
OUTPUT_PATH = "output"

# The rooms, in the order of a page's journey.
PLUGINS = (
    "samenleven.languages",
    "samenleven.views",
    "samenleven.feeds",
    "samenleven.search",
    "samenleven.offline",
    "samenleven.deploy",
)

# What every page must hold to, beside what is always checked.
RULES = (
    "samenleven.translation.facts:check_facts",
    "samenleven.plain.relative:check_relative_dates",
)
# What `check` says of the Dutch text besides; it stops nothing.
ADVICE = ("samenleven.plain.advice:advise_page",)

MARKDOWN = {
    "extensions": [
        "markdown.extensions.abbr",
        "markdown.extensions.admonition",
        "markdown.extensions.attr_list",
        "markdown.extensions.def_list",
        "markdown.extensions.fenced_code",
        "markdown.extensions.footnotes",
        "markdown.extensions.md_in_html",
        "markdown.extensions.sane_lists",
        "markdown.extensions.tables",
    ],
    "output_format": "html5",
}

SEARCH_INDEX = True  # what readers search in; `serve` leaves it out
OFFLINE = True  # False takes away what readers keep on their phones, at their next visit

# How photos are encoded: "release", "best" (slower, a little smaller) or "preview" (JPEG alone,
# which `serve` makes).
IMAGE_RECIPES = "release"
IMAGE_WEBP = False  # for the 2 to 3 % of browsers that show it and no AVIF

# What the server can give out packed: "br" (Brotli), "gz" (gzip). Hosts that pack need nothing.
PRECOMPRESS: tuple[str, ...] = ()

# Pages are the only kind of content; Pelican's own lists, feeds and archives are not made.
PAGE_PATHS = [""]
ARTICLE_PATHS: list[str] = []
PAGE_TRANSLATION_ID = None
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
SUMMARY_MAX_LENGTH = None
