"""``tiers-lieu compare``: what learners who have the older package keep, gain and would lose."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from tiers_lieu_mooc.building import Output, Workshop, check_budget, check_course, outputs_of
from tiers_lieu_mooc.cli.courses import in_typed_words, the_course
from tiers_lieu_mooc.cli.failures import sentence_for
from tiers_lieu_mooc.cli.parser import MISUSE, Shape
from tiers_lieu_mooc.cli.printing import complain, print_findings
from tiers_lieu_mooc.comparing import (
    Change,
    Group,
    Heading,
    NotComparable,
    PackageRecord,
    as_json,
    as_text,
    compare,
    read_files,
    read_package,
)
from tiers_lieu_mooc.model.course import Course, names_in_order, permanent_numbers
from tiers_lieu_mooc.targets import Split, Target


def run(chosen: argparse.Namespace) -> int:
    """Compare an older package with what the course would give now; 1 when something is lost."""
    try:
        old = read_package(chosen.package)
    except NotComparable as reason:
        return _refuse(f"{chosen.package} : {reason}")
    except (OSError, ValueError) as failure:
        return _refuse(sentence_for(failure)[0])
    checked = check_course(the_course(chosen.course), datetime.date.today(), is_advice_wanted=False)
    if checked.course is None or not checked.is_buildable:
        print_findings(checked.found, checked.text_at, is_on_stderr=True)
        print("Corrigez d’abord ces erreurs : rien n’a été comparé.", file=sys.stderr)
        return 1
    output = successor(checked.course, old)
    new = read_files(Workshop(checked.course).make(output).files)
    changes = [*_too_large(checked.course, output), *compare(old, new, checked.course)]
    heading = Heading(Path(chosen.package).as_posix(), output.name)
    if chosen.format is Shape.JSON:
        sys.stdout.write(as_json(heading, changes))
    else:
        sys.stdout.write(in_typed_words(as_text(heading, changes)))
    return int(any(each.group is Group.LOST for each in changes))


def successor(course: Course, old: PackageRecord) -> Output:
    """Find the package that takes the older one's place.

    It is the one of the same name; when there is none (a web folder, a changed name), the smallest
    of those that hold most of what the older one held.
    """
    outputs = outputs_of(course, [Target(old.target)], Split)
    name = f"{old.identity.item.removeprefix('I-')}-{old.target}"
    numbers = permanent_numbers(course)
    recorded = {each.number for each in old}

    def likeness(output: Output) -> tuple[bool, int, int]:
        held = {numbers[each] for each in names_in_order(output.modules)}
        return output.name == name, len(held & recorded), -len(held)

    return max(outputs, key=likeness)


def _too_large(course: Course, output: Output) -> list[Change]:
    """Say whether an LMS could not keep all that learners may do in the new package."""
    return [
        Change(Group.LOST, "", each.message, each.mend, each.at)
        for each in check_budget(course, [output])
    ]


def _refuse(sentence: str) -> int:
    complain(sentence)
    return MISUSE
