"""Draw cloth: covers and scenes from drafts and threads, the same bytes every time."""
