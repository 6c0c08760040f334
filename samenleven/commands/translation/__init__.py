"""The task `translation`: hand-off, freshness and status of the translations, each a command."""
