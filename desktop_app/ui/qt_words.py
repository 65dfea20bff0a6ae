"""The words of Qt's own dialogs and menus, as this program words its own.

What ships with Qt lacks some in Arabic and in French, and commands where this window names the
act (``احفظ`` for ``حفظ``). Letters underlined for Alt are left out: no key of this window is one.
"""

from typing import Final

from PySide6.QtCore import QObject, QTranslator

from desktop_app.i18n import N_, catalogue

_BUTTONS: Final = (
    N_("OK"),
    N_("Save"),
    N_("Save All"),
    N_("Open"),
    N_("Cancel"),
    N_("Close"),
    N_("Apply"),
    N_("Reset"),
    N_("Help"),
    N_("Discard"),
    N_("Yes"),
    N_("No"),
    N_("Yes to All"),
    N_("No to All"),
    N_("Abort"),
    N_("Retry"),
    N_("Ignore"),
    N_("Restore Defaults"),
    N_("Show Details..."),
    N_("Hide Details..."),
)
_EDITING: Final = (
    N_("Undo"),
    N_("Redo"),
    N_("Cut"),
    N_("Copy"),
    N_("Paste"),
    N_("Delete"),
    N_("Select All"),
    N_("Copy Link Location"),
)
_FILES: Final = (
    N_("Look in:"),
    N_("Directory:"),
    N_("File name:"),
    N_("Files of type:"),
    N_("Choose"),
    N_("Rename"),
    N_("New Folder"),
    N_("Create New Folder"),
    N_("Create a New Folder"),
    N_("Show hidden files"),
    N_("Show "),
    N_("All Files (*)"),
    N_("Back"),
    N_("Go back"),
    N_("Forward"),
    N_("Go forward"),
    N_("Parent Directory"),
    N_("Go to the parent directory"),
    N_("List View"),
    N_("Change to list view mode"),
    N_("Detail View"),
    N_("Change to detail view mode"),
    N_("List of places and bookmarks"),
    N_("Sidebar"),
    N_("Directories"),
    N_("Files"),
    N_("File"),
    N_("%1 File"),
    N_("File Folder"),
    N_("Folder"),
    N_("Drive"),
    N_("Alias"),
    N_("Shortcut"),
    N_("Unknown"),
    N_("Remove"),
    N_("Recent Places"),
    N_("Computer"),
    N_("My Computer"),
    N_("Find Directory"),
    N_("Save As"),
    N_("Name"),
    N_("Size"),
    N_("Type"),
    N_("Date Modified"),
    N_("Invalid filename"),
    N_(
        '<b>The name "%1" cannot be used.</b><p>Try using another name, with fewer '
        "characters or no punctuation marks."
    ),
    N_("%1 already exists.\nDo you want to replace it?"),
    N_("'%1' is write protected.\nDo you want to delete it anyway?"),
    N_("Are you sure you want to delete '%1'?"),
    N_("Could not delete directory."),
    N_("%1\nFile not found.\nPlease verify the correct file name was given."),
    N_("%1\nDirectory not found.\nPlease verify the correct directory name was given."),
)
_PRINTING: Final = (
    N_("Print"),
    N_("Printer"),
    N_("Name:"),
    N_("Location:"),
    N_("Type:"),
    N_("Output file:"),
    N_("Properties"),
    N_("Preview"),
    N_("Options"),
    N_("Options >>"),
    N_("Options <<"),
    N_("Print to File (PDF)"),
    N_("Print To File ..."),
    N_("Local file"),
    N_("Write PDF file"),
    N_("Automatic"),
    N_("Print range"),
    N_("Print all"),
    N_("All Pages"),
    N_("Odd Pages"),
    N_("Even Pages"),
    N_("Pages from"),
    N_("to"),
    N_("Pages"),
    N_("Page Set:"),
    N_("Current Page"),
    N_("Selection"),
    N_(
        "Specify pages or ranges separated by commas. Ranges are specified by two "
        "numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9."
    ),
    N_("Output Settings"),
    N_("Copies"),
    N_("Copies:"),
    N_("Collate"),
    N_("Reverse"),
    N_("Color Mode"),
    N_("Color"),
    N_("Grayscale"),
    N_("Double Sided Printing"),
    N_("Off"),
    N_("Long side binding"),
    N_("Short side binding"),
    N_("Pages per sheet:"),
    N_("Page order:"),
    N_("Page Layout"),
    N_("%1 is a directory.\nPlease choose a different file name."),
    N_("File %1 is not writable.\nPlease choose a different file name."),
    N_("%1 already exists.\nDo you want to overwrite it?"),
    N_("The 'From' value cannot be greater than the 'To' value."),
    N_("Invalid Pages Definition"),
    N_(
        "%1 does not follow the correct syntax. Please use ',' to separate ranges and "
        "pages, '-' to define ranges and make sure ranges do not intersect with each "
        "other."
    ),
)
_OURS: Final = frozenset((*_BUTTONS, *_EDITING, *_FILES, *_PRINTING))


class QtWords(QTranslator):
    """Answers before Qt's own catalogue, for the words that it knows.

    Attributes:
        say: the words of the window's language.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.say = catalogue("en")

    def isEmpty(self) -> bool:
        """Say that there are words, or Qt does not ask."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Give the words for those of Qt, or None where its own catalogue is to be asked."""
        bare = source.replace("&", "")
        return self.say(bare) if bare in _OURS else None
