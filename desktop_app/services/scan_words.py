"""What is said of a file that was held against the papers that were issued."""

from collections.abc import Mapping
from typing import Final

from desktop_app.i18n import N_, Catalogue
from desktop_app.services.scans import NO_SESSION, Match, Recognised

_OF_A_SCAN: Final[Mapping[Match, str]] = {
    Match.ORIGINAL: N_("This is the paper as it was issued, without signatures."),
    Match.SIGNED_COPY: N_("This scan is kept already."),
    Match.CODE: N_("Recognised by its code."),
    Match.OLDER: N_("Version {version} of this paper; version {latest} was issued since."),
    Match.OTHER_WORDS: N_(
        "Its code tells of another version than the one that is kept: look at it."
    ),
    Match.UNKNOWN: N_("Its code is of no paper of this record: choose the paper."),
    Match.NO_CODE: N_("No code could be read: choose the paper."),
}
_OF_A_PAPER: Final[Mapping[Match, str]] = {
    Match.ORIGINAL: N_("It is the original: the very file that was issued, unchanged."),
    Match.SIGNED_COPY: N_("It is the signed copy that is kept with this paper, unchanged."),
    Match.CODE: N_(
        "Its code is that of the paper as issued, version {version}. The file itself is another"
        " one, a scan or a copy: compare its text with the original."
    ),
    Match.OLDER: N_("It carries the code of version {version}; version {latest} was issued since."),
    Match.OTHER_WORDS: N_(
        "It is not the original: its code does not fit the paper that was issued."
    ),
    Match.UNKNOWN: N_(
        "Its code is of no paper of this record: it was made elsewhere, or not issued."
    ),
    Match.NO_CODE: N_("It is no file that was issued, and no code could be read on it."),
}


def scan_words(say: Catalogue, known: Recognised) -> str:
    """Say as what a scan was recognised."""
    if known.is_of_no_session and known.match is not Match.ORIGINAL:
        return say.error(NO_SESSION)
    return _said(say, _OF_A_SCAN, known)


def verdict_words(say: Catalogue, known: Recognised) -> str:
    """Say whether a paper is the original."""
    return _said(say, _OF_A_PAPER, known)


def _said(say: Catalogue, words: Mapping[Match, str], known: Recognised) -> str:
    paper = known.paper
    version, latest = (paper.version, paper.latest) if paper else (0, 0)
    message = words[known.match]
    if "{" not in message:
        return say(message)
    if "{latest}" in message:
        return say(message, version=version, latest=latest)
    return say(message, version=version)
