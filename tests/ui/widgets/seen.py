"""What can be seen and heard of a widget: where its ink stands, what a screen reader says."""

from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QWidget


def heard(widget: QWidget) -> tuple[str, str]:
    """Give name and description as a screen reader gets them."""
    interface = QAccessible.queryAccessibleInterface(widget)
    texts = QAccessible.Text
    return interface.text(texts.Name), interface.text(texts.Description)


def picture(widget: QWidget) -> QImage:
    """Take its picture."""
    return widget.grab().toImage()


def columns_of(image: QImage, colour: str) -> list[int]:
    """Give the columns of pixels in which a colour is found."""
    wanted = QColor(colour).rgb()
    return [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) == wanted for y in range(image.height()))
    ]


def inked(image: QImage) -> list[int]:
    """Give the columns of pixels in which something stands out from the ground at a corner."""
    ground = QColor(image.pixel(0, 0)).lightness()
    return [
        x
        for x in range(image.width())
        if any(
            abs(QColor(image.pixel(x, y)).lightness() - ground) > 60 for y in range(image.height())
        )
    ]


def children(widget: QWidget) -> list[str]:
    """Give what a screen reader says of the parts of a widget, from the first."""
    interface = QAccessible.queryAccessibleInterface(widget)
    parts = [interface.child(at) for at in range(interface.childCount())]
    return [part.text(QAccessible.Text.Name) for part in parts]
