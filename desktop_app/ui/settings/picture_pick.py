"""A picture chosen among files: shown small, changed, taken away."""

from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from desktop_app.exchange.picture_file import read_picture
from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.settings.binding import Binding
from desktop_app.ui.settings.declared import Setting
from desktop_app.ui.theme import CONTROL_HEIGHT
from desktop_app.ui.widgets.buttons import Button

_WIDTH: Final = 120
_FILTER: Final = N_("Pictures (*.png *.jpg *.jpeg)")


class PicturePick(QWidget):
    """The picture, and the two things that can be done with it."""

    def __init__(self, desk: Desk, binding: Binding, setting: Setting) -> None:
        super().__init__()
        self._desk = desk
        self._binding = binding
        self._setting = setting
        self._shown: bytes | None = None
        self._thumb = QLabel()
        self._thumb.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose_act = Act(desk, N_("Choose a picture"), self._ask, icon="image", key="F3")
        self._away = Act(
            desk,
            N_("Take away"),
            lambda: binding.choose(setting, b""),
            icon="trash",
            key="Del",
        )
        self.acts = (self.choose_act, self._away)
        choose = Button(desk, self.choose_act)
        self._away_button = Button(desk, self._away, kind="bare", icon_only=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._thumb)
        row.addWidget(choose)
        row.addWidget(self._away_button)
        self.setFocusProxy(choose)

    def refresh(self) -> None:
        """Show the picture that is kept."""
        data = cast("bytes", self._binding.value(self._setting.path))
        if data is self._shown:
            return
        self._shown = data
        image = QImage.fromData(data) if data else QImage()
        ratio = self.devicePixelRatioF()
        picture = QPixmap()
        if not image.isNull():
            picture = QPixmap.fromImage(
                image.scaled(
                    round(_WIDTH * ratio),
                    round(CONTROL_HEIGHT * ratio),
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
            picture.setDevicePixelRatio(ratio)
        self._thumb.setPixmap(picture)
        self._thumb.setVisible(not picture.isNull())
        self._thumb.setAccessibleName(self._desk.say(self._setting.message))
        self._away_button.setVisible(bool(data))
        self._away.set_offered(bool(data), N_("There is no picture to take away."))
        self.choose_act.set_message(N_("Change") if data else N_("Choose a picture"))

    def take_file(self, name: str) -> None:
        """Read a picture that was chosen, and keep it."""
        self._desk.runner.run(
            lambda _: read_picture(Path(name)),
            lambda data: self._binding.choose(self._setting, data),
        )

    def _ask(self) -> None:
        pictures = QStandardPaths.StandardLocation.PicturesLocation
        dialog = QFileDialog(
            self.window(),
            self._desk.say(self._setting.message),
            QStandardPaths.writableLocation(pictures),
            self._desk.say(_FILTER),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_file)
        dialog.open()
