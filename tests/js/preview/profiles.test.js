/**
 * Every peculiarity of every profile, replayed: a profile that sets a switch without a case here, and
 * a case that no profile sets, are failures.
 */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";

import { DEFAULTS } from "../../../tiers_lieu_mooc/preview/static/switches.js";
import { profileOf, STANDARDS } from "../runtime/support.js";
import { Place } from "./profiled.js";

const FOLDER = new URL("../../../tiers_lieu_mooc/preview/profiles/", import.meta.url);
const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.replace(".json", ""));

const STATE = "cmi.suspend_data";
const RESPONSE = { scorm12: "student_response", other: "learner_response" };

/** @param {Place} place @param {string} [id] */
const answering = (place, id = "q1") => ({
  "cmi.interactions.0.id": id,
  "cmi.interactions.0.type": "choice",
  [`cmi.interactions.0.${place.isOld ? RESPONSE.scorm12 : RESPONSE.other}`]: "a",
});

/** @param {Place} place */
const suspending = (place) => ({ [`${place.core}exit`]: "suspend" });

/** What is seen of a switch in each profile that sets it. @type {Record<string, (place: Place) => void>} */
const CASES = {
  "strict resumesOnlySuspended": losesWhatIsNotSuspended,
  "strict completesAtEnd": completesWhatSaysNothing,
  "strict masteryAtEnd": judgesByMastery,
  "strict checksTwice"(place) {
    const visit = place.launch().open();
    assert.equal(visit.set(place.status, "presque"), "false");
    assert.equal(visit.lms.record()[place.status], undefined);
  },
  "moodle sends"(place) {
    const first = place.launch().open().write({ ...suspending(place), [STATE]: "A" });
    first.commit();
    first.end();
    const visit = place.launch().open();
    visit.set(STATE, "B");
    visit.commit();
    assert.equal(place.kept[STATE], "B");
    visit.set(STATE, "A");
    visit.commit();
    // 2004 sends what differs from the launch: back to A is no difference.
    assert.equal(place.kept[STATE], place.isOld ? "A" : "B");
  },
  "moodle offline"(place) {
    const visit = place.launch().open().write({ ...suspending(place), [STATE]: "A" });
    place.line = "cut";
    assert.equal(visit.commit(), "true");
    assert.equal(visit.error(), "0");
    place.line = "normal";
    visit.commit();
    assert.equal(place.kept[STATE], place.isOld ? undefined : "A", "1.2 never sends it again");
  },
  "moodle blocks"(place) {
    const visit = place.launch().open().write({ [STATE]: "A" });
    visit.commit();
    assert.deepEqual(place.stalls, []);
    place.line = "slow";
    visit.set(STATE, "B".repeat(1000));
    visit.commit();
    assert.equal(place.stalls.length, 1);
    assert.ok(Number(place.stalls[0]) > 1000);
  },
  "moodle leavingRoom"(place) {
    const visit = place.launch().open().write(suspending(place));
    visit.commit();
    visit.write({ [STATE]: "é".repeat(40_000) });
    visit.vault.leave();
    assert.equal(visit.commit(), "true");
    assert.equal(place.kept[STATE], undefined);
    visit.vault.stay();
    visit.write({ [STATE]: "court" });
    visit.vault.leave();
    visit.commit();
    assert.equal(place.kept[STATE], "court");
  },
  "moodle leavingLineBreak"(place) {
    const visit = place.launch().open().write({ [STATE]: "un\ndeux" });
    visit.commit();
    assert.equal(place.kept[STATE], "un\ndeux");
    visit.vault.leave();
    visit.commit();
    assert.equal(place.kept[STATE], "un\r\ndeux");
  },
  "moodle reviewsAfterCompletion"(place) {
    place.launch().open().write({ ...suspending(place), [place.status]: "completed" }).end();
    const visit = place.launch().open();
    assert.equal(visit.get(place.mode), "review");
    assert.equal(visit.get(`${place.core}credit`), "no-credit");
    visit.write({ [place.status]: "incomplete" }).commit();
    assert.equal(place.kept[place.status], "incomplete", "what is set in a review is kept");
  },
  "moodle offersBrowse"(place) {
    const visit = place.launch("browse").open();
    assert.equal(visit.get(place.mode), "browse");
    assert.equal(visit.get(`${place.core}credit`), "no-credit");
    visit.write({ [STATE]: "A" }).commit();
    assert.equal(place.kept[STATE], "A", "what is set in it is kept");
  },
  "moodle overlap": isOnlyTold,
  "moodle refusesOldLogin"(place) {
    const visit = place.launch().open().write({ ...suspending(place), [STATE]: "A" });
    assert.equal(visit.commit(), "true");
    const relogin = () => {
      place.login += 1;
    };
    for (const end of [relogin, () => ((place.line = "expired"), relogin())]) {
      const old = place.launch().open();
      end();
      place.line = "normal";
      assert.equal(old.write({ [STATE]: "B" }).commit(), "false");
      assert.equal(old.error(), "101");
      assert.equal(old.end(), "false");
      assert.equal(place.kept[STATE], "A");
    }
    place.launch().open().write({ [STATE]: "C" }).commit();
    assert.equal(place.kept[STATE], "C", "only opening the activity again helps");
  },
  "moodle loginPageMs": isOnlyTold,
  "moodle clearsStorage": isOnlyTold,
  "moodle refusedUnset"(place) {
    const visit = place.launch().open().write({ "cmi.objectives.0.id": "o1" });
    const success = "cmi.objectives.0.success_status";
    assert.equal(visit.get(success), "");
    assert.equal(visit.error(), "403");
    visit.set(success, "passed");
    assert.equal(visit.get(success), "passed");
    assert.equal(visit.error(), "0");
  },
  "moodle resumesOnlySuspended": losesWhatIsNotSuspended,
  "moodle completesAtEnd"(place) {
    completesWhatSaysNothing(place);
    place.kept = {};
    place.launch("browse").open().end();
    assert.equal(place.kept[place.status], "completed", "a preview, too");
    place.kept = {};
    place.launch("browse").open().write({ [place.status]: "browsed" }).end();
    assert.equal(place.kept[place.status], "browsed", "but for what says so");
  },
  "moodle masteryAtEnd": judgesByMastery,
  "moodle limits"(place) {
    const visit = place.launch().open();
    assert.equal(visit.set(STATE, "a".repeat(64_000)), "true");
    assert.equal(place.calls.at(-1)?.strictly, "405", "a strict LMS would have refused it");
    assert.equal(visit.set(STATE, "a".repeat(64_001)), "false");
    assert.equal(visit.error(), "405");
  },
  "moodle patterns"(place) {
    if (place.isOld) {
      refuses(place.launch().open(), place.status, "not attempted", "405");
      refuses(place.launch().open(), place.status, "unknown", "405");
      return;
    }
    const visit = place.launch().open().write({
      "cmi.interactions.0.id": "q1",
      "cmi.interactions.0.type": "choice",
    });
    const row = "cmi.interactions.0.";
    refuses(visit, `${row}timestamp`, "2026-11-23T09:05:07Z", "406");
    refuses(visit, `${row}timestamp`, "2026-11-23T09:05:07.123Z", "406");
    accepts(visit, `${row}timestamp`, "2026-11-23T09:05:07");
    refuses(visit, `${row}learner_response`, "bois-vert", "406");
    refuses(visit, `${row}learner_response`, "", "406");
    accepts(visit, `${row}learner_response`, "a[,]b_2");
    refuses(visit, `${row}description`, "un\ndeux", "406");
    visit.write({ "cmi.interactions.1.id": "q2", "cmi.interactions.1.type": "long-fill-in" });
    refuses(visit, "cmi.interactions.1.learner_response", "un\ndeux", "406");
  },
  "moodle brokenBy"(place) {
    const visit = place.launch().open().write({ [STATE]: "A", "adl.nav.request": "exitAll" });
    assert.equal(visit.commit(), "false");
    assert.equal(visit.error(), "101");
    assert.equal(place.kept[STATE], undefined);
    assert.equal(visit.end(), "false");
  },
  "moodle nameOrder"(place) {
    const person = place.isOld ? "cmi.core.student_name" : "cmi.learner_name";
    assert.equal(place.launch().open().get(person), "Camille Martin");
  },
  "moodle forbidsUnload": isOnlyTold,
  "moodle grade"(place) {
    const score = `${place.core}score.`;
    place.launch().open().write({ [`${score}max`]: "10", [`${score}raw`]: "8" }).commit();
    assert.equal(place.gradebook().grade, 8);
    place.kept = { [place.status]: "incomplete" };
    assert.equal(place.gradebook().grade, null);
    place.kept = { [place.status]: "completed" };
    assert.equal(place.gradebook().grade, 0, "an activity without a score");
  },
  "moodle nouvelle-tentative non": takesUpAgain,
  "moodle nouvelle-tentative terminee"(place) {
    place.kept = { [place.status]: "incomplete" };
    assert.equal(place.entry(1, "last"), "last");
    place.kept = { [place.status]: "completed" };
    assert.equal(place.entry(1, "last"), "new");
  },
  "moodle nouvelle-tentative toujours"(place) {
    assert.deepEqual([place.entry(1, "last"), place.entry(9, "last")], ["new", "new"]);
  },
  "moodle tentatives illimite": takesUpAgain,
  "moodle tentatives une"(place) {
    assert.deepEqual([place.entry(0, "last"), place.entry(1, "new")], ["new", "last"]);
  },
  "moodle tentatives une-verrouillee"(place) {
    assert.deepEqual([place.entry(0, "last"), place.entry(1, "last")], ["new", "none"]);
  },
  "moodle tentatives trois-verrouillees"(place) {
    assert.deepEqual([place.entry(2, "last"), place.entry(2, "new")], ["last", "new"]);
    assert.equal(place.entry(3, "last"), "none");
  },
  "moodle achevement un-des-deux"(place) {
    assert.deepEqual(completions(place), [false, true, true]);
  },
  "moodle achevement termine"(place) {
    // In 1.2 one element says both, so that a pass is no completion.
    assert.deepEqual(completions(place), [false, true, !place.isOld]);
  },
  "moodle achevement reussi"(place) {
    assert.deepEqual(completions(place), [false, false, true]);
  },
  "moodle interactionsReport"(place) {
    place.launch().open().write(answering(place)).commit();
    assert.equal(place.gradebook().rows, 1);
    assert.equal(place.gradebook().interactions, place.isOld ? "rows" : "empty row");
  },
  "moodle objectivesReport"(place) {
    place.launch().open().write({ "cmi.objectives.0.id": "o1" }).commit();
    assert.deepEqual(place.gradebook().objectives, [{ id: "o1", score: "", status: "" }]);
  },
  "kolibri object": isOnlyTold,
  "kolibri sends"(place) {
    const visit = place.launch().open().write({ [STATE]: "A" });
    assert.equal(visit.commit(), "true");
    assert.equal(place.kept[STATE], undefined, "a commit does nothing");
    place.rest();
    assert.equal(place.kept[STATE], "A");
    visit.set(STATE, "B");
    visit.vault.leave();
    visit.set(STATE, "C");
    assert.equal(visit.end(), "true");
    place.rest();
    assert.equal(place.kept[STATE], "A", "nothing is sent while leaving");
  },
  "kolibri calmMs"(place) {
    const visit = place.launch().open();
    for (const state of ["A", "B", "C", "D"]) {
      visit.set(STATE, state);
      place.rest(1900);
    }
    assert.deepEqual(place.fates, [], "working on without a pause");
    place.rest(100);
    assert.deepEqual(place.fates, ["kept"]);
    assert.equal(place.kept[STATE], "D");
  },
  "kolibri givesUp"(place) {
    for (const line of /** @type {const} */ (["refused", "expired", "cut"])) {
      const here = new Place("kolibri", place.standard);
      const visit = here.launch().open().write({ [STATE]: "A" });
      here.line = line;
      here.rest();
      here.line = "normal";
      assert.equal(visit.set(STATE, "B"), "true");
      assert.equal(visit.error(), "0");
      here.rest();
      assert.deepEqual([here.kept, here.fates, visit.vault.isSilent], [{}, [line], true]);
      here.launch().open().set(STATE, "C");
      here.rest();
      assert.equal(here.kept[STATE], "C", "the next launch saves again");
    }
  },
  "kolibri overlap": isOnlyTold,
  "kolibri shipsStorage"(place) {
    const { storage } = place.launch().open();
    storage.setItem("texte", "Mon projet");
    storage.setItem("ancien", "1");
    place.rest(2000);
    assert.equal(place.kept["localStorage:texte"], "Mon projet", "it stands on the server, in plain");
    storage.removeItem("ancien");
    place.rest();
    const next = place.launch().open();
    assert.deepEqual([next.storage.getItem("texte"), next.storage.length], ["Mon projet", 1]);
    assert.equal(next.given["localStorage:texte"], undefined, "the API knows nothing of it");
    place.line = "cut";
    next.storage.setItem("texte", "perdu");
    place.rest();
    place.line = "normal";
    assert.equal(place.launch().storage.getItem("texte"), "Mon projet");
  },
  "kolibri sandbox": isOnlyTold,
  "kolibri completesWhen"(place) {
    const visit = place.launch().open();
    const shown = (/** @type {Record<string, string>} */ values) => {
      visit.write(values);
      place.rest();
      return place.gradebook().isDone;
    };
    const raw = "cmi.core.score.raw";
    assert.deepEqual(
      [{ [place.status]: "completed" }, { [raw]: "66.8" }, { [raw]: "100" }].map(shown),
      [false, false, true],
    );
  },
  "kolibri offline": saysTrueOffline,
  "kolibri opening"(place) {
    assert.equal(place.launch().open().get(place.status), "");
  },
  "kolibri refused"(place) {
    const visit = place.launch().open();
    assert.equal(visit.get("cmi.student_data.mastery_score"), "");
    assert.equal(visit.error(), "401");
  },
  "kolibri patterns"(place) {
    const visit = place.launch().open().write({
      "cmi.interactions.0.id": "q1",
      "cmi.interactions.0.type": "choice",
    });
    refuses(visit, "cmi.core.exit", "", "405");
    refuses(visit, "cmi.interactions.0.student_response", "bois", "405");
    accepts(visit, "cmi.interactions.0.student_response", "a,b");
  },
  "kolibri grade"(place) {
    const visit = place.launch().open();
    const shown = (/** @type {string} */ status) => {
      visit.set(place.status, status);
      place.rest();
      return place.gradebook().grade;
    };
    assert.equal(place.gradebook().isProgress, true);
    assert.deepEqual(["incomplete", "completed", "passed"].map(shown), [50, null, 100]);
    visit.set("cmi.core.score.raw", "66.83");
    place.rest();
    assert.equal(place.gradebook().grade, 66.8);
  },
  "open-edx validates"(place) {
    const visit = place.launch().open();
    assert.equal(visit.set(place.status, "presque"), "true");
    assert.equal(visit.set("cmi.invente", "1"), "true");
    place.rest();
    assert.equal(place.kept["cmi.invente"], "1");
    assert.notEqual(place.calls.at(-1)?.strictly, "0", "a strict LMS would have refused it");
  },
  "open-edx tellsErrors"(place) {
    const visit = place.launch();
    assert.equal(visit.commit(), "true", "before it is open, too");
    visit.open();
    assert.equal(visit.get("cmi.invente"), "");
    assert.equal(visit.error(), "0");
  },
  "open-edx unanswered"(place) {
    const score = `${place.core}score.raw`;
    const visit = place.launch().open().write({ [place.status]: "completed", [score]: "80" });
    visit.write(answering(place));
    const rows = ["cmi.interactions._children", "cmi.interactions._count"];
    for (const element of [place.status, score, place.mode, ...rows]) {
      assert.equal(visit.get(element), "", element);
    }
    place.rest();
    assert.equal(place.gradebook().rows, 1, "what is sent is kept");
    visit.set(STATE, "A");
    assert.equal(visit.get(STATE), "A");
  },
  "open-edx sends"(place) {
    place.launch().open().set(STATE, "A");
    place.rest();
    assert.equal(place.kept[STATE], "A");
  },
  "open-edx overlap": isOnlyTold,
  "open-edx isLate"(place) {
    const visit = place.launch().open();
    visit.set(STATE, "A");
    assert.equal(place.kept[STATE], undefined);
    place.rest();
    assert.equal(place.kept[STATE], "A");
    visit.vault.leave();
    visit.set(STATE, "B");
    visit.commit();
    visit.end();
    place.rest();
    assert.equal(place.kept[STATE], "A", "what is set while leaving is lost");
    const next = place.launch().open();
    place.line = "refused";
    next.write({ [STATE]: "C", [place.status]: "completed" });
    place.rest();
    place.line = "normal";
    next.set(`${place.core}exit`, "suspend");
    place.rest();
    assert.deepEqual(place.fates, ["kept", "refused", "kept"], "one batch, dropped once");
    assert.deepEqual([place.kept[STATE], place.kept[place.status]], ["A", undefined]);
  },
  "open-edx offline": saysTrueOffline,
  "open-edx grade"(place) {
    const visit = place.launch().open().write({ [`${place.core}score.raw`]: "45.6" });
    place.rest();
    assert.equal(place.gradebook().grade, 46);
    visit.set(place.isOld ? place.status : "cmi.success_status", "failed");
    place.rest();
    assert.equal(place.gradebook().grade, 0);
  },
  "claroline refused"(place) {
    const visit = place.launch().open();
    refuses(visit, "cmi.interactions.0.id", "q1", "401");
    refuses(visit, "cmi.objectives.0.id", "o1", "401");
    refuses(visit, "cmi.comments", "bien", "401");
    assert.equal(visit.get("cmi.interactions._children"), "");
  },
  "claroline opening"(place) {
    const visit = place.launch().open();
    assert.equal(visit.get("cmi.core.credit"), "no-credit");
    assert.equal(visit.get(place.status), "");
  },
  "claroline resumesOnlySuspended": losesWhatIsNotSuspended,
  "claroline keepsBest"(place) {
    const raw = `${place.core}score.raw`;
    const visit = place.launch().open().write({ [place.status]: "completed", [raw]: "80" });
    visit.commit();
    visit.write({ [place.status]: "incomplete", [raw]: "60" }).commit();
    assert.equal(place.kept[place.status], "completed");
    assert.equal(place.kept[raw], "80");
    visit.write({ [raw]: "90" }).commit();
    assert.equal(place.kept[raw], "90");
  },
  "claroline totalTimeAt"(place) {
    const visit = place.launch().open().write({ "cmi.session_time": "PT10S" });
    visit.commit();
    assert.equal(place.kept["cmi.total_time"], "PT0H0M10S");
  },
  "claroline grade"(place) {
    place.launch().open().write({ [`${place.core}score.raw`]: "79.99" }).commit();
    assert.equal(place.gradebook().grade, 79);
  },
  "claroline interactionsReport"(place) {
    assert.equal(place.gradebook().interactions, "none");
  },
  "sans-lms object": isOnlyTold,
};

/** Played by the page around the frame: `tests/browser/test_player_profiles.py`. */
function isOnlyTold() {}

/** @param {Place} place */
function losesWhatIsNotSuspended(place) {
  place.launch().open().write({ [STATE]: "A" }).end();
  assert.equal(place.launch().open().get(STATE), "");
  place.launch().open().write({ ...suspending(place), [STATE]: "A" }).end();
  const visit = place.launch().open();
  assert.equal(visit.get(STATE), "A");
  assert.equal(visit.get(`${place.core}entry`), "resume");
}

/** @param {Place} place */
function completesWhatSaysNothing(place) {
  place.launch().open().end();
  assert.equal(place.kept[place.status], "completed");
}

/** @param {Place} place */
function judgesByMastery(place) {
  place.kept = { "cmi.student_data.mastery_score": "60" };
  const visit = place.launch().open();
  visit.write({ [place.status]: "completed", "cmi.core.score.raw": "59" }).end();
  assert.equal(place.kept[place.status], "failed");
}

/** @param {Place} place */
function takesUpAgain(place) {
  place.kept = { [place.status]: "completed" };
  assert.deepEqual([place.entry(9, "last"), place.entry(9, "new")], ["last", "new"]);
}

/**
 * Whether the activity is completed: under way, at the end of a course without a quiz, with a pass.
 *
 * @param {Place} place
 */
function completions(place) {
  const passed = place.isOld
    ? { [place.status]: "passed" }
    : { [place.status]: "completed", "cmi.success_status": "passed" };
  return [{ [place.status]: "incomplete" }, { [place.status]: "completed" }, passed].map((kept) => {
    place.kept = kept;
    return place.gradebook().isDone;
  });
}

/** @param {Place} place */
function saysTrueOffline(place) {
  const visit = place.launch().open();
  place.line = "cut";
  assert.equal(visit.set(STATE, "A"), "true");
  assert.equal(visit.commit(), "true");
  place.rest();
  assert.equal(place.kept[STATE], undefined);
}

/**
 * @param {ReturnType<Place["launch"]>} visit
 * @param {string} element
 * @param {string} value
 * @param {string} code
 */
function refuses(visit, element, value, code) {
  assert.equal(visit.set(element, value), "false", `${element} = ${value}`);
  assert.equal(visit.error(), code, `${element} = ${value}`);
}

/**
 * @param {ReturnType<Place["launch"]>} visit
 * @param {string} element
 * @param {string} value
 */
function accepts(visit, element, value) {
  assert.equal(visit.set(element, value), "true", `${element} = ${value}`);
}

/** @type {Set<string>} */
const told = new Set();
for (const name of NAMES) {
  for (const { switch: key, targets = STANDARDS, tells } of profileOf(name).peculiarities) {
    told.add(`${name} ${key}`);
    for (const standard of targets) {
      test(`${name}, ${standard}: ${tells}`, () => {
        assert.ok(Object.hasOwn(DEFAULTS, key), `no such switch: ${key}`);
        const play = CASES[`${name} ${key}`];
        assert.ok(play, `tests/js/preview/profiles.test.js has no case « ${name} ${key} »`);
        play(new Place(name, standard));
      });
    }
  }
}

for (const name of NAMES) {
  for (const { name: setting, options } of profileOf(name).settings || []) {
    for (const option of options) {
      const key = `${name} ${setting} ${option.name}`;
      told.add(key);
      for (const standard of STANDARDS) {
        test(`${standard}, setting: ${key}`, () => {
          const play = CASES[key];
          assert.ok(play, `tests/js/preview/profiles.test.js has no case « ${key} »`);
          play(new Place(name, standard, { [setting]: option.name }));
        });
      }
    }
  }
}

test("every case belongs to a peculiarity that a profile has", () => {
  assert.deepEqual(Object.keys(CASES).filter((name) => !told.has(name)), []);
});

for (const name of NAMES) {
  for (const standard of STANDARDS) {
    const place = new Place(name, standard);
    if (!place.switches.object) continue;
    test(`${name}, ${standard}: what a learner's page left is found by the next launch`, () => {
      const recorder = place.launch().recorder();
      recorder.open();
      recorder.setState("AbC");
      recorder.setResult({ completed: true, success: "passed", score: 75, progress: 1 });
      recorder.commit();
      place.rest();
      recorder.close();
      place.rest();
      assert.equal(place.launch().recorder().open().state, "AbC");
      assert.equal(place.gradebook().grade, 75);
      assert.deepEqual(
        place.calls.filter(({ isRefused, isOwn }) => isRefused && !isOwn),
        [],
      );
    });

    test(`${name}, ${standard}: a commit that failed is kept when it is offered again`, () => {
      for (const line of /** @type {const} */ (["refused", "expired", "cut", "lost"])) {
        const here = new Place(name, standard);
        const recorder = here.launch().recorder();
        recorder.open();
        here.line = line;
        recorder.setState("A1");
        const isTaken = recorder.commit();
        here.rest();
        here.line = "normal";
        if (here.launched?.vault.isSilent) continue;
        // Without a proof the state is offered in a form that is new to the LMS.
        recorder.setState("A2");
        recorder.commit();
        here.rest();
        assert.equal(here.kept[STATE], "A2", `${line}, which said ${isTaken}`);
      }
    });
  }
}
