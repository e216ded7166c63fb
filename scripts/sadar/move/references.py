"""What refers to a moved page, with its new address: nothing else of the text changes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from sadar.checks.addresses import LINK
from sadar.pages.addresses import LAUNCHES, VILLAGES
from sadar.problem import Place, Steps
from sadar.records.folders import folder
from sadar.source import Plain, markdown_document, yaml_document

Text = tuple[PurePosixPath, str]


def records_rewritten(root: Path, moved: Mapping[str, str]) -> Iterator[Text]:
    """The launches that name a moved village and the villages that name a moved launch; `moved` holds page addresses.

    OSError where the disk refuses.
    """
    names = {"launch.yml": _names(moved, VILLAGES), "village.yml": _names(moved, LAUNCHES)}
    for file in folder(root, "villages").files:
        own = names.get(file.name, {})
        if not own or not (content := _content(root / file)) or not any(each.encode() in content for each in own):
            continue
        document = yaml_document(root, file)
        changes = [
            (place, own[given])
            for steps, given in _references(document.data)
            if given in own and (place := document.value_at(steps))
        ]
        if changes:
            yield file, _changed(document.text, changes)


def pages_rewritten(
    root: Path, came_from: Mapping[PurePosixPath, PurePosixPath], moved: Mapping[str, str]
) -> Iterator[Text]:
    """The hand-written pages whose links change.

    `came_from` tells where pages that moved themselves were; `moved` are Markdown files from the language's folder, as
    links lead to them.
    """
    for file in folder(root, "content").files:
        if file.suffix != ".md":
            continue
        before, after = ("/".join(each.parts[2:]) for each in (came_from.get(file, file), file))
        document = markdown_document(root, file)
        body = _relinked(document.body, before, after, moved)
        if body != document.body:
            yield file, document.text.removesuffix(document.body) + body


def _names(moved: Mapping[str, str], part: str) -> dict[str, str]:
    """How records call the villages or launches that moved and stay what they are."""
    return {
        old.removeprefix(part).strip("/"): new.removeprefix(part).strip("/")
        for old, new in moved.items()
        if old.startswith(part) and new.startswith(part) and old.count("/") == new.count("/")
    }


def _references(data: Plain | None) -> Iterator[tuple[Steps, str]]:
    if not isinstance(data, dict):
        return
    villages, standing = data.get("villages"), data.get("standing")
    for index, address in enumerate(villages if isinstance(villages, list) else ()):
        if isinstance(address, str):
            yield ("villages", index), address
    for index, step in enumerate(standing if isinstance(standing, list) else ()):
        if isinstance(step, dict) and isinstance(launch := step.get("launch"), str):
            yield ("standing", index, "launch"), launch


def _changed(text: str, changes: Iterable[tuple[Place, str]]) -> str:
    lines = text.split("\n")
    for place, new in sorted(changes, key=lambda change: (change[0].line, change[0].column), reverse=True):
        line, start = lines[place.line - 1], place.column - 1
        lines[place.line - 1] = line[:start] + new + line[start + place.width :]
    return "\n".join(lines)


def _relinked(body: str, before: str, after: str, moved: Mapping[str, str]) -> str:
    """The text of a page with its links as they must be where it stands afterwards."""

    def link(found: re.Match[str]) -> str:
        target, sign, anchor = found[1].partition("#")
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(before), target))
        if not target.endswith(".md") or ":" in target or (before == after and whole not in moved):
            return found[0]
        there = moved.get(whole, whole)
        new = posixpath.relpath(there, posixpath.dirname(after) or ".") + sign + anchor
        return found[0][: found.start(1) - found.start()] + new + found[0][found.end(1) - found.start() :]

    return LINK.sub(link, body)


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def navigation_rewritten(root: Path, moved: Mapping[str, str]) -> Iterator[Text]:
    """`mkdocs.yml` where its navigation names a moved page; `moved` as above."""
    file = PurePosixPath("mkdocs.yml")
    text = (root / file).read_text(encoding="utf-8")
    named = re.sub(r"(?m)^(\s*- (?:[^#\n]*: )?)(\S+\.md)(?=\s*$)", lambda m: m[1] + moved.get(m[2], m[2]), text)
    if named != text:
        yield file, named
