"""Typing over the words of a block: seen at once, kept as typed, undone, put back."""

from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from desktop_app.documents.rewording import tidy, wording
from desktop_app.i18n import N_
from desktop_app.services.papers import put_back, replace_wording
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.editor import WordingEditor
from desktop_app.ui.papers.preview import Preview
from desktop_app.ui.papers.writing import write_now

if TYPE_CHECKING:
    from collections.abc import Mapping

    from db.codes import DocumentKind
    from db.unit_of_work import UnitOfWork
    from desktop_app.documents.scope import Scope
    from desktop_app.wording.bilingual import PaperLanguage

    Texts = Mapping[PaperLanguage, str | None]

_REST_MS: Final = 500
_LONGEST_MS: Final = 2000
"""Typing without a rest is kept this often."""


@dataclass(frozen=True, slots=True)
class _Block:
    """The block being edited.

    Attributes:
        generated: its words as they are made, by language.
        before: its kept words when it was opened; None where there were none.
    """

    scope: "Scope"
    kind: "DocumentKind"
    name: str
    generated: "Mapping[PaperLanguage, str]"
    before: "Texts"


class Editing(QObject):
    """Opens the editor on a block, shows what is typed, and keeps it.

    Attributes:
        acts: what keys do for it on the page.
    """

    def __init__(self, desk: Desk, preview: Preview) -> None:
        super().__init__(preview)
        self._desk = desk
        self._preview = preview
        self._block: _Block | None = None
        self._kept: dict[PaperLanguage, str | None] = {}
        self._units: list[str] = []
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._ceiling = QTimer(self, singleShot=True, interval=_LONGEST_MS)
        self.edit_act = Act(
            desk, N_("Edit wording"), self._edit_in_view, icon="note-pencil", key="F2"
        )
        self._put_back = Act(
            desk,
            N_("Put back"),
            self._put_words_back,
            icon="arrow-u-up-left",
            key="F8",
            mirror=True,
        )
        self._above = Act(
            desk, N_("Block above"), partial(self._move, -1), icon="caret-up", key="Ctrl+Up"
        )
        self._below = Act(
            desk, N_("Block below"), partial(self._move, 1), icon="caret-down", key="Ctrl+Down"
        )
        self._done = Act(desk, N_("Confirm"), self.close, icon="check", key="Ctrl+Enter")
        self._leave = Act(desk, N_("Close"), self.close, icon="x", key="Esc")
        self.acts = (
            self.edit_act,
            self._put_back,
            self._above,
            self._below,
            self._done,
            self._leave,
        )
        self.editor = WordingEditor(
            desk, preview.view, (self._above, self._below, self._done), self._put_back
        )
        self.editor.typed.connect(self._take)
        self._rest.timeout.connect(self.keep)
        self._ceiling.timeout.connect(self.keep)
        preview.view.block_chosen.connect(self.open)
        preview.view.moved.connect(self._place)
        preview.shown.connect(self._follow)
        preview.failed.connect(lambda _: self._drop())
        self._offer()

    @property
    def block(self) -> str:
        """Name of the block that is open, or nothing."""
        return self._block.name if self._block else ""

    def open(self, name: str) -> None:
        """Open the editor on a block."""
        self.close()
        rendered, block = self._preview.rendered, self._preview.blocks.get(name)
        if rendered is None or block is None:
            return
        material, paper = rendered.material, rendered.generated
        made = next(
            one for part in (paper, *paper.sections) for one in part.blocks if one.name == name
        )
        self._kept = {one: material.wordings.get((name, one)) for one in rendered.paper.languages}
        self._block = _Block(
            material.scope,
            rendered.kind,
            name,
            {one: wording(made, one) for one in rendered.paper.languages},
            dict(self._kept),
        )
        self._units = []
        self._preview.view.reveal(name)
        self._preview.view.mark_edited(name)
        self.editor.open({one: wording(block, one) for one in rendered.paper.languages})
        self._place()
        self._offer()

    def close(self) -> None:
        """Keep what was typed and take the editor away; what was changed can be undone."""
        block = self._block
        if block is None:
            return
        self.keep()
        changed, units = self._kept != block.before, self._units
        self._drop()
        self._preview.view.setFocus()
        self._preview.end_typing()
        if changed:
            for before, unit in pairwise(("", *units)):
                self._desk.writer.remember(unit, before)
            self._desk.tell(
                self._desk.say("The wording was changed"), self._desk.writer.offer(units[-1])
            )

    def keep(self) -> None:
        """Keep what was typed so far."""
        self._rest.stop()
        self._ceiling.stop()
        block = self._block
        if block is None:
            return
        now: dict[PaperLanguage, str | None] = {}
        for language, generated in block.generated.items():
            text = tidy(self.editor.text(language))
            now[language] = None if text == generated else text
        changes = {one: text for one, text in now.items() if text != self._kept[one]}
        if changes and (unit := self._write(block, changes)):
            self._kept.update(changes)
            self._units.append(unit)

    def _take(self, language: str) -> None:
        block = self._block
        if block is None:
            return
        self._preview.type_over(
            {(block.name, one): self.editor.text(one) for one in block.generated}
        )
        self._rest.start()
        if not self._ceiling.isActive():
            self._ceiling.start()
        self._offer()
        self._place()

    def _write(self, block: _Block, texts: "Texts") -> str:
        def do(work: "UnitOfWork") -> None:
            for language, text in texts.items():
                scope = block.scope
                which = (work, scope.session_id, block.kind, block.name, language)
                if text is None:
                    put_back(*which, subject=scope.subject)
                else:
                    replace_wording(*which, text, subject=scope.subject)

        return write_now(self._desk, "papers.reword", do)

    def _put_words_back(self) -> None:
        if (block := self._block) is not None:
            for language, text in block.generated.items():
                self.editor.set_text(language, text)

    def _edit_in_view(self) -> None:
        self.open(self._preview.view.block_in_view())

    def _move(self, by: int) -> None:
        names = list(self._preview.blocks)
        if self.block in names:
            at = names.index(self.block) + by
            if 0 <= at < len(names):
                self.open(names[at])

    def _follow(self) -> None:
        """Stay beside the block, or go when the paper has it no more."""
        if self._block is not None and self._block.name not in self._preview.blocks:
            self._drop()
        self._place()
        self._offer()

    def _place(self) -> None:
        if self._block is not None:
            frame = self._preview.view.frame_of(self._block.name)
            if frame is not None:
                self.editor.place_beside(frame)

    def _drop(self) -> None:
        self._rest.stop()
        self._ceiling.stop()
        self._block = None
        self.editor.close_fields()
        self._preview.view.mark_edited("")
        self._offer()

    def _offer(self) -> None:
        block = self._block
        self.edit_act.set_offered(block is None and bool(self._preview.blocks))
        for act in (self._above, self._below, self._done, self._leave):
            act.set_offered(block is not None)
        own = block is not None and any(
            tidy(self.editor.text(one)) != text for one, text in block.generated.items()
        )
        self._put_back.set_offered(own, N_("These are the generated words"))
