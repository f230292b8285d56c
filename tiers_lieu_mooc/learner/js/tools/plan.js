/** The plan of the course: how far the learner is in each lesson and quiz. */

import { all, DONE, number, oncePainted, openPage, say, word } from "./borrowed.js";

/** @typedef {import("../session.js").Session} Session */

/** @typedef {"new" | "opened" | "done"} Status */

/** @param {Session} session */
export function keepPlan(session) {
  const root = document.documentElement;
  const { store } = session;

  /** @param {Element} place  @param {"lesson" | "quiz"} what  @param {Status} status  @param {number} best */
  function show(place, what, status, best) {
    place.setAttribute("data-status", status);
    say(place, word(`plan-${what}-${status}`, { percent: number(best / 100) }));
  }

  function refresh() {
    for (const place of all(root, "[data-plan-lesson]")) {
      const status = store.lesson(Number(place.getAttribute("data-plan-lesson")));
      show(place, "lesson", status === DONE ? "done" : status ? "opened" : "new", 0);
    }
    for (const place of all(root, "[data-plan-quiz]")) {
      const { attempt, sent, best } = store.quiz(Number(place.getAttribute("data-plan-quiz")));
      show(place, "quiz", sent ? "done" : attempt ? "opened" : "new", best);
    }
    const current = openPage();
    for (const link of all(root, ".menu a, .end nav a")) {
      if (current && link.getAttribute("href") === `#${current.id}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  const refreshSoon = oncePainted(refresh);
  for (const what of ["ready", "open", "change"]) document.addEventListener(`learner:${what}`, refreshSoon);
  refresh();
}
