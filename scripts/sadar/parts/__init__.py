"""A large campaign, built in parts of which only those are made anew whose inputs changed."""

from sadar.parts.building import build, is_large
from sadar.parts.order import Order
from sadar.parts.outcome import Outcome

__all__ = ["Order", "Outcome", "build", "is_large"]
