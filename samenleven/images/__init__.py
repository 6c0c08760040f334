"""Photos: from the file that an editor put beside a page to the files that readers load.

    recipes    what is encoded: formats, widths, settings of the encoders
    sets       what is asked (Request) and what comes back (ImageSet or Fault)
    develop    ask for many photos at once: only what is new is made, on all cores
    publish    put the files of the sets in one folder of the output, and nothing else
    clean      a picture as it is, without its metadata
    --
    store      what was made before, by content and settings
    darkroom   one photo: decode once, colours to sRGB, upright, a ladder of widths, encode
    colour, rights, strip    parts of that

The room knows nothing of pages: whoever calls it says which file, under which name.
`model/pictures.py` tells editors what is wrong with a file, cheaply; `develop` decodes it all.
`checks/privacy.py` reads what was published and shares no code with this room.
"""
