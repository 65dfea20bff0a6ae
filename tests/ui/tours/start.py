"""The first start."""

from collections.abc import Callable

from desktop_app.services.presets_data import Level
from desktop_app.ui.window import MainWindow
from tests.ui.tours.going import Stop, settle


def _wizard(step: int, region: str = "05") -> Callable[[MainWindow], object]:
    def show(window: MainWindow) -> None:
        wizard = window.start.wizard
        assert wizard is not None
        wizard.plan.choose_academy(region)
        wizard.plan.choose_level(Level.REGIONAL)
        wizard.show_step(step)

    return show


def _provincial(window: MainWindow) -> None:
    _wizard(1)(window)
    wizard = window.start.wizard
    assert wizard is not None
    wizard.plan.choose_level(Level.PROVINCIAL)
    wizard.resume()


def _another(window: MainWindow) -> None:
    _wizard(1)(window)
    settle(window)
    window.obey("Insert")


STOPS = (
    Stop("start", lambda _: None, first_start=True),
    Stop("start-academy", _wizard(1), first_start=True),
    Stop("start-many", _wizard(1, "06"), first_start=True),
    Stop("start-provincial", _provincial, first_start=True),
    Stop("start-another", _another, first_start=True),
    Stop("start-centre", _wizard(2), first_start=True),
    Stop("start-printing", _wizard(3), first_start=True),
    Stop("start-summary", _wizard(4), first_start=True),
)
