"""What readers pass on of a page: a ready text for WhatsApp, and a QR code for its poster."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from sadar.outputs.descriptions import event_description, village_title
from sadar.pages import Settings
from sadar.pages.kinds import LaunchPage, Page, VillagePage
from sadar.pictures.codes import code_of
from sadar.wording import Wording


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a page says of itself where it is shared; `address` is empty where no public one is configured."""

    text: str
    address: str

    @property
    def whatsapp(self) -> str:
        """A link that opens WhatsApp with the text and, where there is one, the address."""
        # Apart: of an address there is nothing to quote, which is seen at a glance.
        told = (quote(each, safe=":/,()") for each in (self.text, self.address) if each)
        return f"https://wa.me/?text={'%20'.join(told)}"

    @property
    def code(self) -> str:
        """The address as a QR code."""
        return code_of(self.address)


def sharing(wording: Wording, page: Page, settings: Settings) -> Sharing | None:
    """What villages and ceremonies have to pass on; None for all other pages."""
    match page:
        case VillagePage(village=village):
            step, name = village.standing, village_title(wording, village)
            text = f"{name}."  # WhatsApp shows the page's description below it
            if page.own_files:
                status, when = wording.say(f"status.{step.status}").lower(), wording.date(step.date)
                text = wording.say("share.village", village=name, status=status, when=when)
        case LaunchPage(event=event):
            text = event_description(wording, event)
        case _:
            return None
    return Sharing(text, settings.public(wording.language, page.address))
