"""Audits of the built site and of the source: markup, links, accessibility, linters."""
