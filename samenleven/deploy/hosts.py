"""Rules for the hosts that take them: headers, the language of `/`, a 404 page per language.

All say the same policy (views/policy.py): `_headers` and `_redirects` for Netlify and Cloudflare,
`.htaccess` for Apache, `_nginx.conf` to include in nginx. A host that reads none of them serves
the pages all the same: the policy stands in them, and `/` is a page to choose a language on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from samenleven.views.policy import ASKED_AGAIN, HEADERS, KEPT_FOR_EVER


def host_files(base: str, languages: Iterable[str], folders: Iterable[str]) -> Mapping[str, str]:
    """Return the text of each file by its name, for a site at the path `base` ("" or "/base").

    `folders` hold files whose names change with their bytes.
    """
    languages, folders = [*languages], [*folders]
    return {
        "_headers": _headers(base, folders),
        "_redirects": _redirects(base, languages),
        ".htaccess": _apache(base, languages, folders),
        "_nginx.conf": _nginx(base, languages, folders),
    }


def _headers(base: str, folders: list[str]) -> str:
    lines = [f"{base}/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    # Pages have no line: these hosts let them be asked for again by themselves, and would join
    # two values of one header.
    for folder in folders:
        lines += [f"{base}/{folder}/*", f"  Cache-Control: {KEPT_FOR_EVER}"]
    return "\n".join([*lines, ""])


def _redirects(base: str, languages: list[str]) -> str:
    lines = [f"{base}/ {base}/{lang}/ 302 Language={lang}" for lang in languages]
    lines += [f"{base}/{lang}/* {base}/{lang}/404.html 404" for lang in languages]
    return "\n".join([*lines, ""])


def _apache(base: str, languages: list[str], folders: list[str]) -> str:
    known, hashed = "|".join(languages), "|".join(folders)
    headers = [f'Header always set {name} "{value}"' for name, value in HEADERS.items()]
    missing = [
        f'<If "%{{REQUEST_URI}} =~ m#^{base}/{lang}/#">\n'
        f"ErrorDocument 404 {base}/{lang}/404.html\n</If>"
        for lang in languages
    ]
    lines = [
        "DirectoryIndex index.html",
        "Options -Indexes",
        f"ErrorDocument 404 {base}/404.html",
        *missing,
        "<IfModule mod_headers.c>",
        *headers,
        f'Header always set Cache-Control "{ASKED_AGAIN}"',
        f'<If "%{{REQUEST_URI}} =~ m#^{base}/({hashed})/#">',
        f'Header always set Cache-Control "{KEPT_FOR_EVER}"',
        "</If>",
        f"<If \"%{{REQUEST_URI}} == '{base}/'\">",
        "Header always append Vary Accept-Language",
        "</If>",
        "</IfModule>",
        "<IfModule mod_rewrite.c>",
        "RewriteEngine On",
        f"RewriteCond %{{HTTP:Accept-Language}} ^\\s*({known})\\b [NC]",
        f"RewriteRule ^$ {base}/%1/ [R=302,L]",
        "</IfModule>",
        "",
    ]
    return "\n".join(lines)


def _nginx(base: str, languages: list[str], folders: list[str]) -> str:
    """Return a file to include inside `server { root ...; }`.

    nginx forgets the headers of a block in each block inside it that adds one, so that they stand
    in every location.
    """
    headers = "".join(
        f'    add_header {name} "{value}" always;\n' for name, value in HEADERS.items()
    )
    asked = f'{headers}    add_header Cache-Control "{ASKED_AGAIN}" always;\n'
    kept = f'{headers}    add_header Cache-Control "{KEPT_FOR_EVER}" always;\n'
    choices = "".join(
        f'    if ($http_accept_language ~* "^\\s*{lang}\\b") {{ return 302 {base}/{lang}/; }}\n'
        for lang in languages
    )
    blocks = [
        "index index.html;\nerror_page 404 " + f"{base}/404.html;\ngzip_static on;\n",
        f"location = {base}/ {{\n{asked}    add_header Vary Accept-Language always;\n{choices}"
        # Not by `index`, which would look for another location, without Vary.
        f"    try_files {base}/index.html =404;\n}}\n",
        *(f"location ^~ {base}/{folder}/ {{\n{kept}}}\n" for folder in folders),
        *(
            f"location {base}/{lang}/ {{\n    error_page 404 {base}/{lang}/404.html;\n{asked}}}\n"
            for lang in languages
        ),
        f"location {base}/ {{\n{asked}}}\n",
    ]
    return "\n".join(blocks)
