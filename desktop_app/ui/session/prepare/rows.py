"""The fields of a session: each shows one thing of it, and keeps what is typed there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.services.session_data import Session
from desktop_app.ui.naming.name_field import BodyField, NameField, PersonField
from desktop_app.ui.naming.pair_field import PairField
from desktop_app.ui.session.prepare.edits import Edits, Path
from desktop_app.ui.session.prepare.pair_list import PairList
from desktop_app.ui.session.prepare.showing import show_line
from desktop_app.ui.theme import GAP
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.widgets.toggle import CheckBox
from desktop_app.wording.bilingual import Bilingual

if TYPE_CHECKING:
    from desktop_app.services.people_data import Body, Person
    from desktop_app.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Row:
    """A field of the form.

    Attributes:
        widget: the field with its words.
        paths: what it keeps.
        show: shows what is on file.
        commit: keeps what was typed up to now.
    """

    widget: QWidget
    paths: Sequence[Path]
    show: Callable[[Session], object]
    commit: Callable[[], object] = bool

    def refresh(self, edits: Edits, session: Session) -> None:
        """Show what is on file, or what is wrong with what was typed instead."""
        if isinstance(self.widget, Field):
            self.widget.set_error(edits.problem(self.paths))
        if all(map(edits.may_show, self.paths)):
            self.show(session)


class Rows:
    """Makes the fields of one form.

    Args:
        edits: keeps what is typed in them.
    """

    def __init__(self, desk: "Desk", edits: Edits) -> None:
        self._desk = desk
        self._edits = edits

    def pair(
        self,
        message: str,
        path: Path,
        read: Callable[[Session], Bilingual],
        *,
        prose: bool = False,
        hint: str = "",
    ) -> Row:
        """Make a field of a text in two languages; each is kept alone."""
        editor = PairField(self._desk, message, prose=prose, lines=3 if prose else 1, one=not prose)
        shown = [Bilingual()]

        def keep(text: Bilingual) -> None:
            before, shown[0] = shown[0], text
            changes = {
                (*path, language): getattr(text, language)
                for language in ("ar", "fr")
                if getattr(text, language) != getattr(before, language)
            }
            if changes:
                self._edits.keep(changes)

        def show(session: Session) -> None:
            shown[0] = read(session)
            editor.show_pair(shown[0])

        editor.committed.connect(keep)
        return Row(Field(self._desk, message, editor, hint), [path], show, editor.commit)

    def pairs(
        self, message: str, path: Path, read: Callable[[Session], Sequence[Bilingual]]
    ) -> Row:
        """Make a field of a list of texts."""
        editor = PairList(self._desk, message)
        editor.committed.connect(
            lambda texts: self._edits.keep({path: [{"ar": one.ar, "fr": one.fr} for one in texts]})
        )
        field = Field(self._desk, message, editor)
        return Row(field, [path], lambda session: editor.show_pairs(read(session)), editor.commit)

    def person(self, message: str, path: Path, read: "Callable[[Session], Person | None]") -> Row:
        """Make a field that names a person."""
        return self._name(message, path, read, PersonField(self._desk))

    def body(self, message: str, path: Path, read: "Callable[[Session], Body | None]") -> Row:
        """Make a field that names a body."""
        return self._name(message, path, read, BodyField(self._desk))

    def line(self, message: str, path: Path, read: Callable[[Session], str]) -> Row:
        """Make a field of a reference or a name that runs from the left."""
        editor = LineEdit(self._desk, latin=True)
        editor.committed.connect(lambda text: self._edits.keep({path: text}))
        field = Field(self._desk, message, editor)
        return Row(field, [path], lambda session: show_line(editor, read(session)), editor.commit)

    def tick(self, message: str, path: Path, read: Callable[[Session], bool]) -> Row:
        """Make a box to be ticked."""
        box = CheckBox(self._desk, message)
        box.clicked.connect(lambda ticked: self._edits.keep({path: ticked}))
        return Row(box, [path], lambda session: box.setChecked(read(session)))

    def _name(
        self,
        message: str,
        path: Path,
        read: "Callable[[Session], Person | Body | None]",
        editor: NameField,
    ) -> Row:
        editor.chosen.connect(lambda key: self._edits.keep({path: key}))
        editor.problem.connect(lambda problem: self._edits.mark(path, problem))
        field = Field(self._desk, message, editor)
        return Row(field, [path], lambda session: editor.show_name(read(session)))


def set_line(parts: Sequence[tuple[Row, int]]) -> QHBoxLayout:
    """Set fields side by side, each as wide as its share, whatever it holds."""
    line = QHBoxLayout()
    line.setSpacing(GAP)
    for row, share in parts:
        policy = row.widget.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)
        row.widget.setSizePolicy(policy)
        line.addWidget(row.widget, share, Qt.AlignmentFlag.AlignTop)
    return line
