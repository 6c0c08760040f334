"""What only the public site has."""

from pelicanconf import *

SITEURL = "https://samenleven.kortrijk.be"

PUBLISH_REMOTE = "origin"
PUBLISH_BRANCH = "gh-pages"
PUBLISH_CNAME = "samenleven.kortrijk.be"
