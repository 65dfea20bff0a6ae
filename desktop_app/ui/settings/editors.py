"""How each kind of setting is changed: an editor that shows its value and keeps what is typed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.direction import ltr
from desktop_app.services.text import cleaned
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.pair_field import IN_LANGUAGE
from desktop_app.ui.settings import declared
from desktop_app.ui.settings.binding import Binding
from desktop_app.ui.settings.declared import EDITOR_WIDTH, Setting
from desktop_app.ui.settings.person_pick import PersonPick
from desktop_app.ui.settings.picture_pick import PicturePick
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.line_edit import LineEdit, TextArea
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.toggle import Toggle

_HEADER_LINES: Final = 7


@dataclass(frozen=True, slots=True)
class Editor:
    """A widget, and what the form does with it.

    Attributes:
        refresh: shows what is kept, unless one is typing.
        commit: keeps what was typed up to now.
    """

    widget: QWidget
    refresh: Callable[[], object]
    commit: Callable[[], object] = bool


def make_editor(desk: Desk, binding: Binding, setting: Setting) -> Editor:
    """Make the editor that a setting declares."""
    match setting.editor:
        case declared.Pair(several):
            made = _pair(desk, binding, setting, several=several)
        case declared.Lines():
            made = _area(desk, binding, setting, lines=_HEADER_LINES)
        case declared.Toggle():
            made = _toggle(desk, binding, setting)
        case declared.Segments() as how:
            made = _segments(desk, binding, setting, how)
        case declared.Pick() as how:
            made = _pick(desk, binding, setting, how)
        case declared.PersonPick():
            person = PersonPick(desk, binding, setting)
            made = Editor(person, person.refresh)
        case declared.PicturePick():
            picture = PicturePick(desk, binding, setting)
            made = Editor(picture, picture.refresh)
        case declared.Line(latin):
            made = _line(desk, binding, setting, latin=latin)
            _keep_width(desk, made.widget, lambda: scaled(EDITOR_WIDTH))
    return made


def _keep_width(desk: Desk, widget: QWidget, width: Callable[[], int]) -> None:
    """Give a widget a width that follows the size of the text."""

    def fit() -> None:
        widget.setFixedWidth(width())

    desk.dressed.connect(fit)
    fit()


def _line(desk: Desk, binding: Binding, setting: Setting, *, latin: bool) -> Editor:
    edit = LineEdit(desk, latin=latin)
    edit.edited.connect(lambda: binding.type(setting.path, edit.text()))
    edit.committed.connect(lambda text: binding.keep(setting, cleaned(text, one_line=True)))
    edit.editingFinished.connect(lambda: binding.part_from(setting.path))

    def refresh() -> None:
        kept = str(binding.value(setting.path))
        if cleaned(edit.text(), one_line=True) != kept:
            edit.show_text(kept)

    return Editor(edit, refresh, edit.commit)


def _area(desk: Desk, binding: Binding, setting: Setting, *, lines: int) -> Editor:
    """Make a small text; a setting that is a list has one entry a line."""
    area = TextArea(desk, lines=lines)
    listed = isinstance(binding.value(setting.path), tuple)

    def parsed() -> object:
        text = cleaned(area.toPlainText())
        return tuple(filter(None, map(str.strip, text.split("\n")))) if listed else text

    def refresh() -> None:
        kept = binding.value(setting.path)
        if parsed() != kept:
            area.show_text("\n".join(cast("tuple[str, ...]", kept)) if listed else str(kept))

    def follow() -> None:
        if parsed() != binding.value(setting.path):
            binding.type(setting.path, parsed())

    area.textChanged.connect(follow)
    area.committed.connect(lambda _: binding.keep(setting, parsed()))
    return Editor(area, refresh, area.commit)


def _pair(desk: Desk, binding: Binding, setting: Setting, *, several: bool) -> Editor:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    editors = []
    for language in IN_LANGUAGE:
        one = replace(setting, path=(*setting.path, language))
        if several:
            editor = _area(desk, binding, one, lines=3)
        else:
            editor = _line(desk, binding, one, latin=language == "fr")
        column.addWidget(editor.widget)
        editors.append(editor)

    def name() -> None:
        said = desk.say(setting.message)
        for editor, message in zip(editors, IN_LANGUAGE.values(), strict=True):
            editor.widget.setAccessibleName(desk.say(message, setting=said))

    def commit() -> None:
        for editor in editors:
            editor.commit()

    def refresh() -> None:
        for editor in editors:
            editor.refresh()

    desk.dressed.connect(name)
    name()
    both.setFocusProxy(editors[0].widget)
    return Editor(both, refresh, commit)


def _toggle(desk: Desk, binding: Binding, setting: Setting) -> Editor:
    toggle = Toggle(desk)
    toggle.clicked.connect(lambda on: binding.choose(setting, on))
    return Editor(toggle, lambda: toggle.setChecked(bool(binding.value(setting.path))))


def _segments(desk: Desk, binding: Binding, setting: Setting, how: declared.Segments) -> Editor:
    segments = Segmented(desk, setting.message, dict(how.choices))

    def keep(value: str) -> None:
        binding.choose(setting, int(value) if how.whole else value or None)

    def refresh() -> None:
        value = binding.value(setting.path)
        segments.choose("" if value is None else str(value))

    segments.chosen.connect(keep)
    return Editor(segments, refresh)


def _pick(desk: Desk, binding: Binding, setting: Setting, how: declared.Pick) -> Editor:
    def choices() -> list[tuple[str, str]]:
        kept = str(binding.value(setting.path))
        known = [(value, desk.say(message)) for value, message in how.choices]
        return known if kept in dict(how.choices) else [*known, (kept, ltr(kept))]

    pick = Choice(desk, choices)
    _keep_width(desk, pick, lambda: pick.sizeHint().width() + scaled(24))
    pick.chosen.connect(lambda value: binding.choose(setting, int(value) if how.whole else value))

    def refresh() -> None:
        pick.dress()
        pick.choose(str(binding.value(setting.path)))

    return Editor(pick, refresh)
