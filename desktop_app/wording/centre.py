"""What a centre is called until it gives its own names."""

from typing import Final

from desktop_app.wording.bilingual import Bilingual

DEFAULT_NAME: Final = Bilingual(
    "المركز الجهوي لمنظومة الإعلام", "le centre régional du système d’information"
)
