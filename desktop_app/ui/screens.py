"""The screens of the window, in the order of the side bar."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from desktop_app.i18n import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from desktop_app.ui.acts import Act
    from desktop_app.ui.addresses import Address
    from desktop_app.ui.desk import Desk
    from desktop_app.ui.widgets.page_header import PageHeader


class Page(Protocol):
    """What the window needs of a screen; it is a widget too.

    Attributes:
        header: stands above the messages.
        acts: what keys do here, in the order of the page of keys.
    """

    @property
    def header(self) -> "PageHeader":
        """The head of the page."""
        ...

    @property
    def acts(self) -> "Sequence[Act]":
        """What can be done on the page."""
        ...

    def open(self, address: "Address") -> None:
        """Show what an address names, and put the focus where work begins."""
        ...

    def leave(self) -> None:
        """Keep what was typed: another page comes in front, or the window closes."""
        ...


@runtime_checkable
class HasTabs(Protocol):
    """A page whose head goes on with tabs.

    Attributes:
        column: holds the tabs, then the rest; messages stand between them.
    """

    column: "QVBoxLayout"


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen; `message` is an English catalogue message.

    Attributes:
        make: makes its page, importing it only then.
        under: the screen that is lit in the side bar meanwhile; itself when empty.
        side_bar: where it stands there: among the places, at the foot, or nowhere.
    """

    code: str
    message: str
    icon: str
    make: Callable[["Desk"], Page]
    under: str = ""
    side_bar: str = "places"


def _home(desk: "Desk") -> Page:
    from desktop_app.ui.home.page import HomePage

    return HomePage(desk)


def _sessions(desk: "Desk") -> Page:
    from desktop_app.ui.sessions.page import SessionsPage

    return SessionsPage(desk)


def _session(desk: "Desk") -> Page:
    from desktop_app.ui.session.page import SessionPage

    return SessionPage(desk)


def _follow_ups(desk: "Desk") -> Page:
    from desktop_app.ui.follow_ups.page import FollowUpsPage

    return FollowUpsPage(desk)


def _people(desk: "Desk") -> Page:
    from desktop_app.ui.people.page import PeoplePage

    return PeoplePage(desk)


def _person(desk: "Desk") -> Page:
    from desktop_app.ui.person.page import PersonPage

    return PersonPage(desk)


def _reports(desk: "Desk") -> Page:
    from desktop_app.ui.reports.page import ReportsPage

    return ReportsPage(desk)


def _guide(desk: "Desk") -> Page:
    from desktop_app.ui.guide.page import GuidePage

    return GuidePage(desk)


def _body(desk: "Desk") -> Page:
    from desktop_app.ui.bodies.page import BodyPage

    return BodyPage(desk)


def _group(desk: "Desk") -> Page:
    from desktop_app.ui.groups.page import GroupPage

    return GroupPage(desk)


def _settings(desk: "Desk") -> Page:
    from desktop_app.ui.settings.page import SettingsPage

    return SettingsPage(desk)


SCREENS: Final = (
    Screen("home", N_("Home"), "house", _home),
    Screen("sessions", N_("Sessions"), "calendar-blank", _sessions),
    Screen("session", N_("Session"), "calendar-blank", _session, under="sessions", side_bar=""),
    Screen("follow-ups", N_("Follow-ups"), "clipboard-text", _follow_ups),
    Screen("people", N_("People"), "users", _people),
    Screen("person", N_("Person"), "user", _person, under="people", side_bar=""),
    Screen("reports", N_("Reports"), "chart-bar", _reports),
    Screen("guide", N_("Guide"), "book-open", _guide, side_bar=""),
    Screen("body", N_("Body"), "buildings", _body, under="people", side_bar=""),
    Screen("group", N_("Group"), "users-three", _group, under="people", side_bar=""),
    Screen("settings", N_("Settings"), "gear-six", _settings, side_bar="foot"),
)
FIRST: Final = "home"
"""Shown when a record was opened."""
