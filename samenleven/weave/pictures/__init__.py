"""The scenes, a file a theme."""
