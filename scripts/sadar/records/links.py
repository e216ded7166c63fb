"""What `content/link-exceptions.yml` may hold: addresses that the weekly look at links leaves out, for a time."""

from __future__ import annotations

from pathlib import PurePosixPath

from sadar.records.fields import Day, Line, Record, WebAddress

LINK_EXCEPTIONS = PurePosixPath("content/link-exceptions.yml")


class LinkException(Record):
    """Addresses that are not asked, why, and until when."""

    url: WebAddress
    """Alamat web, atau awal beberapa alamat: https://contoh.example/arsip/ /
    The web address, or the beginning of several: https://contoh.example/arsip/
    """
    reason: Line
    """Mengapa tautan ini dibiarkan dahulu / Why this link is left as it is for now"""
    until: Day
    """Hari terakhir pengecualian ini: 2027-05-31 / The last day of this exception: 2027-05-31"""


class LinkExceptionsRecord(Record):
    """All exceptions (`content/link-exceptions.yml`)."""

    exceptions: tuple[LinkException, ...] = ()
    """Semua pengecualian / All exceptions"""
