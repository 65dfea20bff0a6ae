"""Blocks set on paper: each family of blocks turned into strips with the papers' measures."""

from desktop_app.documents.setting.paper import BlockPlace, SetPaper, set_paper

__all__ = ["BlockPlace", "SetPaper", "set_paper"]
