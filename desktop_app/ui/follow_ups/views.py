"""Filters kept by name: chosen, kept, forgotten."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services import saved_views
from desktop_app.services.follow_up_data import Filters, Grouping
from desktop_app.services.saved_views import View
from desktop_app.services.validation import FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.choice import FilterChoice
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Kept = tuple[Filters, Grouping]


class ViewChoice(QObject):
    """The views of a list.

    Args:
        place: the list, as it is kept.
        now: gives what the list is narrowed to.

    Attributes:
        chosen: emitted with the `Filters` and the `Grouping` of the view that was chosen.
        parts: the drop-down and its buttons.
        acts: what can be done with views.
    """

    chosen = Signal(object, object)

    def __init__(self, desk: Desk, place: str, now: Callable[[], Kept]) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self._now = now
        self._views: Sequence[View] = ()
        self.choice = FilterChoice(desk, N_("View"), self._offered)
        keep = Act(desk, N_("Keep this view"), self._ask, icon="bookmark-simple", key="Ctrl+S")
        self._forgetting = Act(
            desk, N_("Forget this view"), self._forget, icon="trash", key="Ctrl+Shift+S"
        )
        self._forgetting.set_offered(False)
        self.acts = (keep, self._forgetting)
        self.parts: Sequence[QWidget] = (
            self.choice,
            Button(desk, keep, icon_only=True),
            Button(desk, self._forgetting, icon_only=True),
        )
        self.choice.chosen.connect(self._choose)
        desk.notifier.subscribe(("saved_views",), self.reload)

    def reload(self) -> None:
        """Read the views that are kept."""
        if (store := self._desk.store) is None:
            return

        def read(_: object) -> Sequence[View]:
            with store.read() as reading:
                return saved_views.list_views(reading, self._place)

        self._desk.runner.run(read, self._take)

    def keep(self, name: str, failed: Callable[[Exception], object]) -> None:
        """Keep what the list is narrowed to now under a name."""
        filters, grouping = self._now()
        written = msgspec.to_builtins({**asdict(filters), "grouping": grouping})
        self._desk.write(
            "saved_views.keep",
            lambda work: saved_views.keep(work, self._place, name, written),
            failed=failed,
            told=self._desk.say("View kept: {name}", name=name),
        )

    def _take(self, views: Sequence[View]) -> None:
        before = self.choice.value
        self._views = views
        self.choice.dress()
        self.choice.choose(before if before in {one.id for one in views} else 0)
        self._forgetting.set_offered(bool(self.choice.value))

    def _offered(self) -> list[tuple[Hashable, str]]:
        return [(0, self._desk.say("None")), *((one.id, one.name) for one in self._views)]

    def _choose(self, view_id: object) -> None:
        self._forgetting.set_offered(bool(view_id))
        view = next((one for one in self._views if one.id == view_id), None)
        if view is not None:
            self.chosen.emit(*read_view(view))

    def _ask(self) -> None:
        self._desk.ask(KeepDialog(self._desk, self))

    def _forget(self) -> None:
        view_id = self.choice.value
        if isinstance(view_id, int) and view_id:
            self._desk.write(
                "saved_views.forget",
                lambda work: saved_views.forget(work, view_id),
                failed=self._desk.show_error,
                told=self._desk.say("View forgotten"),
            )


class KeepDialog(Dialog):
    """Asks for the name of a view; one of the same name is replaced."""

    def __init__(self, desk: Desk, views: ViewChoice) -> None:
        self._views = views
        self.line = LineEdit(desk)
        self.field = Field(desk, N_("Name"), self.line, N_("A view of the same name is replaced."))
        keep = Act(desk, N_("Keep this view"), self._keep, icon="bookmark-simple", key="Enter")
        super().__init__(desk, N_("Keep this view"), (keep,), width=460)
        self.body.addWidget(self.field)

    def _keep(self) -> None:
        if not self.line.text().strip():
            self.field.set_error(UserError("a view needs a name."))
            return
        self._views.keep(self.line.text(), self._fail)
        self.leave()

    def _fail(self, error: Exception) -> None:
        problem = error.problem if isinstance(error, FieldError) else error
        self._desk.show_error(problem)


def read_view(view: View) -> Kept:
    """Give the filters of a view; what a later version kept and this one does not know is left."""
    kept = dict(view.filters)
    grouping = Grouping(kept.pop("grouping", Grouping.DUE))
    return msgspec.convert(kept, Filters, strict=False), grouping
