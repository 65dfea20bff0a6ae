"""One phrase of the bank: its words in both languages, and the letters that find it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services.drafts import Label, PhraseDraft, Words
from desktop_app.services.phrases import Phrase
from desktop_app.services.validation import FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import GAP
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit, TextArea
from desktop_app.wording.phrase_bank import CATEGORIES

CATEGORY_NAMES: Final = dict(
    zip(
        CATEGORIES,
        (
            *(N_("Opening"), N_("Presentations"), N_("Debate"), N_("Questions"), N_("Answers")),
            *(N_("Proposals"), N_("Disagreement"), N_("Agreement"), N_("Closing")),
            *(N_("Thanks"), N_("Loyalty")),
        ),
        strict=True,
    )
)
OTHER: Final = N_("Other phrases")


def category_name(desk: Desk, code: str) -> str:
    """Name a category; one that did not ship is called as it was typed."""
    if code in CATEGORY_NAMES:
        return desk.say(CATEGORY_NAMES[code])
    return code or desk.say(OTHER)


class PhraseDialog(Dialog):
    """Asks for a phrase, or for another wording of one.

    Args:
        phrase: the one to be changed; a new one when None.
        category: of a new one.

    Attributes:
        saved: emitted with a `PhraseDraft`; the dialog stays until `leave`.
    """

    saved = Signal(object)

    def __init__(self, desk: Desk, phrase: Phrase | None, category: str = "") -> None:
        save = Act(desk, N_("Save"), self._save, icon="check", key="Ctrl+Enter")
        title = N_("Edit the phrase") if phrase else N_("New phrase")
        super().__init__(desk, title, (save,), width=620)
        self.category = Choice(desk, self._categories)
        self.short_ar, self.short_fr = LineEdit(desk), LineEdit(desk, latin=True)
        self.text_ar, self.text_fr = TextArea(desk, lines=2), TextArea(desk, lines=2)
        self._fields: dict[tuple[str, ...], Field] = {
            ("category",): Field(desk, N_("Category"), self.category),
            ("abbreviation", "ar"): Field(desk, N_("Abbreviation in Arabic"), self.short_ar),
            ("abbreviation", "fr"): Field(desk, N_("Abbreviation in French"), self.short_fr),
            ("text", "ar"): Field(desk, N_("Arabic"), self.text_ar),
            ("text", "fr"): Field(
                desk,
                N_("French"),
                self.text_fr,
                N_("… is a blank, {{who}} whoever speaks; words between ‹ › agree with him."),
            ),
        }
        self._fill(phrase, category)

    def refuse(self, error: Exception) -> None:
        """Say at its field what is wrong; all that was typed stays."""
        for field in self._fields.values():
            field.set_error(None)
        if not isinstance(error, FieldError):
            self._desk.show_error(error)
            return
        found = [path for path in self._fields if path[: len(error.path)] == error.path]
        path = found[0] if found else ("text", "ar")
        self._fields[path].set_error(error.problem)
        self._fields[path].setFocus()

    def _save(self) -> None:
        draft = PhraseDraft(
            category=str(self.category.value),
            abbreviation=Label(self.short_ar.text(), self.short_fr.text()),
            text=Words(ar=self.text_ar.toPlainText(), fr=self.text_fr.toPlainText()),
        )
        if not draft.text.bilingual():
            self.refuse(FieldError(("text",), UserError("a phrase needs its text.")))
            return
        self.saved.emit(draft)

    def _categories(self) -> Sequence[tuple[str, str]]:
        return [*((code, category_name(self._desk, code)) for code in CATEGORIES), ("", "–")]

    def _fill(self, phrase: Phrase | None, category: str) -> None:
        short = QHBoxLayout()
        short.setSpacing(GAP)
        for path in (("category",), ("abbreviation", "ar"), ("abbreviation", "fr")):
            short.addWidget(self._fields[path], 1)
        self.body.addLayout(short)
        self.body.addWidget(self._fields["text", "ar"])
        self.body.addWidget(self._fields["text", "fr"])
        known = phrase.category if phrase else category
        self.category.choose(known if known in CATEGORIES else "")
        if phrase is not None:
            self.short_ar.setText(phrase.abbreviation.ar)
            self.short_fr.setText(phrase.abbreviation.fr)
            self.text_ar.setPlainText(phrase.text.ar)
            self.text_fr.setPlainText(phrase.text.fr)
