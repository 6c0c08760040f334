"""Build what changed, and nothing else; the output is that of a build from nothing.

`unchanged` tells before anything is imported whether there is work at all. `build` reads what
changed, asks `views` for the pages that may differ, renders those that do, and hands the tree to
`deploy`. What decides what:

- the files of a place decide its reading (`languages.kept`);
- the heads of all readings (all but the texts), the settings, the day, the other files of content
  and theme decide every view, but for the texts; so a view is built again when one of those
  changes, or a text that it fetched;
- a view, the templates and two catalogs decide the bytes of a page.

The code of the package and the versions of its libraries are part of all of it.
"""
