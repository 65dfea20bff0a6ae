"""Tabs, steps, segments: where one is, what comes next, what is chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop_app.i18n import Language
from desktop_app.ui.widgets.segmented import Choosable, Segmented
from desktop_app.ui.widgets.stepper import Step, Stepper, StepSegments
from desktop_app.ui.widgets.tabs import Tab, Tabs
from tests.ui.gallery import GalleryDesk
from tests.ui.gallery_parts import ATTENDANCE
from tests.ui.widgets.conftest import Show
from tests.ui.widgets.seen import children, columns_of, heard, picture

TABS = (
    Tab("prepare", "Prepare", "users"),
    Tab("minutes", "Minutes", "eye"),
    Tab("p", "Papers", "eye"),
)
STEPS = (
    Step("مبرمجة", "done", "3 ماي"),
    Step("منعقدة", "current", "20 ماي"),
    Step("محضر موقع", "ahead"),
    Step("موجه", "ahead"),
)


class TestTabs:
    """The tabs of a page."""

    def test_a_click_goes_there_and_showing_tells_nobody(
        self, desk: GalleryDesk, show: Show, qtbot: QtBot
    ) -> None:
        tabs = Tabs(desk, "Session", TABS)
        show(tabs)
        with qtbot.assertNotEmitted(tabs.went):
            tabs.show_tab("minutes")
        with qtbot.waitSignal(tabs.went) as went:
            at = tabs.tabRect(2).center()
            QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=at)
        assert went.args == [tabs.code] == ["p"]

    @pytest.mark.parametrize(
        ("language", "forward"), [("ar", Qt.Key.Key_Left), ("fr", Qt.Key.Key_Right)]
    )
    def test_arrows_follow_the_eye(
        self, language: Language, forward: Qt.Key, desk: GalleryDesk, show: Show
    ) -> None:
        desk.set_language(language)
        tabs = Tabs(desk, "Session", TABS)
        show(tabs)
        tabs.setFocus()
        QTest.keyClick(tabs, forward)
        assert tabs.code == "minutes"
        starts = [tabs.tabRect(at).center().x() for at in range(3)]
        assert starts == sorted(starts, reverse=language == "ar")

    def test_they_go_round(self, desk: GalleryDesk, show: Show) -> None:
        tabs = Tabs(desk, "Session", TABS)
        show(tabs)
        tabs.step(-1)
        assert tabs.code == "p"
        tabs.step(1)
        assert tabs.code == "prepare"

    def test_what_is_finished_is_seen_and_heard(self, desk: GalleryDesk, show: Show) -> None:
        tabs = Tabs(desk, "Session", TABS)
        show(tabs)
        before = picture(tabs)
        tabs.set_finished({"prepare"})
        assert picture(tabs) != before
        assert columns_of(picture(tabs), desk.tokens.green)
        assert "منجز" in children(tabs)[0]
        assert tabs.accessibleName() == desk.say("Session")


class TestSteps:
    """How far a session has come."""

    def test_segments_say_where_one_is_and_what_comes_next(
        self, desk: GalleryDesk, show: Show, qtbot: QtBot
    ) -> None:
        segments = StepSegments(desk, "Way of a session")
        segments.show_steps(STEPS)
        show(segments)
        said = heard(segments)[0]
        assert "منعقدة" in said
        assert "محضر موقع" in said
        assert "موجه" not in said
        wide = segments.sizeHint().width()
        segments.set_short(True)
        assert segments.sizeHint().width() < wide
        with qtbot.waitSignal(segments.clicked):
            segments.setFocus()
            QTest.keyClick(segments, Qt.Key.Key_Space)

    def test_at_the_end_the_last_step_is_told(self, desk: GalleryDesk, show: Show) -> None:
        segments = StepSegments(desk, "Way of a session")
        segments.show_steps([Step("موجه", "done")])
        show(segments)
        assert heard(segments)[0].endswith("موجه")
        wide = segments.sizeHint().width()
        segments.set_short(True)  # its words say no less, so its segments give the room
        assert segments.sizeHint().width() < wide

    @pytest.mark.parametrize("upright", [False, True])
    def test_all_steps_are_heard_with_their_days(
        self, upright: bool, desk: GalleryDesk, show: Show
    ) -> None:
        stepper = Stepper(desk, "Way of a session", upright=upright)
        stepper.show_steps(STEPS)
        show(stepper)
        said = heard(stepper)[0]
        at = [said.index(step.label) for step in STEPS]
        assert at == sorted(at)
        assert "20 ماي" in said
        assert stepper.width() >= stepper.minimumSizeHint().width()

    @pytest.mark.parametrize(("language", "right"), [("ar", True), ("fr", False)])
    def test_the_first_step_stands_at_the_start(
        self, language: Language, right: bool, desk: GalleryDesk, show: Show
    ) -> None:
        desk.set_language(language)
        stepper = Stepper(desk, "Way of a session")
        stepper.show_steps(STEPS)
        show(stepper)
        done = columns_of(picture(stepper), desk.tokens.green)
        assert (min(done) > stepper.width() / 2) is right


class TestSegmented:
    """One of a few, all in sight."""

    def test_all_are_as_wide_as_the_widest(self, desk: GalleryDesk, show: Show) -> None:
        control = Segmented(desk, "Attendance", ATTENDANCE)
        show(control)
        for language in ("ar", "fr", "en"):
            desk.set_language(language)
            QApplication.processEvents()
            segments = control.findChildren(QAbstractButton)
            assert len({segment.width() for segment in segments}) == 1
            control.choose("represented")
            assert len({segment.width() for segment in segments}) == 1

    def test_a_click_chooses_and_choosing_tells_nobody(
        self, desk: GalleryDesk, show: Show, qtbot: QtBot
    ) -> None:
        control = Segmented(desk, "Attendance", ATTENDANCE)
        show(control)
        assert control.value == ""
        with qtbot.assertNotEmitted(control.chosen):
            control.choose("absent")
        segment = control.findChildren(QAbstractButton)[1]
        with qtbot.waitSignal(control.chosen) as chosen:
            QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
        assert chosen.args == [control.value] == ["remote"]
        control.choose("")
        assert control.value == ""

    def test_counts_are_seen_and_heard(self, desk: GalleryDesk, show: Show) -> None:
        control = Segmented(
            desk, "Attendance", {"all": "Everything", "late": Choosable("Late", "eye")}
        )
        show(control)
        control.set_counts({"late": 5})
        names = [heard(segment)[0] for segment in control.findChildren(QAbstractButton)]
        assert names == [desk.say("Everything"), f"{desk.say('Late')} 5"]
