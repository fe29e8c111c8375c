"""One question to a ledger: it is opened, answered from, and closed; what is wrong is said in a sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from onrecord.cli.ending import INTERRUPTED, NOT_BEGUN, OUTPUT_CLOSED, close_output
from onrecord.cli.output import Output, open_output
from onrecord.errors import ExportError, FilterError, LedgerError, OnrecordError, SettingsError
from onrecord.ledger import Ledger, open_ledger
from onrecord.settings import load_settings

__all__ = ["as_json", "ask"]


def ask(
    where: str | None,
    answer: Callable[[Ledger, Output], int],
    *,
    write: bool = False,
    create: bool = False,
    who: str | None = None,
) -> int:
    """Opens a ledger, lets it be asked, and returns the exit status.

    Args:
        where: File or address of the ledger, or None for the one that the settings name.
        answer: Asks, prints, and says how it ended.
        write: Whether something will be written.
        create: Whether a ledger is made where there is none.
        who: Who writes and judges; by default the name of the user.
    """
    output = open_output()
    try:
        settings = load_settings(ledger=where)
        originals = settings.originals
        with open_ledger(settings.ledger, create=create, read_only=not write, originals=originals, who=who) as ledger:
            return answer(ledger, output)
    except (ExportError, FilterError, LedgerError, SettingsError) as error:
        output.say(f"onrecord: {error}")
        return NOT_BEGUN
    except OnrecordError as error:
        output.say(f"onrecord: {error}")
        return 1
    except KeyboardInterrupt:
        output.say("\ninterrupted")
        return INTERRUPTED
    except BrokenPipeError:
        close_output()
        return OUTPUT_CLOSED


def as_json(value: Any) -> str:
    """A value of the ledger as one line of JSON, by the names of its fields."""
    return json.dumps(asdict(value), ensure_ascii=False)
