"""Walks over what a window shows, and names what is wrong with it."""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLayout,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QStackedLayout,
    QTableView,
    QWidget,
)

from desktop_app.ui.keys_page.key_cap import KeyCap
from desktop_app.ui.tab_order import bring_into_view
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import LineLabel
from desktop_app.ui.widgets.table import Table

RECORDED = "recorded"
"""Name of the labels that show what the record holds: as long as it is, in its own language."""
_KEY = re.compile(r"((Ctrl|Alt|Shift) )*(F\d+|[A-Z]|[↑↓←→])")
"""What is written on keys: the same in every language."""
_ISOLATES = re.compile("[\u2066-\u2069]")


def shown(window: QWidget) -> Iterator[QWidget]:
    """Give every widget that can be seen."""
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and not widget.size().isEmpty():
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
        elif isinstance(widget, LineLabel) and widget.cut and widget.objectName() != RECORDED:
            found.append(f"line {widget.text()!r}")
        elif _is_painted(widget) and _lacks_room(widget):
            found.append(_told(widget))
        parent = widget.parentWidget()
        if parent is not None and _sticks_out(widget, parent):
            found.append(f"{type(widget).__name__} sticks out of {type(parent).__name__}")
    return found


def _sticks_out(widget: QWidget, parent: QWidget) -> bool:
    area = parent.parentWidget()
    if isinstance(area, QScrollArea) and area.viewport() is parent:  # up and down it scrolls
        return widget.x() < 0 or widget.geometry().right() > parent.rect().right()
    free = isinstance(widget, QScrollBar) or parent.layout() is None
    return not free and not parent.rect().contains(widget.geometry())


def _is_painted(widget: QWidget) -> bool:
    """Tell whether a widget paints its own words and asks for their room."""
    ours = type(widget).__module__.startswith("desktop_app.")
    return ours and "minimumSizeHint" in type(widget).__dict__


def _lacks_room(widget: QWidget) -> bool:
    hint = widget.minimumSizeHint()
    return hint.width() > widget.width() or hint.height() > widget.height()


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


def overlapping(window: QWidget) -> list[str]:
    """Name the widgets that lie over their neighbours in one layout."""
    found = []
    for parent in [window, *shown(window)]:
        laid = [child for child in _children(parent) if _is_laid_out(parent.layout(), child)]
        for one, other in combinations(laid, 2):
            if one.geometry().intersects(other.geometry()):
                found.append(f"{_told(one)} lies over {_told(other)}")
    return found


def stops(window: QWidget) -> list[QWidget]:
    """Press the Tab key until it has gone round, and give what it stopped at."""
    seen: list[QWidget] = []
    window.window().setFocus()
    here = window
    while True:
        QTest.keyClick(here, Qt.Key.Key_Tab)
        focused = cast("QWidget | None", window.window().focusWidget())
        if focused is None or any(focused is one for one in seen):
            return seen
        seen.append(here := focused)


def disordered(window: QWidget) -> list[str]:
    """Name the places where the Tab key does not go as one reads.

    Whatever stands in one part of the window is gone through before the next part; a part comes
    before what stands below it in the same column, and before what stands after it on a line.
    """
    order = stops(window)
    found = [f"{_told(widget)} is not reached" for widget in _takers(window) if widget not in order]
    for parent in [window, *shown(window)]:
        parts = [
            (child, at)
            for child in _children(parent)
            if (at := [n for n, s in enumerate(order) if s is child or child.isAncestorOf(s)])
        ]
        for (one, its), (other, others) in combinations(parts, 2):
            first, then = (one, other) if its[0] < others[0] else (other, one)
            if max(its[0], others[0]) < min(its[-1], others[-1]):
                found.append(f"{_told(one)} and {_told(other)} are mixed")
            elif _comes_before(then, first):
                found.append(f"{_told(first)} comes before {_told(then)}")
    return found


def unmarked(window: QWidget) -> list[str]:
    """Name the stops of the Tab key whose look does not tell that they have the focus."""
    found = []
    top = window.window()
    for widget in stops(window):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_view(widget)  # as Tab does
        widget.clearFocus()
        at = widget.mapTo(top, QPoint(0, 0))
        box = QRect(at, widget.size()).adjusted(-4, -4, 4, 4)
        without = top.grab(box).toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if not widget.hasFocus() or top.grab(box).toImage() == without:
            found.append(_told(widget))
    return found


def keyless(window: QWidget) -> list[str]:
    """Name the buttons whose act has no key."""
    buttons = [widget for widget in shown(window) if isinstance(widget, Button)]
    return [_told(button) for button in buttons if not button.act.key]


def _takers(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in shown(window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not isinstance(widget, QAbstractItemView | QScrollBar)
    ]


def _children(parent: QWidget) -> list[QWidget]:
    direct = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [child for child in direct if child.isVisibleTo(parent) and not child.isWindow()]


def _is_laid_out(layout: QLayout | None, child: QWidget) -> bool:
    if layout is None or isinstance(layout, QStackedLayout):
        return False
    inner = layout.findChildren(QLayout, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return layout.indexOf(child) >= 0 or any(_is_laid_out(one, child) for one in inner)


def _comes_before(one: QWidget, other: QWidget) -> bool:
    """Tell whether the eye meets one of two neighbours before the other."""
    this, that = one.geometry(), other.geometry()
    same_line = this.top() < that.bottom() and that.top() < this.bottom()
    same_column = this.left() < that.right() and that.left() < this.right()
    if same_line and not same_column:
        rtl = one.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return this.left() > that.right() if rtl else this.right() < that.left()
    return this.bottom() <= that.top() and same_column


def _told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()}".strip()


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
        if widget.objectName() == RECORDED or isinstance(widget, KeyCap):
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
    bare = (_ISOLATES.sub("", text) for text in found)
    return [text for text in bare if text and not _KEY.fullmatch(text)]
