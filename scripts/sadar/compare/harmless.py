"""Text of strangers in a comment: it mentions nobody, leads nowhere and gives no commands.

Standard library only: the job that may write comments installs nothing.
"""

from __future__ import annotations

import re
import unicodedata

_BREAK = "\u200b"  # a space without width: readers see nothing, programs see the end of a word
# GitHub and GitLab look for these in the finished page, where a backslash has gone: mentions, references to issues and
# labels, entities, tags, links, bare web addresses, signs for pictures.
_SIGNS = re.compile(r"[@&<~]|[#!%^](?=\\?\w)|\](?=\\?[\[(:])|:(?=\\?[^\W\d]|//)|www(?=\.)|\bGH(?=-\d)", re.IGNORECASE)
_COMMAND = re.compile(r"^[ \t]*/", re.MULTILINE)
_LOOKALIKES = str.maketrans({"`": "\u02cb", "$": "\uff04"})  # blocks of code and formulas can draw and link
_MARKUP = re.compile(r"[\\*_{}\[\]<>#+!|~&@=^]|^-|^\d+(?=\.)")
_STEERING = {"Cc", "Cf", "Cs", "Co", "Cn"}  # among them what turns the direction of writing


def harmless(markdown: str) -> str:
    """Markdown of unknown origin that keeps its headings and lists; the output of `plain` stays as it is."""
    return _COMMAND.sub(_broken, _inert(markdown))


def plain(text: str) -> str:
    """Text of a record for one line of Markdown, to be read as it was typed."""
    line = " ".join(text.split())
    seen = "".join(sign for sign in line if unicodedata.category(sign) not in _STEERING)
    return _inert(_MARKUP.sub(_escaped, seen))


def _inert(text: str) -> str:
    return _SIGNS.sub(_broken, text.replace(_BREAK, "").translate(_LOOKALIKES))


def _broken(sign: re.Match[str]) -> str:
    return f"{sign[0]}{_BREAK}"


def _escaped(sign: re.Match[str]) -> str:
    # A number with a point in front of a text would begin a list.
    return f"{sign[0]}\\" if sign[0].isdigit() else f"\\{sign[0]}"
