"""What is typed on a page stays, however long its writing takes."""

import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db import models
from db.codes import BodyKind
from desktop_app.services import bodies
from desktop_app.services.drafts import BodyDraft, Label
from desktop_app.ui.addresses import Address
from desktop_app.ui.bodies.page import BodyPage
from desktop_app.ui.widgets.line_edit import LineEdit
from tests.ui.conftest import WAIT_MS, Open
from tests.ui.tour import settle


def test_what_was_read_before_a_write_ended_does_not_take_back_what_was_typed(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr")
    store = window.desk.store
    assert store is not None
    with store.write("x") as work:
        key = bodies.add(work, BodyDraft(kind=BodyKind.CENTRE, name=Label("مركز", "Centre")))
    window.go(Address("body", key))
    settle(window)
    page = window.page
    assert isinstance(page, BodyPage)
    arabic, french = page.town.editor("ar"), page.town.editor("fr")
    assert isinstance(arabic, LineEdit)
    assert isinstance(french, LineEdit)
    read: list[bool] = []
    with closing(sqlite3.connect(record)) as other:
        other.execute("BEGIN IMMEDIATE")  # the write waits
        arabic.setFocus()
        arabic.insert("أزيلال")
        QTest.keyClick(arabic, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert french.hasFocus()
        page.reload()
        window.desk.runner.run(lambda _: None, lambda _: read.append(True))
        qtbot.waitUntil(lambda: bool(read), timeout=WAIT_MS)
        assert page.town.value.ar == "أزيلال"
        french.insert("Azilal")
        page.town.commit()
        other.rollback()
    settle(window)
    with store.read() as reading:
        body = reading.db.get_one(models.Body, key)
        assert (body.town_ar, body.town_fr) == ("أزيلال", "Azilal")
    assert page.shown is not None
    assert page.shown.body.town.fr == "Azilal"
