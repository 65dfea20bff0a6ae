"""Invented drafts for the tests of the use cases."""

import base64
from typing import Any

from desktop_app.services.drafts import SessionDraft
from desktop_app.services.validation import checked

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)
"""A picture of one pixel."""


def session(**fields: object) -> dict[str, Any]:
    """Give a small session as a file holds it, with other fields over its own."""
    return {
        "type": "meeting",
        "theme": {"ar": "جودة المعطيات", "fr": "Qualité des données"},
        "days": ["2026-03-04"],
        "bodies": [{"key": "centre", "kind": "centre", "name": {"ar": "المركز"}}],
        "people": [
            {
                "key": "salma",
                "civility": "mrs",
                "name": {"ar": "سلمى أيت وعلي", "fr": "Salma Aït Ouali"},
                "function": {"title": {"ar": "رئيسة المركز", "fr": "la cheffe"}, "unique": True},
                "body": "centre",
            },
            {"key": "kamal", "name": {"fr": "Kamal Benziane"}},
        ],
        **fields,
    }


def draft(**fields: object) -> SessionDraft:
    """Give that session as a checked draft."""
    return checked(session(**fields), SessionDraft)
