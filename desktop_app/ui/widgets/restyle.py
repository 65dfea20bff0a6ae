"""Another look from the style sheet for a widget that already has one."""

from PySide6.QtWidgets import QWidget


def restyle(widget: QWidget, value: str, name: str = "kind") -> None:
    """Set a property that the style sheet chooses by; Qt looks at it only when polished anew."""
    if (widget.property(name) or "") != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
