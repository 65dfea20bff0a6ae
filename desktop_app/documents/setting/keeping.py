"""Where no page may end: after a head, before a signature, beside a table's last rows."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from desktop_app.documents import blocks
from desktop_app.documents.typesetting.page import Cut, Flow

Group = tuple[blocks.AnyBlock, list[Flow]]

_LINES_WITH_HEAD = 2
_CLOSING_BLOCKS = 2


def keep_together(groups: Sequence[Group]) -> None:
    """Mark the first flow of a block that must stand on the page of the block before it.

    A head keeps two lines or two rows of what follows. The closing sentence and the dated line
    stand with the signatures, and after a table two of its rows stand with them; enclosures and
    copies stand with the signatures as well.
    """
    closing = _closing(groups)
    for number, ((block, _), (following, flows)) in enumerate(pairwise(groups), 1):
        if block.keep_with_next or isinstance(following, blocks.Signatures):
            _keep(flows, 0, Cut.NEVER)
        elif (
            isinstance(block, blocks.Signatures | blocks.Header | blocks.Reference)
            or number in closing
            or (isinstance(block, blocks.Table) and isinstance(following, blocks.Fields))
        ):
            _keep(flows, 0, Cut.AVOID)
        if isinstance(block, blocks.Heading):
            _keep_lines(groups[number:])


def _closing(groups: Sequence[Group]) -> set[int]:
    """Give the places of the signatures and of the blocks, two at most, that lead to them.

    The first of them may begin a page, unless a table stands before it.
    """
    found: set[int] = set()
    for number, (block, _) in enumerate(groups):
        if isinstance(block, blocks.Signatures):
            first = number
            while first > max(number - _CLOSING_BLOCKS, 1) and isinstance(
                groups[first - 1][0], blocks.Paragraph | blocks.Fields
            ):
                first -= 1
            after_table = first and isinstance(groups[first - 1][0], blocks.Table)
            found.update(range(first if after_table else first + 1, number + 1))
    return found


def _keep_lines(groups: Sequence[Group]) -> None:
    """Keep flows with the head before them until two lines or rows stand with it."""
    kept = 0
    for _, flows in groups:
        for number, flow in enumerate(flows):
            if kept:
                _keep(flows, number, Cut.AVOID)
            kept += flow.strip.count
            if kept >= _LINES_WITH_HEAD:
                return


def _keep(flows: list[Flow], number: int, cut: Cut) -> None:
    flows[number] = replace(flows[number], cut_before=max(cut, flows[number].cut_before))
