"""The Hijri date of a session: computed, or typed by hand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.naming.pair_field import PairField
from desktop_app.ui.text import text_for
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import LineLabel
from desktop_app.wording.bilingual import Bilingual

if TYPE_CHECKING:
    from desktop_app.ui.desk import Desk


class HijriLine(QWidget):
    """Words that can be edited, and put back to what is computed.

    Attributes:
        committed: emitted with the text typed by hand; empty when what is computed holds again.
        acts: what keys do here.
        pair: where it is typed.
    """

    committed = Signal(object)

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self._own = self._computed = Bilingual()
        self._words = LineLabel("hint")
        self._words.setObjectName("recorded")
        self.pair = PairField(desk, N_("Hijri date"), one=True)
        self.pair.hide()
        self._edit = Act(
            desk, N_("Edit the Hijri date"), self._turn, icon="pencil-simple", key="F8"
        )
        self._reset = Act(
            *(desk, N_("Back to the computed date"), self._put_back),
            icon="arrow-u-up-left",
            key="Shift+F8",
            mirror=True,
        )
        self.acts = (self._edit, self._reset)
        self._pencil = Button(desk, self._edit, kind="bare", icon_only=True, small=True)
        self._back = Button(desk, self._reset, kind="bare", icon_only=True, small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._words, 1)
        row.addWidget(self.pair, 1)
        row.addWidget(self._pencil)
        row.addWidget(self._back)
        self.pair.committed.connect(self._keep)
        desk.dressed.connect(self.dress)
        self.dress()

    def show_date(self, own: Bilingual, computed: Bilingual) -> None:
        """Show what was typed by hand, or what is computed."""
        self._own, self._computed = own, computed
        self.pair.show_pair(_over(own, computed))
        self.dress()

    def forget(self) -> None:
        """Have done with typing: the record of another session is shown."""
        self.pair.hide()
        self._words.show()

    def commit(self) -> None:
        """Say what was typed now."""
        self.pair.commit()

    def dress(self) -> None:
        """Take the words anew."""
        say = self._desk.say
        text = text_for(_over(self._own, self._computed), self._desk.language)
        message = (
            N_("Hijri: {date}, typed by hand") if self._own else N_("Hijri: {date}, can be edited")
        )
        self._words.setText(say(message, date=text) if text else "")
        self._edit.set_offered(bool(text))
        self._pencil.setVisible(bool(text))
        self._reset.set_offered(bool(self._own))
        self._back.setVisible(bool(self._own))

    def _turn(self) -> None:
        """Type, or have done with it."""
        self.pair.commit()
        typing = self.pair.isHidden()
        self.pair.setVisible(typing)
        self._words.setVisible(not typing)
        if typing:
            self.pair.setFocus()

    def _put_back(self) -> None:
        self.forget()
        self.committed.emit(Bilingual())

    def _keep(self, text: Bilingual) -> None:
        """Keep what differs from what is computed."""
        computed = self._computed
        self.committed.emit(
            Bilingual(
                "" if text.ar == computed.ar else text.ar,
                "" if text.fr == computed.fr else text.fr,
            )
        )


def _over(own: Bilingual, computed: Bilingual) -> Bilingual:
    return Bilingual(own.ar or computed.ar, own.fr or computed.fr)
