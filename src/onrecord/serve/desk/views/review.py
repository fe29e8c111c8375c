"""The queue of what waits for a person, one thing of it to decide, and the decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Final

from starlette.responses import Response

from onrecord.errors import FilterError, NotInLedger
from onrecord.ledger import Decision, Ledger, Waiting
from onrecord.record.judgement import in_force
from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.desk import Desk
from onrecord.serve.desk.reviewing.deciding import VERDICTS, decide
from onrecord.serve.desk.reviewing.item import Item
from onrecord.serve.desk.reviewing.linked import claim_item, join_item
from onrecord.serve.desk.reviewing.parts import event_item, place_item, statement_item

__all__ = ["ReviewPage", "bulk", "redo", "review", "undo"]

KINDS: Final = {
    "claim": "contested claims", "join": "joins", "statement": "statements", "place": "places", "event": "events", "new": "new statements",
}  # fmt: skip
_EACH: Final = 20
_BULK: Final = 500
_ITEMS: Final[Mapping[str, Callable[[Ledger, Waiting], Item]]] = {
    "claim": claim_item, "join": join_item, "statement": statement_item, "new": statement_item, "place": place_item, "event": event_item,
}  # fmt: skip
_LETTERS: Final = {"s": "statement", "p": "place", "e": "event", "c": "claim"}


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """What the page shows.

    Attributes:
        queue: What waits, what is most worth it first.
        item: What is decided on now; None where nothing waits.
        kinds: Kinds that can be chosen, each with its words.
        kind: The kind that is chosen.
        following: Id of the one after it in the queue.
        preceding: Id of the one before.
        done: Ids of the judgements that were just made.
        message: What was just written down, in words.
        bulk: How many an acceptance of all would write down; None where it is not asked about.
        who: Who reviews.
    """

    queue: tuple[Waiting, ...]
    item: Item | None
    kinds: Mapping[str, str]
    kind: str | None
    following: str | None
    preceding: str | None
    done: tuple[str, ...]
    message: str
    bulk: int | None
    who: str


def review(desk: Desk, asked: Asked) -> Response:
    """Shows what waits; writes a decision down and goes on to the next."""
    if asked.posted:
        return _decide(desk, asked)
    kind = asked.options.get("wanted")
    queue = _queue(desk, asked)
    if asked.json:
        return desk.listing(asked, "review.html", None, [asdict(one) for one in queue], len(queue))
    ids = [one.id for one in queue]
    at = asked.options.get("here") or (ids[0] if ids else None)
    here = ids.index(at) if at in ids else -1
    waiting = queue[here] if here >= 0 else (_waiting(at) if at else None)
    item = _judged(desk.ledger, _ITEMS[waiting.kind](desk.ledger, waiting)) if waiting else None
    page = ReviewPage(
        tuple(queue), item, KINDS, kind, ids[here + 1] if here + 1 < len(ids) else None, ids[here - 1] if here > 0 else None,
        tuple(filter(None, asked.options.get("done", "").split(","))), _MESSAGES.get(asked.options.get("said", ""), ""),
        len(_bulk(desk, asked)) if "bulk" in asked.options else None, desk.ledger.who,
    )  # fmt: skip
    return desk.page(asked, "review.html", page)


def bulk(desk: Desk, asked: Asked) -> Response:
    """Accepts everything of one kind within the filter that waits; one undo takes all of it back."""
    waiting = _bulk(desk, asked)
    if str(len(waiting)) != asked.value("many"):
        raise FilterError(
            "what waits is not what it was when you were asked; look at it again before you accept all of it"
        )
    made = desk.ledger.judge_many([Decision(one.id, "right", None, asked.value("why")) for one in waiting])
    ids = f"{made[0].id}-{made[-1].id.removeprefix('j')}" if made else None
    return _on(desk, asked, None, ids, "accepted")


def undo(desk: Desk, asked: Asked) -> Response:
    """Takes the last decision back: what the form names, or the newest one of this reviewer."""
    named = _ids(asked.value("done"))
    made = desk.ledger.undo(named) if named else desk.ledger.undo_last()
    return _on(desk, asked, asked.value("here"), None, "undone" if made else "nothing")


def redo(desk: Desk, asked: Asked) -> Response:
    """Puts back what was taken back last."""
    made = desk.ledger.redo_last()
    return _on(desk, asked, asked.value("here"), None, "redone" if made else "nothing")


_MESSAGES: Final = {
    "accept": "Accepted.", "reject": "Rejected.", "unsure": "Noted as not to be told.", "corrected": "Corrected.", "accepted": "All accepted.",
    "undone": "Taken back.", "redone": "Put back.", "nothing": "There is nothing to take back or to put back.",
}  # fmt: skip


def _decide(desk: Desk, asked: Asked) -> Response:
    id_ = asked.value("object")
    if id_ is None:
        raise FilterError("object: the form does not say what was decided on")
    waiting = _waiting(id_)
    made = decide(desk.ledger, _ITEMS[waiting.kind](desk.ledger, waiting), asked)
    verdict = asked.value("verdict")
    return _on(desk, asked, asked.value("next"), ",".join(made), verdict if verdict in VERDICTS else "corrected")


def _on(desk: Desk, asked: Asked, item: str | None, done: str | None, said: str) -> Response:
    """On to the next item, with what was written down in the address."""
    wanted = asked.value("wanted")
    return desk.done(asked, asked.url("/review", wanted=wanted, here=item, done=done, said=said))


def _queue(desk: Desk, asked: Asked) -> list[Waiting]:
    kind = asked.options.get("wanted")
    if kind is not None and kind not in KINDS:
        raise FilterError(f"wanted: {kind!r} is no kind; there are {', '.join(KINDS)}")
    kinds = [kind] if kind else list(KINDS)
    return desk.ledger.list_waiting(asked.filter, kinds=kinds, most=asked.size if kind else _EACH)  # type: ignore[arg-type]


def _bulk(desk: Desk, asked: Asked) -> list[Waiting]:
    kind = asked.options.get("wanted") or asked.value("wanted") or ""
    if kind not in KINDS or kind == "join":
        raise FilterError("all of one kind can be accepted at once, but not joins: choose a kind first")
    return desk.ledger.list_waiting(asked.filter, kinds=[kind], most=_BULK)  # type: ignore[list-item]


def _waiting(id_: str) -> Waiting:
    """Something that is named by its id, whether it waits or not."""
    if " " in id_:
        return Waiting("join", id_, id_)
    letter = next(filter(str.isalpha, id_.rpartition(".")[2]), "")
    if letter not in _LETTERS or ("." not in id_) != (letter == "c"):
        raise NotInLedger(f"{id_}: is nothing that is reviewed; ids are like c7, r12.1.s3, r12.1.p2 or r12.1.e1")
    return Waiting(_LETTERS[letter], id_, id_)  # type: ignore[arg-type]


def _judged(ledger: Ledger, item: Item) -> Item:
    if item.waiting.kind == "join":
        return item
    return replace(item, judged=in_force(ledger.iter_judgements(item.waiting.id)))


def _ids(text: str | None) -> list[str]:
    """Ids of judgements, written one by one or as a range: "j5,pj2" or "j5-j9"."""
    found: list[str] = []
    for part in filter(None, (text or "").split(",")):
        first, _, last = part.partition("-")
        if (
            last
            and first.startswith("j")
            and first[1:].isdigit()
            and last.isdigit()
            and int(last) - int(first[1:]) <= _BULK
        ):
            found += [f"j{number}" for number in range(int(first[1:]), int(last) + 1)]
        else:
            found.append(part)
    return found
