"""What protection costs and pays on a day, from the figure records."""

from sadar.benefits.figures import Benefits, laws_of, value_after, value_on

__all__ = ["Benefits", "laws_of", "value_after", "value_on"]
