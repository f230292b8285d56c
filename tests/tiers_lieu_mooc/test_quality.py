"""What is measured of a course, on courses small enough to count by hand."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from scorm_export.standard import SUSPEND_DATA_ROOM
from tests.support.lint_values import TODAY, asked, bank, course, fact, prose, single
from tests.support.modules_course import modules_course
from tests.support.small_course import SmallCourse, Written
from tiers_lieu_mooc.building import Workshop, check_course, outputs_of
from tiers_lieu_mooc.linting.survey import survey_of
from tiers_lieu_mooc.model.course import Course, ShelfLife
from tiers_lieu_mooc.quality import (
    LESSON_BYTES,
    NEAR_DAYS,
    Ease,
    Freshness,
    MediumKind,
    Quality,
    Rendered,
    quality_of,
    seconds_of,
)
from tiers_lieu_mooc.quality.coverage import coverage_of
from tiers_lieu_mooc.quality.freshness import ageing_facts
from tiers_lieu_mooc.quality.readings import readability_of, reading_of
from tiers_lieu_mooc.quality.syllables import count_syllables
from tiers_lieu_mooc.quality.weights import lesson_weights, medium_weights
from tiers_lieu_mooc.targets import Split, Target

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Un plan</title></svg>'


def checked(written: Written, folder: Path) -> Course:
    found = check_course(written.write(folder, "essai"), TODAY)
    assert found.course is not None, found.found
    return found.course


def measured(written: Written, folder: Path) -> Quality:
    value = checked(written, folder)
    workshop = Workshop(value)
    outputs = [
        each
        for each in outputs_of(value, [Target.SCORM_12], [Split.COURSE, Split.MODULE])
        if len(each.modules) == 1
    ]
    return quality_of(
        value,
        Rendered(
            workshop.sections.lessons,
            {key: "".join(parts) for key, parts in workshop.sections.questions.items()},
        ),
        {each.modules[0].id: workshop.make(each).files for each in outputs},
        TODAY,
    )


# Syllables, as a dictionary divides them for the ear


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("le", 1),
        ("les", 1),
        ("ville", 1),
        ("quatre", 1),
        ("logique", 2),
        ("guide", 1),
        ("équipe", 2),
        ("qu’il", 1),
        ("l’école", 2),
        ("aujourd’hui", 3),
        ("tiers-lieu", 2),
        ("moyen", 2),
        ("voyage", 2),
        ("maïs", 2),
        ("réalité", 4),
        ("re\u0301alite\u0301", 4),
        ("créé", 2),
        ("oiseau", 2),
        ("RURALITÉS", 4),
        ("2023", 4),
        ("m²", 0),
        ("B12", 2),
        ("« … »", 0),
        ("", 0),
    ],
)
def test_syllables_are_counted_as_they_are_heard(word: str, count: int) -> None:
    assert count_syllables(word) == count


# Reading


def test_the_score_is_that_of_kandel_and_moles() -> None:
    found = readability_of(["Le chat dort.", "Un ami lit."])
    assert found is not None
    assert (found.sentences, found.words, found.syllables) == (2, 6, 7)
    assert found.score == pytest.approx(207 - 1.015 * 3 - 73.6 * 7 / 6)
    assert found.ease is Ease.VERY_EASY


def test_long_words_and_long_sentences_make_a_text_hard() -> None:
    found = readability_of([" ".join(["administration"] * 26) + "."])
    assert found is not None
    assert found.ease is Ease.VERY_HARD
    assert (found.longest, found.long_sentences) == (26, 1)


def test_nothing_to_read_has_no_score() -> None:
    assert readability_of([]) is None
    assert readability_of(["« … »"]) is None


def test_a_promise_is_held_to_what_reading_takes() -> None:
    text = prose("<p>" + "Un café, un atelier, une salle et dix voisins bavards. " * 90 + "</p>")
    kept, broken = course(text, minutes=5), course(text, minutes=60)
    one, other = (reading_of(survey_of(each).lessons[0]) for each in (kept, broken))
    assert one.words == 900
    assert one.time is not None
    assert one.time.low <= 5 <= one.time.high
    assert one.is_kept
    assert not other.is_kept


# Facts


@pytest.mark.parametrize(
    ("days", "freshness"),
    [
        (-1, Freshness.EXPIRED),
        (0, Freshness.NEAR),
        (NEAR_DAYS, Freshness.NEAR),
        (NEAR_DAYS + 1, Freshness.LATER),
    ],
)
def test_a_fact_is_near_its_term_when_the_next_review_comes_too_late(
    days: int, freshness: Freshness
) -> None:
    term = TODAY + datetime.timedelta(days=days)
    value = course(facts=(fact(shelf_life=ShelfLife.FRAGILE, expires_on=term),))
    (found,) = ageing_facts(survey_of(value), TODAY)
    assert (found.days_left, found.freshness) == (days, freshness)


def test_facts_come_by_their_term_with_what_cites_them_and_stable_ones_do_not(
    tmp_path: Path,
) -> None:
    facts = "".join(
        f"{code}:\n  énoncé: Un fait.\n  source: un rapport\n  date: 2023\n  confiance: vérifié\n"
        f"  durée de vie: {life}\n  lu le: {read_on}\n"
        for code, life, read_on in (
            ("A1", "stable", "2026-03-01"),
            ("A2", "à dater", "2024-09-01"),
            ("A3", "fragile", "2026-03-01"),
        )
    )
    lessons = {"definir": "Un fait [@A3], un autre [@A1].\n", "situer": "Encore [@A3].\n"}
    found = measured(SmallCourse(lessons, files={"faits.yaml": facts}), tmp_path).facts
    assert [(each.code, each.expires_on, each.cited_by) for each in found] == [
        ("A3", datetime.date(2027, 3, 1), ("comprendre/definir", "comprendre/situer")),
        ("A2", datetime.date(2027, 9, 1), ()),
    ]


# Coverage


def test_an_objective_that_nothing_asks_is_an_empty_row() -> None:
    inside = single("Un ?", "a", "b", name="un", objectives=("O1",))
    graded = single("Deux ?", "a", "b", name="deux", objectives=("O1", "O2"))
    aimless = single("Trois ?", "a", "b", name="trois")
    value = course(
        asked(inside), quiz=bank(graded, aimless), objectives=("O1", "O2", "O3"), minutes=3
    )
    (module,) = coverage_of(value)
    assert [each.id for each in module.questions] == ["un", "deux", "trois"]
    assert module.in_lessons == 1
    assert [each.serves for each in module.rows] == [
        (True, True, False),
        (False, True, False),
        (False, False, False),
    ]
    assert [(each.asked, each.graded) for each in module.rows] == [(2, 1), (1, 1), (0, 0)]
    assert [each.id for each in module.aimless] == ["trois"]


def test_a_quoted_question_counts_where_it_is_written() -> None:
    question = single("Un ?", "a", "b", name="un", objectives=("O1",))
    value = course(asked(question, is_quoted=True), quiz=bank(question), objectives=("O1",))
    (module,) = coverage_of(value)
    assert [each.is_in_quiz for each in module.questions] == [True]


def test_a_module_without_objectives_or_questions_has_no_matrix() -> None:
    assert coverage_of(course(prose("<p>Bonjour.</p>"))) == ()


# Weights


def test_a_lesson_weighs_its_text_and_its_pictures(tmp_path: Path) -> None:
    files = {"comprendre/media/plan.svg": DRAWING, "comprendre/media/grand.svg": DRAWING + "\n"}
    plan = "![Un plan](media/plan.svg)\n"
    lessons = {
        "definir": plan,
        "situer": "Du texte.\n",
        "revoir": f"{plan}\n![Un](media/grand.svg)\n",
    }
    found = measured(SmallCourse(lessons, files=files), tmp_path)
    shown, bare, both = found.lessons
    size = len(DRAWING.encode())
    assert [each.pictures for each in (shown, bare, both)] == [size, 0, 2 * size + 1]
    assert shown.whole == shown.text + size
    assert shown.is_within
    assert [(each.path, each.kind, each.size, each.shown_in) for each in found.media] == [
        ("comprendre/media/grand.svg", MediumKind.PICTURE, size + 1, ("Revoir",)),
        ("comprendre/media/plan.svg", MediumKind.PICTURE, size, ("Definir", "Revoir")),
    ]


def test_what_goes_beyond_its_budget_is_told(tmp_path: Path) -> None:
    heavy = DRAWING.replace("Un plan", "Un plan " + "é" * 40_000)
    files = {"comprendre/media/plan.svg": heavy}
    value = checked(SmallCourse({"definir": "![Un plan](media/plan.svg)\n"}, files=files), tmp_path)
    html = '<img src="comprendre/media/plan.svg">' + "x" * LESSON_BYTES
    rendered = Rendered({"comprendre/definir": html}, {})
    (lesson,) = lesson_weights(value, rendered)
    (medium,) = medium_weights(value, rendered)
    assert not lesson.is_within
    assert not medium.is_within
    assert seconds_of(50_000) == 1


def test_a_module_is_weighed_without_media_and_control_documents(tmp_path: Path) -> None:
    text = {"definir": "![Un plan](media/plan.svg)\n"}
    light = measured(
        SmallCourse(text, files={"comprendre/media/plan.svg": DRAWING}), tmp_path / "light"
    )
    heavy = measured(
        SmallCourse(
            text,
            files={"comprendre/media/plan.svg": DRAWING.replace("plan<", f"plan {'ab' * 9000}<")},
        ),
        tmp_path / "heavy",
    )
    assert light.media[0].size < heavy.media[0].size
    assert light.modules == heavy.modules
    assert light.modules[0].is_within


# Rooms


def test_the_state_of_every_package_is_held_to_every_edition(tmp_path: Path) -> None:
    found = measured(modules_course(2), tmp_path).rooms
    assert [(each.module, each.standard) for each in found] == [
        (module, standard)
        for module in ("", "Le module 1", "Le module 2")
        for standard in SUSPEND_DATA_ROOM
    ]
    whole, part = found[0], found[3]
    assert whole.size > part.size > 0
    assert whole.room == 4_096
    assert whole.is_within
    assert whole.share == whole.size / 4_096


def test_a_course_of_one_module_is_one_package(tmp_path: Path) -> None:
    found = measured(SmallCourse({"definir": "Du texte.\n"}), tmp_path).rooms
    assert [each.module for each in found] == [""] * len(SUSPEND_DATA_ROOM)


# Accessibility


def test_alternatives_are_counted_and_the_page_tells_its_own_trials(tmp_path: Path) -> None:
    lessons = {"definir": "![Un plan](media/plan.svg)\n"}
    written = SmallCourse(lessons, files={"comprendre/media/plan.svg": DRAWING})
    found = measured(written, tmp_path).access
    assert (found.figures, found.decorative, found.recordings) == (1, 0, 0)
    assert not found.has_contact
    assert found.trials_done == sum(each.done_on is not None for each in found.state.trials)
    assert len(found.state.checks) > 0


def test_a_course_is_measured_the_same_twice(tmp_path: Path) -> None:
    written = modules_course(3)
    assert measured(written, tmp_path / "a").readings != ()
    one, other = measured(written, tmp_path / "a"), measured(written, tmp_path / "a")
    assert one == other
    assert one.measured_on == TODAY
