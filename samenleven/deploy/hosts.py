"""Rules for the hosts that take them: headers, redirects, a 404 page per language.

All say the same policy (views/policy.py): `_headers` and `_redirects` for Netlify and Cloudflare,
`.htaccess` for Apache, `_nginx.conf` to include in nginx. A host that reads none of them serves
the pages all the same: the policy stands in them, `/` is a page to choose a language on, and at an
old address stands a page that leads on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from samenleven.record import record
from samenleven.views.policy import ASKED_AGAIN, HEADERS, KEPT_FOR_EVER


@record(frozen=True)
class Rules:
    """What a host must know of a site at the path `base` ("" or "/base")."""

    base: str
    languages: tuple[str, ...]
    folders: tuple[str, ...]  # of files whose names change with their bytes
    moves: Mapping[str, str] = field(default_factory=dict, hash=False)  # paths below the site's
    packed: tuple[str, ...] = ()  # what lies beside the files: "br", "gz"


def host_files(rules: Rules) -> Mapping[str, str]:
    """Return the text of each file by its name."""
    return {
        "_headers": _headers(rules),
        "_redirects": _redirects(rules),
        ".htaccess": _apache(rules),
        "_nginx.conf": _nginx(rules),
    }


def _headers(rules: Rules) -> str:
    base = rules.base
    lines = [f"{base}/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    lines += [f"{base}/", "  Vary: Accept-Language"]
    # Pages have no line: these hosts let them be asked for again by themselves, and would join
    # two values of one header.
    for folder in rules.folders:
        lines += [f"{base}/{folder}/*", f"  Cache-Control: {KEPT_FOR_EVER}"]
    return "\n".join([*lines, ""])


def _redirects(rules: Rules) -> str:
    """Return the redirects, each old address twice.

    Netlify serves a page that stands at an address unless the status has a "!"; Cloudflare
    redirects always, and leaves out lines with a "!", a condition, or the status 404.
    """
    base = rules.base
    lines = [f"{base}/ {base}/{lang}/ 302! Language={lang}" for lang in rules.languages]
    for old, new in rules.moves.items():
        lines += [f"{base}/{old} {base}/{new} {status}" for status in ("301!", "301")]
    lines += [f"{base}/{lang}/* {base}/{lang}/404.html 404" for lang in rules.languages]
    return "\n".join([*lines, ""])


def _apache(rules: Rules) -> str:
    base, known = rules.base, "|".join(rules.languages)
    headers = [f'Header always set {name} "{value}"' for name, value in HEADERS.items()]
    missing = [
        f'<If "%{{REQUEST_URI}} =~ m#^{base}/{lang}/#">\n'
        f"ErrorDocument 404 {base}/{lang}/404.html\n</If>"
        for lang in rules.languages
    ]
    lines = [
        "DirectoryIndex index.html",
        "Options -Indexes",
        f"ErrorDocument 404 {base}/404.html",
        *missing,
        "<IfModule mod_headers.c>",
        *headers,
        f'Header always set Cache-Control "{ASKED_AGAIN}"',
        f'<If "%{{REQUEST_URI}} =~ m#^{base}/({"|".join(rules.folders)})/#">',
        f'Header always set Cache-Control "{KEPT_FOR_EVER}"',
        "</If>",
        f'<If "%{{REQUEST_URI}} =~ m#^{base}/(index[.]html)?$#">',
        "Header always merge Vary Accept-Language",
        "</If>",
        "</IfModule>",
        "<IfModule mod_rewrite.c>",
        "RewriteEngine On",
        f"RewriteCond %{{HTTP:Accept-Language}} ^\\s*({known})\\b [NC]",
        f"RewriteRule ^$ {base}/%1/ [R=302,L]",
        *(
            f"RewriteRule ^{re.escape(old)}?$ {base}/{new} [R=301,L]"
            for old, new in rules.moves.items()
        ),
        "</IfModule>",
        "",
    ]
    return "\n".join(lines)


def _nginx(rules: Rules) -> str:
    """Return a file to include inside `server { root ...; }`.

    nginx forgets the headers of a block in each block inside it that adds one, so that they stand
    in every location that does.
    """
    base = rules.base
    given = [f'add_header {name} "{value}" always;\n' for name, value in HEADERS.items()]
    headers = "".join(f"    {line}" for line in given)
    asked = f'{headers}    add_header Cache-Control "{ASKED_AGAIN}" always;\n'
    kept = f'{headers}    add_header Cache-Control "{KEPT_FOR_EVER}" always;\n'
    choices = "".join(
        f'    if ($http_accept_language ~* "^\\s*{lang}\\b") {{ return 302 {base}/{lang}/; }}\n'
        for lang in rules.languages
    )
    blocks = [
        f"index index.html;\nerror_page 404 {base}/404.html;\n"
        # Behind another server, nginx does not know the address that readers see.
        f"absolute_redirect off;\n{_packed(rules)}",
        "".join(given),
        f"location = {base}/ {{\n{asked}    add_header Vary Accept-Language always;\n{choices}"
        # Not by `index`, which would look for another location, without Vary.
        f"    try_files {base}/index.html =404;\n}}\n",
        *(
            f"location = {base}/{old} {{ return 301 {base}/{new}; }}\n"
            for old, new in rules.moves.items()
        ),
        *(f"location ^~ {base}/{folder}/ {{\n{kept}}}\n" for folder in rules.folders),
        *(
            f"location {base}/{lang}/ {{\n    error_page 404 {base}/{lang}/404.html;\n{asked}}}\n"
            for lang in rules.languages
        ),
        f"location {base}/ {{\n{asked}}}\n",
    ]
    return "\n".join(blocks)


def _packed(rules: Rules) -> str:
    """Return the lines by which nginx gives out what lies packed beside a file.

    Brotli needs a module of its own: libnginx-mod-http-brotli-static on Debian and Ubuntu.
    """
    lines = {"gz": "gzip_static on;\n", "br": "brotli_static on;\n"}
    said = "".join(lines[kind] for kind in rules.packed)
    return f"{said}gzip_vary on;\n" if said else ""
