"""The campaign: villages, launches, pages and figures as all other rooms see them."""

from sadar.campaign.listed import Listed, Step
from sadar.campaign.villages import Album, AnyVillage, Launch, Photo, Village
from sadar.campaign.whole import SMALL, Campaign, unread_addresses

__all__ = [
    "SMALL",
    "Album",
    "AnyVillage",
    "Campaign",
    "Launch",
    "Listed",
    "Photo",
    "Step",
    "Village",
    "unread_addresses",
]
