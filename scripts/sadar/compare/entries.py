"""The lines of the comment: what is told of a record, a page, a problem and the size, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sadar.compare.facts import Change
from sadar.compare.harmless import plain
from sadar.compare.pages import PageChange
from sadar.compare.records import RecordChange
from sadar.compare.sizes import SiteSize
from sadar.report import Finding
from sadar.wording import Wording

_MOST_CHANGES = 12  # of one record
_MOST_GROWN = 5


def of_problem(words: Wording, each: Finding) -> str:
    told = " → ".join(plain(text) for text in (each.message, each.hint) if text)
    place = words.say("compare.place", file=plain(each.file), line=str(each.line))
    return f"- **{words.say(f'compare.{each.severity}')}**, {place}: {told}"


def of_record(words: Wording, each: RecordChange) -> str:
    shown, left = each.changes[:_MOST_CHANGES], len(each.changes) - _MOST_CHANGES
    lines = [f"- {_top(words, each)}", *(f"  - {_fact(words, told)}" for told in shown)]
    if left > 0:
        lines.append(f"  - {words.say('compare.more_facts', count=left)}")
    return "\n".join(lines)


def of_page(words: Wording, each: PageChange) -> str:
    name = "new" if each.before is None else "gone" if each.after is None else "moved"
    return "- " + words.say(
        f"compare.page_{name}",
        title=plain(each.title),
        before=plain(f"/{each.before}"),
        after=plain(f"/{each.after}"),
        redirected=words.say("compare.redirected" if each.redirected else "compare.not_redirected"),
    )


def of_sizes(words: Wording, before: SiteSize, after: SiteSize) -> Iterator[str]:
    """The whole site, its pages as they are sent, and those pages that grew most."""
    yield _size(words, words.say("compare.size_html"), before.html, after.html)
    yield _size(words, words.say("compare.size_all"), before.bytes, after.bytes)
    came, went = after.files.keys() - before.files.keys(), before.files.keys() - after.files.keys()
    other = [name for name, print_ in after.files.items() if before.files.get(name, print_) != print_]
    if came or went or other:
        yield "- " + words.say("compare.size_files", new=len(came), changed=len(other), gone=len(went))
    grown = {page: size - before.pages[page] for page, size in after.pages.items() if page in before.pages}
    for page in sorted((page for page in grown if grown[page] > 0), key=lambda page: (-grown[page], page))[
        :_MOST_GROWN
    ]:
        name = words.say("compare.size_grown", page=plain(f"/{page}"))
        yield _size(words, name, before.pages[page], after.pages[page])


def _top(words: Wording, each: RecordChange) -> str:
    title, now = f"**{plain(each.title)}**", each.now
    match each.state:
        case "new" | "removed":
            told = plain((now.after or now.before) if now else "")
            return words.say(f"compare.{each.state}", title=title, told=told).strip()
        case "unread" | "private":
            return words.say(f"compare.{each.state}", title=title, file=plain(each.file))
        case "moved":
            title = words.say("compare.moved", title=title)
    return f"{title}: {plain(now.before)} → {plain(now.after)}" if now else title


def _fact(words: Wording, each: Change) -> str:
    name = "changed" if each.before and each.after else "added" if each.after else "gone"
    gaps = {"field": plain(each.field), "before": plain(each.before), "after": plain(each.after)}
    return words.say(f"compare.fact_{name}", **gaps)


def _size(words: Wording, name: str, before: int, after: int) -> str:
    more = f"{'−' if after < before else '+'}{_kilobytes(words, abs(after - before))}"
    sizes = {"before": _kilobytes(words, before), "after": _kilobytes(words, after), "more": more}
    return "- " + words.say("compare.size", of=name, **sizes)


def _kilobytes(words: Wording, size: int) -> str:
    return f"{words.number(round(Decimal(size) / 1024, 1))} KB"
