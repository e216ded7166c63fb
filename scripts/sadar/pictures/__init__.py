"""Pictures from outside: what speaks against publishing one, and the sizes in which readers get it; and drawn ones.

Only here is Pillow met, and it is loaded only where there is a picture.
"""

from sadar.pictures.looking import SUFFIXES, look
from sadar.pictures.picture import Fault, Picture, Size, sizes

__all__ = ["SUFFIXES", "Fault", "Picture", "Size", "look", "sizes"]
