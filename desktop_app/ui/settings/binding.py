"""What the settings pages show and change: kept as it is typed, each change undone alone."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services import settings as service
from desktop_app.services.settings import Settings
from desktop_app.services.validation import FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.settings.declared import Path, Setting
from desktop_app.ui.settings.window_choices import change_choice, window_choice

if TYPE_CHECKING:
    from db.unit_of_work import Store

_Written = tuple[object, Settings, str]


class Binding(QObject):
    """The settings of the record and of this computer, for all settings pages of a window.

    Attributes:
        read: emitted when what is kept, or what is wrong with what was typed, is another.
        typed: emitted when something was typed that is not kept yet.
        failed: emitted when something could not be kept; it waits for another try.
    """

    read = Signal()
    typed = Signal()
    failed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kept = Settings()
        self._typed: dict[Path, object] = {}
        self._problems: dict[Path, UserError] = {}
        self._waiting: dict[Path, tuple[Setting, object]] = {}
        self._unit = ""
        self._at_work: Path | None = None
        self._left: set[Path] = set()
        self._busy = False
        self._retry = Act(desk, N_("Try again"), self._write, icon="arrow-clockwise")
        desk.notifier.subscribe({"settings"}, self.reload)

    @property
    def as_typed(self) -> Settings:
        """The settings of the record, with what is typed and not kept yet."""
        settings = self._kept
        for path, value in self._typed.items():
            settings = settings.changed(path, value)
        return settings

    def value(self, path: Path) -> object:
        """Give what a setting shows: what was typed last, refused or not, else what is kept."""
        if path in self._typed:
            return self._typed[path]
        return window_choice(self._desk, path) if path[0] == "window" else self._kept.value(path)

    def problem(self, path: Path) -> UserError | None:
        """Give what is wrong with what was typed in a setting, or in a language of it."""
        found = (self._problems[one] for one in self._problems if one[: len(path)] == path)
        return next(found, None)

    def reload(self) -> None:
        """Read the settings of the record."""
        if (store := self._desk.store) is not None:
            self._desk.runner.run(lambda _: _read(store), self._take)

    def type(self, path: Path, value: object) -> None:
        """Show what is being typed, before it is kept."""
        self._typed[path] = value
        self.typed.emit()

    def keep(self, setting: Setting, value: object) -> None:
        """Keep a value; several that follow one another in one field are undone as one."""
        path = setting.path
        if path[0] == "window":
            self._keep_here(setting, value)
        elif value != self._kept.value(path) or path in self._waiting:
            self.type(path, value)
            self._waiting[path] = (setting, value)
            self._write()
        elif path in self._typed:
            self._settle(path)
            self.read.emit()

    def choose(self, setting: Setting, value: object) -> None:
        """Keep a value that was chosen, not typed: each choice is undone apart."""
        self.keep(setting, value)
        self.part_from(setting.path)

    def part_from(self, path: Path) -> None:
        """Note that a field was left: what is typed there later is undone apart."""
        if path in self._waiting:
            self._left.add(path)
        elif self._at_work == path:
            self._at_work = None

    def finish(self) -> None:
        """Keep at once what waits: the page or the window is being left."""
        store = self._desk.store
        if store is None:
            return
        for setting, value in list(self._waiting.values()):
            try:
                self._done(setting, value, _write_one(store, setting.path, value))
            except UserError as error:
                self._refuse(setting, value, error)

    def _keep_here(self, setting: Setting, value: object) -> None:
        former = window_choice(self._desk, setting.path)
        if value != former:
            change_choice(self._desk, setting.path, value)
            put_back = partial(self._put_back, setting.path, former)
            self._desk.undoable(self._words(setting), put_back)
            self.read.emit()

    def _write(self) -> None:
        """Write what waits longest, off the window's thread; one after the other."""
        store = self._desk.store
        if self._busy or not self._waiting or store is None:
            return
        self._busy = True
        path, (setting, value) = next(iter(self._waiting.items()))
        self._desk.runner.run(
            lambda _: _write_one(store, path, value),
            lambda written: self._go_on(lambda: self._done(setting, value, written)),
            lambda error: self._go_on(lambda: self._refuse(setting, value, error)),
        )

    def _go_on(self, end: Callable[[], bool]) -> None:
        self._busy = False
        if end():
            self._write()

    def _done(self, setting: Setting, value: object, written: _Written) -> bool:
        former, self._kept, unit = written
        path = setting.path
        self._drop(path, value)
        if self._typed.get(path) == value:
            self._settle(path)
        if former != self._kept.value(path):
            after = self._unit if self._at_work == path else ""
            if not self._desk.writer.remember(unit, after):
                self._desk.tell(self._words(setting), self._desk.writer.offer(unit))
            self._unit = unit
        self._at_work = None if path in self._left else path
        self._left.discard(path)
        self.read.emit()
        return True

    def _refuse(self, setting: Setting, value: object, error: Exception) -> bool:
        """Leave what was typed where it is: to be mended, or to be tried again."""
        if isinstance(error, FieldError):
            self._drop(setting.path, value)
            self._problems[setting.path] = error.problem
            self.read.emit()
            return True
        if setting.path[0] == "pictures":
            self._drop(setting.path, value)
            self._settle(setting.path)
        self.failed.emit()
        self._desk.show_error(error, *([self._retry] if self._waiting else []))
        self.typed.emit()
        return False

    def _drop(self, path: Path, value: object) -> None:
        """Forget what waited, but not what was typed since."""
        if path in self._waiting and self._waiting[path][1] == value:
            del self._waiting[path]

    def _settle(self, path: Path) -> None:
        """What is shown is what is kept."""
        self._typed.pop(path, None)
        self._problems.pop(path, None)

    def _words(self, setting: Setting) -> str:
        say = self._desk.say
        return say("Changed: {setting}", setting=say(setting.message))

    def _put_back(self, path: Path, former: object) -> None:
        """Choose for this window what was chosen before."""
        change_choice(self._desk, path, former)
        self.read.emit()

    def _take(self, kept: Settings) -> None:
        self._kept = kept
        self.read.emit()


def _read(store: "Store") -> Settings:
    with store.read() as reading:
        return service.get_all(reading)


def _write_one(store: "Store", path: Path, value: object) -> _Written:
    """Change a setting; give what it was, all settings as they are now, and the unit."""
    with store.write("settings.change") as work:
        former = service.change(work, path, value)
    return former, _read(store), work.uid
