"""`onrecord follow`: feeds whose reports a ledger takes in; `onrecord refresh` asks them."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Dry, Json, LedgerPlace, Model, Quiet, Threads

__all__ = ["FOLLOW_HELP", "REFRESH_HELP", "follow", "refresh"]

FOLLOW_HELP = """Follow feeds (RSS, Atom), or list those that are followed.

Nothing is asked yet: `onrecord refresh` asks them, and adds what is new.

\b
Exit status:
  0  it is followed        2  it is no address, or the ledger cannot be written        3  none is followed yet

\b
Examples:
  onrecord follow https://example.org/feed.xml
  onrecord follow
"""

REFRESH_HELP = """Ask every feed that is followed, and add the reports that are new in it.

A feed that says that nothing has changed is believed. Only addresses of the feeds and of their entries are asked.

\b
Exit status:
  0  everything new is in the ledger
  1  something failed; it is listed, the rest is in the ledger
  2  nothing was begun       3  there was nothing new

\b
Example:
  onrecord refresh --ledger syria.db
"""


def follow(
    feeds: Annotated[list[str] | None, typer.Argument(metavar="FEED", help="Addresses of feeds.", show_default=False)] = None,
    ledger: LedgerPlace = None,
    json: Json = False,
) -> None:  # fmt: skip
    """Follows them; ends with the exit status that `FOLLOW_HELP` tells."""
    from onrecord.cli.asking import as_json, ask
    from onrecord.cli.ending import NOT_BEGUN, NOTHING_TO_READ
    from onrecord.cli.output import Output
    from onrecord.ledger import Ledger
    from onrecord.wording.visible import flat

    def add(store: Ledger, output: Output) -> int:
        wrong = [feed for feed in feeds or () if not feed.lower().startswith(("http://", "https://"))]
        if wrong:
            output.say(f"onrecord: {flat(wrong[0])}: is no address of a feed; it begins with https://")
            return NOT_BEGUN
        for feed in feeds or ():
            output.say(f"{'following' if store.follow(feed) else 'already following'} {flat(feed)}")
        return 0

    def tell(store: Ledger, output: Output) -> int:
        count = 0
        for feed in store.iter_feeds():
            count += 1
            told = f"{flat(feed.url)} · asked {feed.at or 'never'} · {len(feed.seen)} entries seen"
            output.line(as_json(feed)) if json else output.entry(told)
        return 0 if count else NOTHING_TO_READ

    raise typer.Exit(ask(ledger, add, write=True, create=True) if feeds else ask(ledger, tell))


def refresh(
    ledger: LedgerPlace = None,
    dry_run: Dry = False,
    json: Json = False,
    quiet: Quiet = False,
    model: Model = None,
    threads: Threads = None,
) -> None:
    """Asks them; ends with the exit status that `REFRESH_HELP` tells."""
    from onrecord import api
    from onrecord.cli.keeping import Keeping, keep

    wanted = Keeping(None, False, ledger, json, quiet, dry_run, model, threads, "refreshing")
    raise typer.Exit(
        keep(wanted, lambda store, settings, reader: api.refresh(store, dry=dry_run, settings=settings, reader=reader))
    )
