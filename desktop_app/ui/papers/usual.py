"""The language that the centre makes its papers in, unless another is chosen."""

from desktop_app.services.institution import get_settings
from desktop_app.ui.desk import Desk


def usual_language(desk: Desk) -> str:
    """Give its code, as the settings keep it; that of the window while none was chosen."""
    if desk.store is not None:
        with desk.store.read() as reading:
            if chosen := get_settings(reading).paper_language:
                return chosen.value
    return "fr" if desk.language == "fr" else "ar"
