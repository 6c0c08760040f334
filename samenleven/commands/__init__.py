"""What the tasks of tasks.py call."""
