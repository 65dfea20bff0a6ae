"""Who was sent an issued paper, as it crosses the floors."""

from db import models
from desktop_app.services.paper_data import Delivery


def delivery_of(record: models.Delivery) -> Delivery:
    """Give a delivery without the database behind it."""
    return Delivery(
        id=record.id,
        uid=record.uid,
        recipient=record.recipient,
        address=record.address,
        means=record.means,
        sha256=record.content.sha256 if record.content else "",
        sent_at=record.sent_at,
        confirmed_at=record.confirmed_at,
    )
