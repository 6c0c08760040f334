"""Build what changed, and nothing else; the output is that of a build from nothing.

`unchanged` tells before anything is imported whether there is work at all. `build` reads what
changed, asks `views` for the pages that may differ, renders those that do, and hands the tree to
`deploy`. What decides what:

- the files of a place decide its reading (`languages.kept`);
- the settings, the day, and the other files of content and theme decide every view; of the pages,
  a view notes what it asks (`languages.watched`), and is built again when an answer is another;
- a view, the templates with what renders them, and two catalogs decide the bytes of a page; the
  view itself is kept, so that a changed template builds none, and a changed catalog only those that
  hold its words themselves;
- what feeds, sitemap, search and `translations.json` say of one page is a piece, made again as a
  view is; such a file is written again when one of its pieces is another.

What is at hand of each place is its outline (`languages.outline`); its words are loaded when a view
or a piece asks. After an edit the rules between pages look again at the places that were touched
and at those that point at them: of the others, nothing that decides has changed.

The code of the package and the versions of its libraries are part of all of it.
"""
