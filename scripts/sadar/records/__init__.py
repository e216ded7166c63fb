"""What a record may hold: text becomes meaning here, and every mistake is told by the name of its rule."""

from sadar.records.content import Contradiction, Count, CountsRecord, FrontMatter, GlossaryRecord, Term
from sadar.records.dates import PartialDate
from sadar.records.launch import LaunchRecord
from sadar.records.photos import PhotoRecord
from sadar.records.reading import read
from sadar.records.shared import Note, Official, Source, Words
from sadar.records.village import Figure, Quote, Standing, Status, VillageRecord

__all__ = [
    "Contradiction",
    "Count",
    "CountsRecord",
    "Figure",
    "FrontMatter",
    "GlossaryRecord",
    "LaunchRecord",
    "Note",
    "Official",
    "PartialDate",
    "PhotoRecord",
    "Quote",
    "Source",
    "Standing",
    "Status",
    "Term",
    "VillageRecord",
    "Words",
    "read",
]
