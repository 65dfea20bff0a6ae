"""The next session of a series: asked for, prepared with what goes over, repeated."""

from collections.abc import Callable
from datetime import date

from db.codes import FollowUpState
from desktop_app.services import carry_over, outcomes, series
from desktop_app.services.sessions import get_session
from desktop_app.ui.addresses import Address
from desktop_app.ui.window import MainWindow
from tests.ui.tours.going import Stop, pressing, session_id, settle
from tests.ui.tours.sessions import narrowed

DAY = date(2026, 12, 2)


def _next(
    *keys: str, carried: bool = False, part: str = "prepare/carry"
) -> Callable[[MainWindow], object]:
    """Prepare the next session of the workshop, some of whose outcomes wait for nothing more."""

    def show(window: MainWindow) -> None:
        assert window.desk.store is not None
        first = session_id(window)
        with window.desk.store.write("tour") as work:
            following = series.begin_next(work, first, DAY)
            told = sorted(one.id for one in get_session(work, first).outcomes)
            outcomes.set_state(work, told[0], FollowUpState.CANCELLED, "لا اعتماد لهذه السنة")
            outcomes.set_state(work, told[1], FollowUpState.DONE)
            if carried:
                chosen = carry_over.preview(work, following, DAY).chosen
                carry_over.carry(work, following, chosen, DAY)
        window.go(Address("session", following, part))
        settle(window)
        for key in keys:
            window.obey(key)
            settle(window)

    return show


STOPS = (
    Stop("session-next", pressing(narrowed(), "Ctrl+Shift+D")),
    Stop("session-repeat", pressing(narrowed(), "Ctrl+R")),
    Stop("carry-over", _next()),
    Stop("carry-over-done", _next("F7", carried=True, part="prepare")),
    Stop("followed", _next(carried=True, part="minutes")),
    Stop("followed-here", _next("Ctrl+J", carried=True, part="minutes")),
)
