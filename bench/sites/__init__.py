"""The same pages as a project for each generator."""
