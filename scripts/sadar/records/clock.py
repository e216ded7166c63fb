"""The hour at which something begins."""

from __future__ import annotations

import re
from datetime import time
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError


def _time(text: object) -> time:
    given = str(text)
    match = re.fullmatch(r"([01]?\d|2[0-3])[.:]([0-5]\d)", given, re.ASCII)
    if match is None:
        raise PydanticCustomError("not-a-time", "not-a-time", {"given": given})
    right = f"{match[1]:0>2}:{match[2]}"
    if given != right:
        # In quotation marks: without them YAML reads 10:30 as a number.
        raise PydanticCustomError("not-a-time", "not-a-time", {"given": given, "instead": f'"{right}"'})
    return time.fromisoformat(right)


_SHAPE = {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$"}

Time = Annotated[time, BeforeValidator(_time), PlainSerializer("{:%H:%M}".format), WithJsonSchema(_SHAPE)]
