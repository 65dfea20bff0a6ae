"""Reports: the school year's figures beside its page, any days, and the records of a figure."""

from db.codes import DocumentKind
from desktop_app.ui.addresses import Address
from desktop_app.ui.reports.page import ReportsPage
from desktop_app.ui.window import MainWindow
from tests.ui.tours.going import Stop, settle


def _page(window: MainWindow) -> ReportsPage:
    window.go(Address("reports"))
    page = window.page
    assert isinstance(page, ReportsPage)
    settle(window)
    return page


def _year(window: MainWindow) -> None:
    _page(window)


def _any(window: MainWindow) -> None:
    page = _page(window)
    page.spans.chosen.emit("any")
    settle(window)


def _directorate(window: MainWindow) -> None:
    page = _page(window)
    for choice, value in ((page.directorate, "5"), (page.beside, "period")):
        choice.choose(value)
        choice.chosen.emit(value)
    settle(window)


def _behind(window: MainWindow) -> None:
    page = _page(window)
    page.late.click()
    settle(window)


def _attestations(window: MainWindow) -> None:
    page = _page(window)
    page.views.choose("paper")
    page.kinds.choose(DocumentKind.ATTESTATION_REGISTER)
    page.kinds.chosen.emit(DocumentKind.ATTESTATION_REGISTER)
    settle(window)


STOPS = (
    Stop("reports", _year),
    Stop("reports-any", _any),
    Stop("reports-directorate", _directorate),
    Stop("reports-behind", _behind),
    Stop("reports-attestations", _attestations),
)
