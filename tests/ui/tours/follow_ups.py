"""The register of outcomes, and what is asked there."""

from collections.abc import Callable

from desktop_app.services.follow_up_data import Filters, Grouping, Standing
from desktop_app.ui.addresses import Address
from desktop_app.ui.follow_ups.page import FollowUpsPage
from desktop_app.ui.window import MainWindow
from tests.ui.tours.going import Stop, pressing, settle, to


def _narrowed(filters: Filters, grouping: Grouping) -> Callable[[MainWindow], object]:
    """Go to the register, narrowed and grouped."""

    def show(window: MainWindow) -> None:
        window.go(Address("follow-ups"))
        settle(window)
        assert isinstance(window.page, FollowUpsPage)
        window.page.filters.show_filters(filters, grouping)

    return show


_LATE = _narrowed(Filters(standing=Standing.LATE), Grouping.DUE)

STOPS = (
    Stop("follow-ups", to("follow-ups", "due:open")),
    Stop("follow-ups-grouped", _narrowed(Filters(review=True), Grouping.DIRECTORATE)),
    Stop(
        "follow-ups-sessions",
        pressing(_narrowed(Filters(standing=Standing.ALL), Grouping.SESSION), "F7"),
    ),
    Stop("follow-ups-month", pressing(_LATE, "Ctrl+PgDn")),
    Stop("follow-ups-due", pressing(to("follow-ups", "due:late"), "F8", "Enter")),
    Stop("follow-ups-edit", pressing(_LATE, "F2", "Enter")),
    Stop("follow-ups-details", pressing(_LATE, "Enter")),
    Stop("follow-ups-remind", pressing(_LATE, "Ctrl+M")),
    Stop("follow-ups-view", pressing(_LATE, "Ctrl+S", "Enter")),
)
