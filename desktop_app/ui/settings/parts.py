"""The pages of the settings, declared."""

from typing import TYPE_CHECKING, Final

from desktop_app.direction import ltr
from desktop_app.i18n import N_
from desktop_app.services.institution_data import HeaderMode, NumberingMode
from desktop_app.ui.kept import TEXT_SIZES
from desktop_app.ui.settings.declared import (
    Line,
    Lines,
    Pair,
    Part,
    PersonPick,
    Pick,
    PicturePick,
    Segments,
    Setting,
    Special,
    Toggle,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.services.settings import Settings
    from desktop_app.ui.desk import Desk
    from desktop_app.ui.settings.binding import Binding

SHEET: Final = "attendance-sheet"


def _has_lines(settings: "Settings") -> bool:
    return settings.institution.header_mode != HeaderMode.PICTURE


def _has_picture(settings: "Settings") -> bool:
    return settings.institution.header_mode == HeaderMode.PICTURE


def _has_columns(settings: "Settings") -> bool:
    centre = settings.institution
    return centre.header_mode == HeaderMode.BILINGUAL or (
        centre.header_mode == HeaderMode.TEXT and centre.paper_language == "both"
    )


def _has_notice(settings: "Settings") -> bool:
    return settings.institution.data_notice


def _numbers(settings: "Settings") -> bool:
    return settings.institution.numbering == NumberingMode.PATTERN


def _months(desk: "Desk", binding: "Binding") -> "QWidget":
    from desktop_app.ui.settings.months import Months

    return Months(desk, binding)


def _holidays(desk: "Desk", binding: "Binding") -> "QWidget":
    from desktop_app.ui.settings.holidays import Holidays

    return Holidays(desk, binding)


def _coming(desk: "Desk", binding: "Binding") -> "QWidget":
    from desktop_app.ui.settings.coming import ComingNumbers

    return ComingNumbers(desk, binding)


def _phrases(desk: "Desk", _: "Binding") -> "QWidget":
    from desktop_app.ui.settings.phrases import Phrases

    return Phrases(desk)


def _types(desk: "Desk", _: "Binding") -> "QWidget":
    from desktop_app.ui.settings.types import SessionTypes

    return SessionTypes(desk)


def _data(desk: "Desk", _: "Binding") -> "QWidget":
    from desktop_app.ui.settings.data import Data

    return Data(desk)


CENTRE: Final = Part(
    "centre",
    N_("Centre"),
    "buildings",
    (
        Setting(
            ("institution", "name"),
            N_("Name of the centre"),
            N_("As it stands in a sentence; in French with its article."),
            Pair(),
            "attendance-sheet",
            wide=True,
        ),
        Setting(
            ("institution", "academy"),
            N_("Academy"),
            N_("Named in the data-protection notice and on attestations."),
            Pair(),
            SHEET,
            wide=True,
        ),
        Setting(
            ("institution", "city"),
            N_("City"),
            N_("Stands before the date under the papers."),
            Pair(),
            wide=True,
        ),
        Setting(
            ("institution", "signatory"),
            N_("Signatory"),
            N_("Signs invitations and attestations unless another is chosen."),
            PersonPick(),
            "invitation",
        ),
        Setting(
            ("institution", "email"),
            N_("E-mail of the centre"),
            N_("Printed on invitations and in the data-protection notice."),
            Line(latin=True),
            "invitation",
        ),
        Setting(
            ("institution", "phone"),
            N_("Phone of the centre"),
            N_("Printed on invitations where there is no e-mail."),
            Line(latin=True),
            "invitation",
        ),
        Setting(
            ("institution", "cndp_number"),
            N_("CNDP declaration number"),
            N_("Ends the data-protection notice; empty when nothing was declared."),
            Line(latin=True),
            SHEET,
        ),
    ),
)

PAPERS: Final = Part(
    "papers",
    N_("Papers and header"),
    "text-aa",
    (
        Setting(
            ("institution", "paper_language"),
            N_("Language of papers"),
            N_("Papers may have a language of their own."),
            Segments(
                (
                    ("", N_("As the window")),
                    ("ar", N_("Arabic")),
                    ("fr", N_("French")),
                    ("both", N_("Bilingual")),
                )
            ),
        ),
        Setting(
            ("institution", "header_mode"),
            N_("Header"),
            N_("One column of lines, two columns, or the office’s own picture."),
            Segments(
                (
                    ("text", N_("Lines")),
                    ("bilingual", N_("Two columns")),
                    ("picture", N_("Picture")),
                )
            ),
        ),
        Setting(
            ("pictures", "header"),
            N_("Header picture"),
            N_("PNG or JPEG over the whole width, up to 35 mm high."),
            PicturePick(),
            when=_has_picture,
        ),
        Setting(
            ("institution", "header_ar"),
            N_("Lines of the header in Arabic"),
            N_("One under the other, from the State down to the centre."),
            Lines(),
            wide=True,
            when=_has_lines,
        ),
        Setting(
            ("institution", "header_fr"),
            N_("Lines of the header in French"),
            N_("In the second column, and alone on French papers."),
            Lines(latin=True),
            wide=True,
            when=_has_lines,
        ),
        Setting(
            ("pictures", "emblem"),
            N_("Emblem"),
            N_("Your own picture between the two columns; none is supplied."),
            PicturePick(),
            when=_has_columns,
        ),
        Setting(
            ("institution", "hijri_date"),
            N_("Hijri date in the minutes"),
            N_("Before the Gregorian date, in the opening sentence."),
            Toggle(),
        ),
        Setting(
            ("institution", "hours_in_words"),
            N_("Hours in words"),
            N_("In Arabic papers; otherwise in figures."),
            Toggle(),
        ),
        Setting(
            ("institution", "blank_date"),
            N_("Leave the date to the hand"),
            N_("Dots in place of the date under the papers."),
            Toggle(),
        ),
        Setting(
            ("institution", "lateness_shown"),
            N_("Name who came late or left early"),
            N_("In the attendance of the minutes."),
            Toggle(),
        ),
        Setting(
            ("institution", "phone_on_sheet"),
            N_("Print phone and e-mail on attendance sheets"),
            N_("Better left off (law 09-08)."),
            Toggle(),
            SHEET,
        ),
        Setting(
            ("institution", "blank_lines"),
            N_("Empty lines on attendance sheets"),
            N_("For those who come without an invitation; as many as the page has room for."),
            Pick(tuple((str(n), str(n)) for n in (0, 3, 5, 8, 12, 20)), whole=True),
            SHEET,
        ),
        Setting(
            ("institution", "data_notice"),
            N_("Data-protection notice"),
            N_("At the foot of attendance sheets."),
            Toggle(),
            SHEET,
        ),
        Setting(
            ("institution", "notice_text"),
            N_("Words of the notice"),
            N_("While empty, the notice has its usual words, which name the law."),
            Pair(several=True),
            SHEET,
            wide=True,
            when=_has_notice,
        ),
    ),
)

NUMBERS: Final = Part(
    "numbers",
    N_("Numbers"),
    "hash",
    (
        Setting(
            ("institution", "numbering"),
            N_("How papers are numbered"),
            N_("Left blank where the registry desk gives the number."),
            Segments(
                (
                    ("pattern", N_("By a pattern")),
                    ("blank", N_("Left blank")),
                    ("none", N_("Not at all")),
                )
            ),
        ),
        Setting(
            ("institution", "reference_pattern"),
            N_("Pattern"),
            N_("{{seq}} is the number, {{seq:03}} with zeros; {{yy}} or {{yyyy}} the year."),
            Line(latin=True),
            when=_numbers,
        ),
        Setting(
            ("institution", "service_code"),
            N_("Code of the service"),
            N_("Stands for {{service}} in the pattern."),
            when=_numbers,
        ),
        Setting(
            ("institution", "common_numbers"),
            N_("One series for all papers"),
            N_("Otherwise each kind of paper counts on its own."),
            Toggle(),
            when=_numbers,
        ),
        Special(_coming, when=_numbers),
    ),
)

CALENDAR: Final = Part(
    "calendar",
    N_("Dates and holidays"),
    "calendar-blank",
    (
        Setting(
            ("calendar", "correction"),
            N_("Hijri date"),
            N_("Days from Umm al-Qura; one day less is usual in official texts."),
            Segments((("0", "0"), ("-1", ltr("−1")), ("-2", ltr("−2"))), whole=True),
        ),
        Special(_holidays),
        Special(_months),
    ),
)

PHRASES: Final = Part(
    "phrases", N_("Phrases"), "chat-centered-text", (Special(_phrases),), preview=False
)

MAIL: Final = Part(
    "mail",
    N_("Mail"),
    "envelope-simple",
    (
        Setting(
            ("window", "mail"),
            N_("How papers are sent"),
            N_("As a draft in your own mail program, or step by step in the browser."),
            Segments((("draft", N_("Mail program")), ("web", N_("Browser")))),
        ),
    ),
    preview=False,
)

LOOK: Final = Part(
    "look",
    N_("Language and look"),
    "globe",
    (
        Setting(
            ("window", "language"),
            N_("Language of the window"),
            N_("Papers have a language of their own."),
            Segments((("ar", "العربية"), ("fr", "Français"), ("en", "English"))),
        ),
        Setting(
            ("window", "appearance"),
            N_("Appearance"),
            N_("Light, dark, or as this computer is set."),
            Segments(
                (("system", N_("As the system")), ("light", N_("Light")), ("dark", N_("Dark")))
            ),
        ),
        Setting(
            ("window", "text_size"),
            N_("Text size"),
            N_("In percent."),
            Segments(tuple((str(size), str(size)) for size in TEXT_SIZES)),
        ),
    ),
    preview=False,
)

TYPES: Final = Part(
    "types", N_("Session types"), "presentation-chart", (Special(_types),), preview=False
)

DATA: Final = Part("data", N_("Data"), "database", (Special(_data),), preview=False)

PARTS: Final = (CENTRE, PAPERS, NUMBERS, CALENDAR, TYPES, PHRASES, MAIL, LOOK, DATA)
