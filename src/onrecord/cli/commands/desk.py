"""`onrecord desk`: the ledger in a browser on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Who

__all__ = ["HELP", "desk"]

HELP = """Open a ledger in a browser on this machine: read, compare, decide, give out.

It answers on this machine only, and in the one browser that opens the address that it prints; that address works once. Nothing is
loaded from anywhere else. Press Ctrl-C to end it. What is decided there is written down with the name of the user, or with that of
--who: how far two reviewers agree stands at /review/agreement.

\b
Exit status:
  0  it was ended        2  the ledger or the port cannot be opened

\b
Examples:
  onrecord desk
  onrecord desk syria.db --port 8484 --read-only
  onrecord desk syria.db --who Noor
"""


def desk(
    ledger: Annotated[str | None, typer.Argument(metavar="[LEDGER]", help="File or address of the ledger.", show_default=False)] = None,
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65_535, help="The port; 0 takes any that is free.")] = 8484,
    who: Who = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Decide nothing; only look and give out.")] = False,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the address in the browser, too.")] = True,
) -> None:  # fmt: skip
    """Runs it; ends with the exit status that `HELP` tells."""
    import webbrowser

    from onrecord.cli.asking import ask
    from onrecord.cli.output import Output
    from onrecord.ledger import Ledger
    from onrecord.serve.running import run

    def answer(store: Ledger, output: Output) -> int:
        def opened(url: str) -> None:
            output.say(f"the desk is open at\n  {url}\nCtrl-C ends it")
            if browser:
                webbrowser.open(url)

        run(store, port, opened)
        return 0

    raise typer.Exit(ask(ledger, answer, write=not read_only, who=who))
