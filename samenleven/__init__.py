"""samenleven: one static site, many languages, for a city's integration programmes.

A page passes through the rooms in this order, and imports run the other way only:

    record     frozen dataclasses that load fast
    problems   how a message to an editor is worded, sorted and printed
    weave      drafts of cloth, drawn: covers, edges, scenes
    model      what a page IS: source, schema, frozen entries, body
    languages  locales, catalogs, URLs, siblings, links, bidi, formatting
    views      what a template may SEE, and rendering
    feeds deploy checks    files made from the same entries; swapping in; publishing; auditing
    commands   what the tasks call: build, serve, check, publish

Only a room's `__init__.py` may import Pelican.
"""
