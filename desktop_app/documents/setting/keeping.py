"""Where no page may end: after a head, before a signature, beside a table's last rows."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from desktop_app.documents import blocks
from desktop_app.documents.typesetting.page import Cut, Flow

Group = tuple[blocks.AnyBlock, list[Flow]]

_LINES_WITH_HEAD = 2
_CLOSING_BLOCKS = 2
_LAST_BLOCKS = (
    blocks.Paragraph,
    blocks.Fields,
    blocks.Signatures,
    blocks.Notes,
    blocks.Notice,
)


def keep_together(groups: Sequence[Group]) -> None:
    """Mark the first flow of a block that must stand on the page of the block before it.

    A head keeps two lines or two rows of what follows. The closing sentence and the dated line
    stand with the signatures, enclosures and copies as well; what closes a table that ends the
    paper stands with two of its rows.
    """
    closing = _closing(groups)
    for number, ((block, _), (following, flows)) in enumerate(pairwise(groups), 1):
        if block.keep_with_next or isinstance(following, blocks.Signatures):
            _keep(flows, 0, Cut.NEVER)
        elif (
            isinstance(block, blocks.Signatures | blocks.Header | blocks.Reference)
            or number in closing
        ):
            _keep(flows, 0, Cut.AVOID)
        if isinstance(block, blocks.Heading):
            _keep_lines(groups[number:])


def _closing(groups: Sequence[Group]) -> set[int]:
    """Give the places of the blocks that lead to the signatures, and of one that closes a table."""
    found: set[int] = set()
    for number, (block, _) in enumerate(groups):
        if isinstance(block, blocks.Signatures):
            for place in range(number, max(number - _CLOSING_BLOCKS, 0), -1):
                if not isinstance(groups[place - 1][0], blocks.Paragraph | blocks.Fields):
                    break
                found.add(place)
        elif isinstance(block, blocks.Table) and all(
            isinstance(after, _LAST_BLOCKS) or _is_line(after) for after, _ in groups[number + 1 :]
        ):
            found.add(number + 1)
    return found


def _is_line(block: blocks.AnyBlock) -> bool:
    """Tell whether a table is one framed line, such as the counts under a register."""
    return isinstance(block, blocks.Table) and len(block.rows) == 1


def _keep_lines(groups: Sequence[Group]) -> None:
    """Keep flows with the head before them until two lines or rows stand with it, or all it has."""
    kept = 0
    for block, flows in groups:
        if kept and isinstance(block, blocks.Heading):
            return
        for number, flow in enumerate(flows):
            if kept:
                _keep(flows, number, Cut.AVOID)
            kept += flow.strip.count
            if kept >= _LINES_WITH_HEAD:
                return


def _keep(flows: list[Flow], number: int, cut: Cut) -> None:
    flows[number] = replace(flows[number], cut_before=max(cut, flows[number].cut_before))
