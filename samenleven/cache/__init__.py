"""Keep what was made, by the content that it was made from. Knows the standard library alone."""
