"""A paper seen before it is printed, saved or sent."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.documents.rendering import Rendered
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.outbox import Outbox
from desktop_app.ui.papers.outputs import Outputs
from desktop_app.ui.papers.paper_acts import WAYS, Request
from desktop_app.ui.papers.preview import Preview, Wanted
from desktop_app.ui.session.history_words import CODES
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.overlay import EDGE

_LOWEST: Final = 200
_HIGHEST: Final = 1000


class PaperDialog(Dialog):
    """Shows a paper, and does with it what is chosen.

    Args:
        way: a key of ``WAYS``; its button is the filled one, and Enter does it.
        outbox: keeps what was opened and not yet said to be sent.

    Attributes:
        preview: the paper.
    """

    def __init__(self, desk: Desk, request: Request, way: str, outbox: Outbox) -> None:
        self._request = request
        self._outbox = outbox
        self.preview = Preview(desk)
        does: dict[str, Callable[[Rendered], object]] = {
            "print": lambda rendered: self._outputs().ask_printer(rendered),
            "save": lambda rendered: self._outputs().ask_file(rendered),
            "mail": self._mail,
        }
        ways = (way, *(other for other in WAYS if other != way))
        acts = [self._way_act(desk, one, does[one]) for one in ways]
        super().__init__(desk, CODES[request.kind], acts, width=1000)
        self._first = acts[0]
        self.acts = (*self.acts, *self.preview.acts)
        self.body.addWidget(self.preview)
        self.preview.language_chosen.connect(self._show)
        self.preview.failed.connect(self._refuse)
        self.closed.connect(self.preview.forget)
        self._show()

    def place(self) -> None:
        """Stand in the middle, as high as the window lets the paper be."""
        if self._scroll.height():
            around = self.card.height() - self._scroll.viewport().height()
            spare = self.height() - 2 * EDGE - around - 30
            self.preview.setFixedHeight(min(max(spare, scaled(_LOWEST)), scaled(_HIGHEST)))
        super().place()

    def act_of(self, key: str) -> Act | None:
        """Let Enter do what the dialog was opened for."""
        return self._first if key == "Enter" else super().act_of(key)

    def show_over(self, window: QWidget) -> None:
        """Cover the window; Enter does at once what was asked for."""
        super().show_over(window)
        buttons = self.card.findChildren(Button)
        next(one for one in buttons if one.act is self._first).setFocus()

    def _way_act(self, desk: Desk, way: str, do: Callable[[Rendered], object]) -> Act:
        message, icon, key = WAYS[way]
        go = partial(self.preview.when_settled, partial(self._go, do))
        return Act(desk, message, go, icon=icon, key=key)

    def _go(self, do: Callable[[Rendered], object], rendered: Rendered) -> None:
        do(rendered)
        self.leave()

    def _show(self) -> None:
        request = self._request
        languages = self.preview.languages_chosen
        self.preview.show_paper(Wanted(request.scope, request.kind, languages, request.options))

    def _refuse(self, error: Exception) -> None:
        self.leave()
        self._desk.show_error(error)

    def _outputs(self) -> Outputs:
        return Outputs(self._desk, self._over or self)

    def _mail(self, rendered: Rendered) -> None:
        from desktop_app.ui.papers.send import SendDialog  # mail, when it is sent

        self._desk.ask(SendDialog(self._desk, rendered, self._outbox))
