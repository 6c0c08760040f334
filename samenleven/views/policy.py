"""What a page may load, said once: for the meta element of each page and for hosts with headers.

CSP Level 3. A meta element cannot say frame-ancestors, and a page opened from a disk or a plain
host must not be upgraded to https; so those two are for headers alone.
"""

from __future__ import annotations

IN_PAGES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)
# Pagefind compiles WebAssembly. Headers allow it everywhere, since Netlify and Cloudflare cannot
# loosen a header for one page; a browser keeps to the strictest of the policies it is told, so
# that the meta element of every other page still forbids it.
ON_SEARCH_PAGE = tuple(
    f"{rule} 'wasm-unsafe-eval'" if rule.startswith("script-src") else rule for rule in IN_PAGES
)
IN_HEADERS = (*ON_SEARCH_PAGE, "frame-ancestors 'none'", "upgrade-insecure-requests")
PAGE_POLICY = "; ".join(IN_PAGES)
SEARCH_POLICY = "; ".join(ON_SEARCH_PAGE)
HEADERS = {
    "Content-Security-Policy": "; ".join(IN_HEADERS),
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": (
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
}
KEPT_FOR_EVER = "public, max-age=31536000, immutable"  # a year; the name changes with the bytes
ASKED_AGAIN = "no-cache"  # kept, and asked for with its ETag
