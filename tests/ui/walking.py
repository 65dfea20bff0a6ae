"""Walks over what a window shows and names what is cut, unnamed or untranslated."""

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTableView,
    QWidget,
)

from desktop_app.ui.widgets.labels import LineLabel
from desktop_app.ui.widgets.table import Table

_ISOLATES = re.compile("[\u2066-\u2069]")


def shown(window: QWidget) -> Iterator[QWidget]:
    """Give every widget that can be seen."""
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and widget.size().isValid():
            yield widget


def clipped(window: QWidget) -> list[str]:
    """Name what does not have the room its words ask for, and what sticks out of its parent."""
    found = []
    for widget in shown(window):
        if isinstance(widget, QLabel) and not isinstance(widget, LineLabel):
            if not _label_fits(widget):
                found.append(f"label {widget.text()!r}")
        elif isinstance(widget, QAbstractButton):
            hint = widget.sizeHint()
            if hint.width() > widget.width() or hint.height() > widget.height():
                found.append(f"button {widget.text()!r}")
        elif isinstance(widget, QTableView):
            found += _cut_in_table(widget)
        parent = widget.parentWidget()
        if parent is not None and _sticks_out(widget, parent):
            found.append(f"{type(widget).__name__} sticks out of {type(parent).__name__}")
    return found


def _sticks_out(widget: QWidget, parent: QWidget) -> bool:
    free = isinstance(widget, QScrollBar) or parent.layout() is None
    return not free and not parent.rect().contains(widget.geometry())


def _label_fits(label: QLabel) -> bool:
    if not label.text():
        return True
    if label.wordWrap():
        return label.heightForWidth(label.width()) <= label.height()
    hint = label.minimumSizeHint()
    return hint.width() <= label.width() and hint.height() <= label.height()


def _cut_in_table(table: QTableView) -> list[str]:
    found = [f"column {code}" for code in sorted(table.cut)] if isinstance(table, Table) else []
    heads, model = table.horizontalHeader(), table.model()
    for section in range(heads.count()):
        if heads.isSectionHidden(section):
            continue
        if heads.sectionSizeFromContents(section).width() > heads.sectionSize(section):
            found.append(f"head {model.headerData(section, Qt.Orientation.Horizontal)!r}")
    if table.horizontalScrollBar().maximum() > 0:
        found.append("table scrolls sideways")
    return found


def unnamed(window: QWidget) -> list[str]:
    """Name the widgets that take the focus and say nothing to a screen reader."""
    found = []
    for widget in shown(window):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or not widget.isEnabled():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()}".strip())
    return found


def words(window: QWidget) -> list[str]:
    """Give the words of the window itself, not those of the record."""
    found = []
    for widget in shown(window):
        if widget.objectName() == "recorded":
            continue
        if isinstance(widget, QAbstractButton):
            found.append(widget.text())
        elif isinstance(widget, QLineEdit):
            found.append(widget.placeholderText())
        elif isinstance(widget, QLabel) and not isinstance(widget, LineLabel):
            found.append(widget.text())
        elif isinstance(widget, QTableView):
            model = widget.model()
            across = Qt.Orientation.Horizontal
            found += [str(model.headerData(n, across)) for n in range(model.columnCount())]
        found.append(widget.accessibleName())
    return [bare for text in found if (bare := _ISOLATES.sub("", text))]
