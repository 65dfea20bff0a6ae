"""The settings, and what is added there."""

from desktop_app.ui.settings.parts import PARTS
from tests.ui.tours.going import Stop, pressing, to

STOPS = (
    Stop("session-type", pressing(to("settings", "types"), "Ctrl+N")),
    Stop("session-type-wrong", pressing(to("settings", "types"), "Ctrl+N", "Enter")),
    Stop("phrase", pressing(to("settings", "phrases"), "Ctrl+N")),
    *(Stop(f"settings-{part.code}", to("settings", part.code)) for part in PARTS),
)
