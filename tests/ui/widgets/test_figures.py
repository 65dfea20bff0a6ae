"""Figures, bars, the year, and the place for a file."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.i18n import Language
from desktop_app.ui.widgets.drop_zone import DropZone
from desktop_app.ui.widgets.figure_card import FigureCard
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.stacked_bar import Bar, Legend, Part, StackedBar
from desktop_app.ui.widgets.year_ribbon import Lane, Operation, Span, YearRibbon
from tests.ui.gallery import GalleryDesk
from tests.ui.widgets.conftest import Show
from tests.ui.widgets.seen import columns_of, heard, picture

PARTS = (
    Part(2, "chart_late", "متأخر"),
    Part(0, "chart_soon", "قريب"),
    Part(8, "chart_done", "منجز"),
)
AUTUMN = Operation(1, Span(date(2025, 9, 10), date(2025, 10, 10)), "الدخول", "green", "check")
SPRING = Operation(2, Span(date(2026, 5, 1), date(2026, 5, 31)), "النتائج", "red", "warning")
LANES = (Lane((AUTUMN,), Span(date(2025, 9, 1), date(2025, 11, 1))), Lane((SPRING,)))


def test_a_figure_is_heard_whole_and_opens_its_list(
    desk: GalleryDesk, show: Show, qtbot: QtBot
) -> None:
    figure = FigureCard(desk, "Late", "warning", "red")
    figure.show_figure("5", "أقدمها منذ 18 يوما")
    show(figure)
    assert heard(figure)[0] == f"{desk.say('Late')} 5 أقدمها منذ 18 يوما"
    with qtbot.waitSignal(figure.clicked):
        QTest.keyClick(figure, Qt.Key.Key_Space)
    with qtbot.waitSignal(figure.clicked):
        QTest.mouseClick(figure, Qt.MouseButton.LeftButton)
    plain = picture(figure)
    QTest.mouseMove(figure, QPoint(5, 5))
    figure.setFocus()
    assert picture(figure) != plain


class TestBars:
    """Parts told by place, hatching and number."""

    @pytest.mark.parametrize(("language", "at_right"), [("ar", True), ("fr", False)])
    def test_what_is_late_stands_at_the_start_and_is_hatched(
        self, language: Language, at_right: bool, desk: GalleryDesk, show: Show
    ) -> None:
        desk.set_language(language)
        bar = Bar(desk, StackedBar(PARTS, 20))
        show(bar)
        image, half = picture(bar), bar.width() / 2
        late = columns_of(image, desk.tokens.chart_late)
        done = columns_of(image, desk.tokens.chart_done)
        assert (min(late) > half) is at_right
        assert (max(done) > max(late)) is not at_right
        row = [image.pixelColor(x, bar.height() // 2) for x in range(min(late), max(late))]
        assert sum(pixel.lightness() > 240 for pixel in row) > 5
        assert sum(pixel.lightness() < 150 for pixel in row) > 20
        assert abs((max(done) - min(done)) / bar.width() - 8 / 20) < 0.02

    def test_numbers_are_heard(self, desk: GalleryDesk, show: Show) -> None:
        bar, legend = Bar(desk, StackedBar(PARTS, 20)), Legend(desk, PARTS)
        show(bar, legend)
        assert heard(bar)[0] == "متأخر: 2, منجز: 8"
        assert heard(legend)[0] == "متأخر, قريب, منجز"
        bar.show_bar(StackedBar((), 0))
        assert picture(bar).width() == bar.width()


class TestYear:
    """September at the start."""

    def _ribbon(self, desk: GalleryDesk, *, single_line: bool = False) -> YearRibbon:
        ribbon = YearRibbon(desk, "School year", single_line=single_line)
        holidays = (Span(date(2025, 12, 7), date(2025, 12, 14)),)
        ribbon.show_year(2025, LANES, holidays=holidays, today=date(2026, 2, 1))
        return ribbon

    @pytest.mark.parametrize(("language", "september_right"), [("ar", True), ("fr", False)])
    def test_it_turns_over(
        self, language: Language, september_right: bool, desk: GalleryDesk, show: Show
    ) -> None:
        desk.set_language(language)
        ribbon = self._ribbon(desk)
        show(ribbon)
        (autumn, _), (spring, _) = ribbon.hits()
        assert (autumn.center().x() > spring.center().x()) is september_right
        today = columns_of(picture(ribbon), desk.tokens.red)
        between = sorted((autumn.center().x(), spring.center().x()))
        assert any(between[0] < x < between[1] for x in today)

    @pytest.mark.parametrize(
        ("language", "forward"), [("ar", Qt.Key.Key_Left), ("fr", Qt.Key.Key_Right)]
    )
    def test_keys_go_from_bar_to_bar_and_open(
        self, language: Language, forward: Qt.Key, desk: GalleryDesk, show: Show, qtbot: QtBot
    ) -> None:
        desk.set_language(language)
        ribbon = self._ribbon(desk)
        show(ribbon)
        ribbon.setFocus()
        assert AUTUMN.label in heard(ribbon)[0]
        first = picture(ribbon)
        QTest.keyClick(ribbon, forward)
        assert SPRING.label in heard(ribbon)[0]
        assert picture(ribbon) != first
        QTest.keyClick(ribbon, forward)
        with qtbot.waitSignal(ribbon.opened) as opened:
            QTest.keyClick(ribbon, Qt.Key.Key_Return)
        assert opened.args == [SPRING.key]

    def test_a_click_opens_the_bar_under_it(
        self, desk: GalleryDesk, show: Show, qtbot: QtBot
    ) -> None:
        ribbon = self._ribbon(desk, single_line=True)
        show(ribbon)
        box = ribbon.hits()[1][0]
        with qtbot.waitSignal(ribbon.opened) as opened:
            QTest.mouseClick(ribbon, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
        assert opened.args == [SPRING.key]
        with qtbot.assertNotEmitted(ribbon.opened):
            QTest.mouseClick(ribbon, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))

    def test_an_empty_year_takes_no_key(self, desk: GalleryDesk, show: Show, qtbot: QtBot) -> None:
        ribbon = YearRibbon(desk, "School year")
        show(ribbon)
        ribbon.setFocus()
        with qtbot.assertNotEmitted(ribbon.opened):
            QTest.keyClick(ribbon, Qt.Key.Key_Space)
        assert heard(ribbon)[0] == ""


class TestDropZone:
    """A file dropped, or chosen."""

    def _zone(self, desk: GalleryDesk) -> DropZone:
        return DropZone(desk, "Drop the signed copy here", "The minutes become signed", (".pdf",))

    def _drop(self, zone: QWidget, *files: Path) -> bool:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        at, copy = QPoint(10, 10), Qt.DropAction.CopyAction
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(at, copy, data, left, none)
        QApplication.sendEvent(zone, enter)
        if enter.isAccepted():
            QApplication.sendEvent(zone, QDropEvent(QPointF(at), copy, data, left, none))
        return enter.isAccepted()

    def test_a_file_of_the_right_kind_is_taken(
        self, desk: GalleryDesk, show: Show, qtbot: QtBot
    ) -> None:
        zone, file = self._zone(desk), Path("/files/محضر موقع.PDF")
        show(zone)
        with qtbot.waitSignal(zone.dropped) as dropped:
            assert self._drop(zone, file)
        assert dropped.args == [file]

    def test_others_are_not(self, desk: GalleryDesk, show: Show, qtbot: QtBot) -> None:
        zone = self._zone(desk)
        show(zone)
        with qtbot.assertNotEmitted(zone.dropped):
            assert not self._drop(zone, Path("/files/a.docx"))
            assert not self._drop(zone, Path("/files/a.pdf"), Path("/files/b.pdf"))
            assert not self._drop(zone)

    def test_it_lights_up_while_a_file_is_over_it(self, desk: GalleryDesk, show: Show) -> None:
        zone = self._zone(desk)
        show(zone)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile("/files/a.pdf")])
        event = QDragEnterEvent(
            QPoint(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(zone, event)
        assert columns_of(picture(zone), desk.tokens.accent_tint)
        QApplication.sendEvent(zone, QDragLeaveEvent())
        assert not columns_of(picture(zone), desk.tokens.accent_tint)

    def test_a_key_asks_for_the_file(self, desk: GalleryDesk, show: Show, qtbot: QtBot) -> None:
        zone = self._zone(desk)
        window = show(zone)
        assert heard(zone) == (
            desk.say("Drop the signed copy here"),
            desk.say("The minutes become signed"),
        )
        zone.setFocus()
        QTest.keyClick(zone, Qt.Key.Key_Space)
        dialog = window.findChild(QFileDialog)
        assert dialog is not None
        with qtbot.waitSignal(zone.dropped) as dropped:
            dialog.fileSelected.emit("/files/a.pdf")
        dialog.close()
        assert dropped.args == [Path("/files/a.pdf")]


@pytest.mark.parametrize(("language", "first_right"), [("ar", True), ("fr", False)])
def test_a_flow_goes_on_below_and_begins_at_the_start_side(
    language: Language, first_right: bool, desk: GalleryDesk, show: Show
) -> None:
    desk.set_language(language)
    flow, labels = Flow(10), []
    for words in ("un", "deux", "trois", "quatre", "cinq", "six"):
        one = label()
        one.setText(words * 4)
        labels.append(one)
        flow.addWidget(one)
    holder = QWidget()
    holder.setLayout(flow)
    show(holder, size=(260, 400))
    assert labels[-1].y() > labels[0].y()
    assert (labels[0].x() > labels[1].x()) is first_right
    boxes = [one.geometry() for one in labels]
    assert all(not a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])
    assert all(holder.rect().contains(box) for box in boxes)
    labels[1].hide()
    QApplication.processEvents()
    assert labels[2].geometry() != boxes[2]
