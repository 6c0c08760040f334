"""Between the Dutch text and its translations: segments, freshness, hand-off."""
