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
IN_HEADERS = (*IN_PAGES, "frame-ancestors 'none'", "upgrade-insecure-requests")
PAGE_POLICY = "; ".join(IN_PAGES)
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
