"""Scans of signed papers, and whether a paper is the original."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from db.codes import DocumentKind, DocumentLanguage
from db.errors import UserError
from desktop_app.exchange.scan_looking import Found, Looked
from desktop_app.exchange.signed_copy import Scan
from desktop_app.services.scans import Match, PaperFound, Recognised
from desktop_app.ui.scans.dialog import ScansDialog, VerdictDialog
from desktop_app.ui.window import MainWindow
from tests.ui.tours.going import Stop, to

_SCAN = Scan(b"", "image/jpeg")
_MINUTES = PaperFound(
    id=1,
    session_id=1,
    kind=DocumentKind.MINUTES,
    language=DocumentLanguage.ARABIC,
    reference="2/26",
    file_name="محضر-ورشة-عمل-2026-04-22.pdf",
    version=2,
    latest=2,
    dated=date(2026, 4, 22),
    issued_at=datetime(2026, 4, 23, 10, tzinfo=UTC),
    signed=False,
)
_SHEET = replace(
    _MINUTES, id=2, kind=DocumentKind.ATTENDANCE_SHEET, reference="", version=1, latest=1
)
_TOO_LARGE = UserError(
    "“{file}” was not kept: it is larger than {limit} MB. Scan the paper again with fewer"
    " dots an inch; nothing was changed.",
    file="SCAN_0004.pdf",
    limit=50,
)


def _found() -> Found:
    older = replace(_MINUTES, id=3, version=1)
    return Found(
        (
            Looked(Path("SCAN_0001.jpg"), _SCAN, (Recognised(Match.CODE, _MINUTES),)),
            Looked(Path("SCAN_0002.pdf"), _SCAN, (Recognised(Match.OLDER, older),)),
            Looked(Path("SCAN_0003.png"), _SCAN, (Recognised(Match.NO_CODE),)),
            Looked(Path("SCAN_0004.pdf"), error=_TOO_LARGE),
        ),
        (_SHEET,),
    )


def _scans(window: MainWindow) -> None:
    to("sessions")(window)
    window.desk.ask(ScansDialog(window.desk, _found()))


def _verdict(window: MainWindow) -> None:
    to("sessions")(window)
    looked = Looked(Path("m.pdf"), _SCAN, (Recognised(Match.ORIGINAL, _MINUTES),))
    other = Looked(Path("n.pdf"), _SCAN, (Recognised(Match.OTHER_WORDS, _MINUTES),))
    window.desk.ask(VerdictDialog(window.desk, Found((looked, other), ())))


STOPS = (Stop("scans", _scans), Stop("scans-verdict", _verdict))
