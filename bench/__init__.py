"""Compare the speed of samenleven with that of other generators, on the same pages."""
