"""What only the public site has."""

from pelicanconf import *

SITEURL = "https://samenleven.kortrijk.be"

PUBLISH_REMOTE = "origin"
PUBLISH_BRANCH = "gh-pages"
PUBLISH_CNAME = "samenleven.kortrijk.be"
# Or a folder, here or on a server, whose link `current` the web server serves:
# PUBLISH_FOLDER = "www.example.org:/srv/samenleven"
# PRECOMPRESS = ("br", "gz")
