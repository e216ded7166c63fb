"""A large campaign, built in parts of which only those are made anew whose inputs changed."""

from sadar.parts.building import Outcome, build, size

__all__ = ["Outcome", "build", "size"]
