"""Command line of the evaluation: predict, gate, compare, calibrate, confusions, relations, alarms, speakers, templates, copies, phenomena."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from evaluation import (
    alarms,
    calibrate,
    compare,
    confusions,
    copies,
    crossdoc,
    gate,
    pairs,
    relations,
    speakers,
    templates,
)
from evaluation.claims import CLAIMS, predict_claims
from evaluation.floors import FILE
from evaluation.given import GIVEN, predict_given
from evaluation.gold import find_shared
from evaluation.predict import SCHEMES, TASKS, predict_file
from onrecord.errors import OnrecordError, SettingsError
from onrecord.read.reader import MODEL, load_reader

CROSSDOC, PAIRS = "crossdoc", "pairs"

Run = Callable[[argparse.Namespace], int]


def run_predict(options: argparse.Namespace) -> int:
    """Predictions for a gold file."""
    task, gold, out, reader = options.task, options.gold, options.out, load_reader(options.model)
    schemes = crossdoc.SCHEMES if task == CROSSDOC else SCHEMES.get(task, ())
    if options.scheme and options.scheme not in schemes:
        known = f"follows one of {', '.join(schemes)}" if schemes else "knows no schemes; leave it out"
        raise SettingsError(f"--scheme {options.scheme}: {task} {known}")
    if options.reports and task != CLAIMS:
        raise SettingsError(f"--reports {options.reports}: {task} has its texts in the gold file; leave it out")
    if task == PAIRS:
        count = pairs.predict_pairs(gold, out, reader)
    elif task in GIVEN:
        count = predict_given(task, gold, out, reader)
    elif task == CROSSDOC:
        count = crossdoc.predict_crossdoc(gold, out, reader, options.scheme)
    elif task == CLAIMS:
        count = predict_claims(gold, out, reader, options.reports)
    else:
        count = predict_file(task, gold, out, reader, options.scheme)
    print(f"{out}: {count} {'pairs' if task == PAIRS else 'documents'}", file=sys.stderr)
    return 0


def run_gate(options: argparse.Namespace) -> int:
    """The gate."""
    if options.allow_regression is not None and not (options.raise_floors and options.allow_regression.strip()):
        raise SettingsError(
            "--allow-regression gives the reason for lowering floors with --raise: name both, and say why"
        )
    wishes = gate.Wishes(options.model, options.raise_floors, options.repin, options.allow_regression, options.floors)
    return gate.run(find_shared(options.gold, options.scorers), wishes)


def run_compare(options: argparse.Namespace) -> int:
    """Gains and losses."""
    shared = find_shared(None, options.scorers)
    return compare.run(options.before, options.after, options.gold or shared.file("polnear-dev"), shared, options.task)


def run_calibrate(options: argparse.Namespace) -> int:
    """Calibration."""
    shared = find_shared(None, options.scorers)
    return calibrate.run(load_reader(options.model), options.gold or shared.file("polnear-dev"), shared)


def run_confusions(options: argparse.Namespace) -> int:
    """Confusions of mentions."""
    return confusions.run(options.gold, options.pred, options.model, options.most)


def run_relations(options: argparse.Namespace) -> int:
    """Relations by type."""
    return relations.run(options.gold or find_shared().file("re3d-open"), options.pred)


def run_alarms(options: argparse.Namespace) -> int:
    """False alarms."""
    return alarms.run(load_reader(options.model), find_shared(), options.of or tuple(alarms.VERDICTS))


def run_speakers(options: argparse.Namespace) -> int:
    """Speakers."""
    return speakers.run(load_reader(options.model), find_shared())


def run_templates(options: argparse.Namespace) -> int:
    """Stage and blame of incidents."""
    return templates.run(load_reader(options.model), find_shared())


def run_copies(options: argparse.Namespace) -> int:
    """Copies."""
    return copies.run(find_shared(options.gold), options.seed)


def run_phenomena(options: argparse.Namespace) -> int:
    """What pairs of sentences turn on."""
    return pairs.run_phenomena(options.gold or find_shared().gold, load_reader(options.model), options.failures)


def parser_of_all() -> argparse.ArgumentParser:
    """The parser with all commands."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    def add(name: str, run: Run, text: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=text, description=text)
        one.set_defaults(run=run)
        return one

    one = add("predict", run_predict, "write predictions for the documents of a gold file")
    one.add_argument("task", choices=(*TASKS, *GIVEN, CROSSDOC, PAIRS, CLAIMS))
    one.add_argument(
        "--gold", type=Path, required=True, metavar="FILE", help="JSON Lines; only its documents are looked at"
    )
    one.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="JSON Lines, gzipped if the name ends in .gz"
    )
    one.add_argument(
        "--reports",
        type=Path,
        metavar="FILE",
        help="claims: the reports that the groups name; default: beside the gold file",
    )
    one.add_argument("--scheme", help="whose marking to follow; by default each document's corpus decides")
    _model(one)
    one = add("gate", run_gate, "measure the development sets and hold them against floors.json")
    one.add_argument(
        "--gold", type=Path, metavar="FOLDER", help="default: gold/ in $EVALUATION_SHARED, or in ../shared"
    )
    one.add_argument(
        "--raise", dest="raise_floors", action="store_true", help="write higher floors where they were passed"
    )
    one.add_argument(
        "--repin", action="store_true", help="hold the floors to the present model and gold files from now on"
    )
    one.add_argument("--allow-regression", metavar="REASON", help="with --raise: lower floors too, and record why")
    one.add_argument("--floors", type=Path, default=FILE, metavar="FILE")
    _scorers(one)
    _model(one)
    one = add("compare", run_compare, "gains and losses per report between two predictions, models or revisions")
    one.add_argument("before", help="a prediction file, a folder with a model, or a git revision")
    one.add_argument("after", help="likewise")
    one.add_argument("--gold", type=Path, metavar="FILE", help="default: polnear-dev")
    one.add_argument(
        "--task", choices=("attribution", "modality"), default="attribution", help="what a model or revision predicts"
    )
    _scorers(one)
    one = add(
        "calibrate", run_calibrate, "fit the confidence of statements on half of the documents and test on the other"
    )
    one.add_argument("--gold", type=Path, metavar="FILE", help="default: polnear-dev")
    _scorers(one)
    _model(one)
    one = add("confusions", run_confusions, "the commonest confusions of mentions")
    one.add_argument("--gold", type=Path, required=True, metavar="FILE")
    one.add_argument("--pred", type=Path, metavar="FILE", help="predictions; by default the reader's own")
    one.add_argument("--most", type=int, default=12, metavar="N", help="examples that are shown of each sort")
    _model(one)
    one = add(
        "relations", run_relations, "relations said in the report, by type, between the gold mentions or the predicted"
    )
    one.add_argument("--gold", type=Path, metavar="FILE", help="default: re3d-open")
    one.add_argument("--pred", type=Path, metavar="FILE", help="predictions; without them the gold mentions are given")
    one = add(
        "alarms", run_alarms, "violent events put forward as happened in reports that were judged to tell of none"
    )
    one.add_argument("--of", nargs="+", choices=tuple(alarms.VERDICTS), help="kinds of reports; by default all")
    _model(one)
    one = add(
        "speakers", run_speakers, "whether statements have the right speaker, against statements judged by reading"
    )
    _model(one)
    one = add(
        "templates", run_templates, "stage and blame of incidents that are paired with MUC's, by several readings"
    )
    _model(one)
    one = add("copies", run_copies, "copies made by rule from open reports, and the most similar unrelated reports")
    one.add_argument(
        "--gold", type=Path, metavar="FOLDER", help="default: gold/ in $EVALUATION_SHARED, or in ../shared"
    )
    one.add_argument(
        "--seed", type=int, default=copies.SEED, metavar="N", help="of what is drawn; rules were tuned on the default"
    )
    one = add("phenomena", run_phenomena, "how pairs of sentences are judged, by what they turn on, on texts held out")
    one.add_argument(
        "--gold", type=Path, metavar="FOLDER", help="default: gold/ in $EVALUATION_SHARED, or in ../shared"
    )
    one.add_argument(
        "--failures", type=int, default=0, metavar="N", help="pairs that are shown of each sort that are judged wrongly"
    )
    _model(one)
    return parser


def _model(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", type=Path, default=MODEL, metavar="FOLDER", help="default: the reader that ships")


def _scorers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--scorers", type=Path, metavar="FOLDER", help="default: scorers/ in $EVALUATION_SHARED, or in ../shared"
    )


def main() -> int:
    """Runs a command and returns its exit status: 0, 1 for a failure, 2 for wrong use."""
    options = parser_of_all().parse_args()
    try:
        run: Run = options.run
        return run(options)
    except SettingsError as e:
        print(f"evaluation {options.command}: {e}", file=sys.stderr)
        return 2
    except (OnrecordError, ValueError) as e:
        print(f"evaluation {options.command}: {e}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
