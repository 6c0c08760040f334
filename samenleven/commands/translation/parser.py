"""Read the command line of `translation`; its help is in the editor's language."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from samenleven.commands.build import ROOT, read_values
from samenleven.languages.report import editors_gettext
from samenleven.problems import Gettext, Invalid, say
from samenleven.translation.state import STATUSES

if TYPE_CHECKING:
    from samenleven.commands.translation.desk import Desk

PROGRAM = "python3 -m samenleven translation"
FOLDER = "handoff"
Group = argparse._ArgumentGroup
Add = Callable[[Group, Gettext], None]
Run = Callable[["Desk", argparse.Namespace], int]


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says; return the exit code."""
    settings = ROOT / "pelicanconf.py"
    speak = editors_gettext(read_values(settings)["EDITOR_LANG"])
    given = make_parser(speak).parse_args(arguments or ["--help"])

    from samenleven.commands.translation.desk import open_desk

    desk = open_desk(settings)
    try:
        code: int = given.run(desk, given)
        sys.stdout.flush()
    except BrokenPipeError:  # what reads us has enough, as `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Invalid as wrong:
        print(wrong.what.text(speak), wrong.remedy.text(speak), file=sys.stderr)
        return 1
    return code


def make_parser(speak: Gettext) -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    text = speak("Hand-off, freshness and status of the translations.")
    parser = Parser(prog=PROGRAM, speak=speak, description=text)
    kinds = parser.add_subparsers(
        title=speak("commands"), metavar=speak("COMMAND"), required=True, parser_class=Parser
    )
    for name, (text, add, run) in _commands(speak).items():
        own = kinds.add_parser(name, help=text, description=text, speak=speak)
        own.set_defaults(run=run)
        add(own.own, speak)
    return parser


def _commands(speak: Gettext) -> dict[str, tuple[str, Add, Run]]:
    """Return each command with what it is for, its options, and what does it."""
    return {
        "status": (
            speak("Show how far the translations are, per page and language."),
            *(_add_status, _status),
        ),
        "new": (
            speak("Begin a translation: a file with the words to translate."),
            *(_add_new, _new),
        ),
        "update": (
            speak("Note what each part was made from, and bring over changed links and code."),
            *(_add_paths, _update),
        ),
        "read": (
            speak("Note that a translation was read beside the Dutch of today and is still right."),
            *(_add_read, _read),
        ),
        "export": (
            speak("Write files for a translator: XLIFF or PO, and the glossary."),
            *(_add_export, _export),
        ),
        "import": (
            speak("Bring in the files that a translator sent back."),
            *(_add_import, _import),
        ),
    }


def _add_paths(own: Group, speak: Gettext) -> None:
    text = speak("A page, such as content/programmes/roots, or a file of it; without any, all.")
    own.add_argument("paths", nargs="*", metavar=speak("PATH"), help=text)


def _add_status(own: Group, speak: Gettext) -> None:
    _add_paths(own, speak)
    own.add_argument("--json", action="store_true", help=speak("For other programs."))


def _status(desk: Desk, given: argparse.Namespace) -> int:
    from samenleven.commands.translation.status import show_status

    return show_status(desk, given.paths, as_json=given.json)


def _add_new(own: Group, speak: Gettext) -> None:
    own.add_argument("lang", metavar=speak("LANGUAGE"), help=speak("Such as fr."))
    text = speak("The page, such as content/programmes/roots.")
    own.add_argument("path", metavar=speak("PATH"), help=text)


def _new(desk: Desk, given: argparse.Namespace) -> int:
    from samenleven.commands.translation.begin import begin_translation

    return begin_translation(desk, given.lang, given.path)


def _update(desk: Desk, given: argparse.Namespace) -> int:
    from samenleven.commands.translation.update import update_translations

    return update_translations(desk, given.paths)


def _add_read(own: Group, speak: Gettext) -> None:
    text = speak("A translation, such as content/programmes/roots/index.fr.md; a folder: all.")
    own.add_argument("paths", nargs="+", metavar=speak("PATH"), help=text)
    text = speak("Only these parts, by their numbers in `status PATH`, such as 3,5.")
    own.add_argument("--only", default="", metavar=speak("NUMBERS"), help=text)
    _add_role(own, speak)


def _add_role(own: Group, speak: Gettext) -> None:
    text = speak("The role of who read the whole translation, in its language; never a name.")
    own.add_argument("--role", default="", metavar=speak("ROLE"), help=text)


def _read(desk: Desk, given: argparse.Namespace) -> int:
    from samenleven.commands.translation.read import confirm_read

    return confirm_read(desk, given.paths, given.only, given.role)


def _add_export(own: Group, speak: Gettext) -> None:
    _add_paths(own, speak)
    text = speak("The language to translate into.")
    own.add_argument("--lang", required=True, metavar=speak("LANGUAGE"), help=text)
    text = speak("stale, missing, or both with a comma: only those texts.")
    own.add_argument("--only", default="", metavar=speak("WHICH"), help=text)
    text = speak("One PO catalog, for Poedit and Weblate, instead of XLIFF.")
    own.add_argument("--po", action="store_true", help=text)
    text = speak("Where to write (handoff).")
    own.add_argument("--to", type=Path, default=Path(FOLDER), metavar=speak("FOLDER"), help=text)


def _export(desk: Desk, given: argparse.Namespace) -> int:
    from samenleven.commands.translation.export import export_units

    return export_units(desk, given.lang, given.only, given.to, given.paths, as_po=given.po)


def _add_import(own: Group, speak: Gettext) -> None:
    own.add_argument("files", nargs="+", type=Path, metavar=speak("FILE"))
    text = speak("Who translated: human (a person), agency, or machine; without it, human.")
    own.add_argument("--by", choices=STATUSES, default="human", metavar=speak("WHO"), help=text)
    _add_role(own, speak)


def _import(desk: Desk, given: argparse.Namespace) -> int:
    from samenleven.commands.translation.bring import import_files
    from samenleven.translation.recording import Made

    return import_files(desk, given.files, Made(given.by, desk.today, given.role))


class Parser(argparse.ArgumentParser):
    """A parser that speaks the editor's language."""

    def __init__(self, *, prog: str, speak: Gettext, description: str) -> None:
        """Begin with the help."""
        self.speak = speak
        super().__init__(
            prog=prog,
            description=description,
            formatter_class=lambda prog: _Formatter(prog, speak),
            add_help=False,
        )
        self.own = self.add_argument_group(speak("what you give"))
        self.own.add_argument("-h", "--help", action="help", help=speak("Show this help."))

    def error(self, message: str) -> NoReturn:
        """Say what was not understood, and where the help is; end the process with code 2."""
        what = say("This is not understood: %(error)s.", error=message)
        remedy = say("Help: %(command)s --help", command=self.prog)
        self.exit(2, f"{what.text(self.speak)} {remedy.text(self.speak)}\n")


class _Formatter(argparse.HelpFormatter):
    """Help whose first word is in the editor's language."""

    def __init__(self, prog: str, speak: Gettext) -> None:
        super().__init__(prog, max_help_position=30, width=100)
        self._usage = speak("Usage: ")

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: Any = None) -> None:
        """Begin the help."""
        prefix = self._usage if prefix is None else prefix
        super().add_usage(usage, actions, groups, prefix)
