"""Papers made from the figures of the board: the reminder letter, minutes of a meeting, a text to send."""

from reports.letter import letter, letters_zip
from reports.minutes import minutes
from reports.requests import NOT_MET, LetterRequest, MinutesRequest, Refused

__all__ = [
    "NOT_MET",
    "LetterRequest",
    "MinutesRequest",
    "Refused",
    "letter",
    "letters_zip",
    "minutes",
]
