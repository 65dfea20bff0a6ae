"""A question that first has gaps mended: Enter goes from one to the next, then answers it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.i18n import N_
from desktop_app.services.closing import Lack
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.minutes.mending import Mend, mends_of
from desktop_app.ui.theme import GAP, PAGE_MARGIN, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from desktop_app.services.session_data import Session


class MendsDialog(Dialog):
    """What a question of this kind says beside the gaps, and does in the end, is its own.

    Args:
        lacks: the gaps.
        acts: the first answers the question.

    Attributes:
        mends: the gaps, each with what mends it.
    """

    def __init__(
        self,
        desk: Desk,
        title: str,
        session: "Session",
        lacks: Sequence[Lack],
        acts: Sequence[Act],
        *,
        width: int = 760,
    ) -> None:
        self._session = session
        self._answer = acts[0]
        self._go_on_act = Act(desk, N_("Next"), self._go_on, key="Enter")
        self._left = label("context")
        super().__init__(desk, title, acts, width=scaled(width))
        self.mends = mends_of(desk, tuple(lacks), session)
        self.body.setContentsMargins(0, 0, 0, PAGE_MARGIN)
        self.body.setSpacing(0)
        for mend in self.mends:
            mend.mended.connect(self.count)
            mend.mended.connect(partial(self._advance, mend))
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]  # the application is there
        desk.dressed.connect(self.count)

    @property
    def required(self) -> int:
        """How many gaps still stand in the way."""
        return sum(mend.is_required for mend in self.mends)

    def act_of(self, key: str) -> Act | None:
        """Enter goes on."""
        return self._go_on_act if key == "Enter" else super().act_of(key)

    def show_over(self, window: QWidget) -> None:
        """Begin at the first gap."""
        super().show_over(window)
        first = next((mend.editor for mend in self.mends if mend.editor is not None), self.last())
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def last(self) -> QWidget:
        """Give what one comes to when nothing is left to mend."""
        return next(one for one in self.findChildren(Button) if one.act is self._answer)

    def commit(self) -> bool:
        """Take what was typed; the first field that is refused gets the focus."""
        for mend in self.mends:
            if not mend.commit():
                if mend.editor is not None:
                    mend.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        return True

    def count(self) -> None:
        """Say how many gaps stand in the way."""
        left = self.required
        self._left.setText(self._desk.say("Required left: {n}", n=left))
        self._left.setHidden(not left)

    def _go_on(self) -> None:
        if not self.commit():
            return
        waiting = next((mend for mend in self.mends if mend.is_required), None)
        if waiting is not None and waiting.editor is not None:
            waiting.editor.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._answer.trigger()

    def _advance(self, mend: Mend) -> None:
        """Go to the next gap when one was mended by hand."""
        focus: QWidget | None = self.window().focusWidget()
        inside = focus is not None and mend.line.isAncestorOf(focus)
        if not (mend.is_done and inside):
            return
        later = self.mends[self.mends.index(mend) + 1 :]
        following = next((one for one in later if one.is_required), None)
        button = MendsDialog.last(self)
        wanted = button if following is None else following.editor
        (wanted or button).setFocus(Qt.FocusReason.TabFocusReason)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """Bring what has the focus into view."""
        if now is not None and self._inside.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, GAP)
