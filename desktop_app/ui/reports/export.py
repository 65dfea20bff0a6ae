"""The figures in view as a sheet, for a spreadsheet."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.reports.figures import Row, figure_columns
from desktop_app.ui.widgets.columns import Group


class SheetExport:
    """Saves figures as a file.

    Args:
        over: the widget that the dialog stands over.
        groups: gives the figures in view.

    Attributes:
        act: asks where, and saves.
    """

    def __init__(
        self, desk: Desk, over: QWidget, groups: Callable[[], Sequence[Group[Row]]]
    ) -> None:
        self._desk = desk
        self._over = over
        self._groups = groups
        self.act = Act(desk, N_("Sheet"), self._ask, icon="table", key="Ctrl+E")

    def save_as(self, path: Path) -> None:
        """Save the figures in view."""
        rows = tuple(self._rows())

        def work(_: object) -> None:
            from desktop_app.exchange.sheet import sheet  # when it is asked for
            from desktop_app.exchange.writing import write_whole

            write_whole(path, sheet(rows))

        open_it = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path.parent)))
        self._desk.runner.run(
            work,
            lambda _: self._desk.tell(
                self._desk.say("Saved: {file}", file=path.name),
                Act(self._desk, N_("Open folder"), open_it),
            ),
            self._desk.show_error,
        )

    def _rows(self) -> Iterator[Sequence[str]]:
        """Give a head, then each figure behind the name of its group."""
        say = self._desk.say
        yield ("", *(say(column.message) for column in figure_columns()))
        for group in self._groups():
            for row in group.rows:
                yield group.title, row.label, row.now, row.before

    def _ask(self) -> None:
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        dialog = QFileDialog(self._over, self._desk.say("Save as"), documents)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("CSV (*.csv)")
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{self._desk.say('Reports')}.csv")
        dialog.fileSelected.connect(lambda name: self.save_as(Path(name)))
        dialog.open()
