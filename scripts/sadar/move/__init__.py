"""A record or a hand-written page at another address: its files, what refers to it, and the redirect."""

from sadar.move.moving import Moved, MoveError, move

__all__ = ["MoveError", "Moved", "move"]
