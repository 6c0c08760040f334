"""Plain words: what a text in the source language may not say, and what it could say better."""
