"""Command line of the benchmarks: reading, startup, adding, ledger, gazetteer, linking, desk."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks import adding, desk, gazetteer, ledger, linking, reading, startup
from benchmarks.machine import circumstances, keep
from evaluation.gold import find_shared
from onrecord.errors import OnrecordError
from onrecord.read.reader import MODEL


def exceeded(result: Mapping[str, Any]) -> list[str]:
    """Limits that a result does not keep, in words."""
    limits: Mapping[str, float] = result["limits"]
    return [
        f"{name} is {result[name]}, at most {most} is allowed" for name, most in limits.items() if result[name] > most
    ]


def parser_of_all() -> argparse.ArgumentParser:
    """The parser with its commands."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    text = "reading from document to record, beside the bare network over the same tokens"
    one = commands.add_parser("reading", help=text, description=text)
    one.add_argument(
        "--gold", type=Path, metavar="PATH", help="JSON Lines or a folder; default: polnear-dev, else the samples"
    )
    one.add_argument("--threads", type=int, default=0, help="threads of the network; 0 lets onnxruntime choose")
    one.add_argument("--repeats", type=int, default=5)
    text = "the command line as a process: --help, and reading the samples"
    two = commands.add_parser("startup", help=text, description=text)
    two.add_argument("--samples", type=Path, default=startup.SAMPLES, metavar="FOLDER")
    two.add_argument("--repeats", type=int, default=7)
    text = "adding made-up reports to a ledger, and finding words in it"
    three = commands.add_parser("ledger", help=text, description=text)
    three.add_argument("--reports", type=int, default=ledger.REPORTS)
    text = "reading reports, and reading and keeping the same reports"
    four = commands.add_parser("adding", help=text, description=text)
    four.add_argument("--gold", type=Path, metavar="PATH", help="as for reading")
    four.add_argument("--repeats", type=int, default=3)
    text = "opening the gazetteer, and looking up names in it"
    five = commands.add_parser("gazetteer", help=text, description=text)
    five.add_argument("--names", type=int, default=gazetteer.NAMES)
    text = "linking few and many made-up reports, and one more"
    six = commands.add_parser("linking", help=text, description=text)
    six.add_argument("--few", type=int, default=linking.FEW)
    six.add_argument("--many", type=int, default=linking.MANY)
    six.add_argument("--records", type=Path, metavar="FILE", help="records of real reports, JSON Lines, linked too")
    text = "the first byte of each view of the desk, and the first paint of the map, on made-up reports"
    seven = commands.add_parser("desk", help=text, description=text)
    seven.add_argument("--reports", type=int, default=desk.REPORTS)
    seven.add_argument("--copies", type=int, default=1, help="how many times their rows stand in the ledger")
    seven.add_argument("--repeats", type=int, default=5)
    seven.add_argument("--browser", action="store_true", help="time the map in a Chromium, too")
    for each in (one, two, four):
        each.add_argument("--model", type=Path, metavar="FOLDER", help="default: the reader that ships")
    for each in (one, two, three, four, five, six, seven):
        each.add_argument("--keep", action="store_true", help="write the result to benchmarks/results/")
    return parser


def run(options: argparse.Namespace) -> dict[str, Any]:
    """The result of the benchmark that was asked for."""
    if options.command == "startup":
        return startup.measure(options.samples, options.repeats, options.model)
    if options.command == "gazetteer":
        return gazetteer.measure(options.names)
    if options.command == "linking":
        return linking.measure(options.few, options.many, options.records)
    if options.command == "desk":
        return desk.measure(options.reports, options.copies, options.repeats, browser=options.browser)
    if options.command == "ledger":
        return ledger.measure(options.reports)
    dev = find_shared().file("polnear-dev")
    gold = options.gold or (dev if dev.is_file() else startup.SAMPLES)
    if options.command == "adding":
        return adding.measure(gold, options.model or MODEL, options.repeats)
    return reading.measure(gold, options.model or MODEL, options.repeats, options.threads)


def main() -> int:
    """Runs a benchmark; exit status 1 if a limit is not kept or nothing could be measured."""
    options = parser_of_all().parse_args()
    where = circumstances()
    try:
        result = run(options)
    except (OnrecordError, ValueError) as e:
        print(f"benchmarks {options.command}: {e}", file=sys.stderr)
        return 1
    print(json.dumps(result, indent=1))
    if options.keep:
        print(f"kept: {keep(options.command, result, where).name}")
    broken = exceeded(result)
    print("\n".join(f"OVER THE LIMIT: {line}" for line in broken) or "within the limits")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
