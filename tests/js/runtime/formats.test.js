import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import {
  clock,
  decimal,
  duration,
  identifier,
  oneLine,
  timespan,
  timestamp,
} from "../../../scorm_export/runtime/formats.js";
import { valueFault } from "../../../tiers_lieu_mooc/preview/static/values.js";
import { tableOf } from "./support.js";

const SCORM_12 = tableOf("scorm12");
const SCORM_2004 = tableOf("scorm2004-4");

test("lengths of time are written to the hundredth", () => {
  assert.equal(timespan(0), "00:00:00.00");
  assert.equal(timespan(3723.456), "01:02:03.46");
  assert.equal(timespan(59.999), "00:01:00.00");
  assert.equal(timespan(30 * 3600), "30:00:00.00");
  assert.equal(duration(0), "PT0H0M0S");
  assert.equal(duration(3723.456), "PT1H2M3.46S");
  assert.equal(duration(59.999), "PT0H1M0S");
});

test("hours keep two digits, the only form that Moodle takes", () => {
  assert.equal(timespan(99 * 3600 + 3599.99), "99:59:59.99");
  assert.equal(timespan(1e7), "99:59:59.99");
});

test("a clock that was set back gives no time, not a negative one", () => {
  assert.equal(timespan(-5), "00:00:00.00");
  assert.equal(duration(-5), "PT0H0M0S");
  assert.equal(duration(NaN), "PT0H0M0S");
});

test("every length of time is legal and is the one that was given", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 99 * 3600, noNaN: true }), (seconds) => {
      const [hours, minutes, rest] = timespan(seconds).split(":").map(Number);
      const span = Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
      assert.ok(Math.abs(span - seconds) <= 0.0051, `${timespan(seconds)} is not ${seconds} s`);
      const [, h, m, s] = /^PT(\d+)H(\d+)M([\d.]+)S$/.exec(duration(seconds)) || [];
      const length = Number(h) * 3600 + Number(m) * 60 + Number(s);
      assert.ok(Math.abs(length - seconds) <= 0.0051, `${duration(seconds)} is not ${seconds} s`);
    }),
  );
});

test("no number whatever makes an illegal length of time", () => {
  fc.assert(
    fc.property(fc.double(), (seconds) => {
      assert.equal(valueFault(SCORM_12, "timespan", timespan(seconds)), null);
      assert.equal(valueFault(SCORM_2004, "duration", duration(seconds)), null);
    }),
  );
});

test("times of day are local and carry no zone", () => {
  const at = new Date(2026, 0, 2, 3, 4, 5, 678);
  assert.equal(clock(at), "03:04:05");
  assert.equal(timestamp(at), "2026-01-02T03:04:05");
});

test("every date that a learner can have makes a legal time", () => {
  const dates = fc.date({
    min: new Date(1971, 0, 1),
    max: new Date(2038, 0, 1),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(dates, (at) => {
      assert.equal(valueFault(SCORM_12, "time", clock(at)), null);
      assert.equal(valueFault(SCORM_2004, "time", timestamp(at)), null);
    }),
  );
});

test("what is no date makes no time", () => {
  assert.equal(timestamp(new Date(NaN)), "");
  assert.equal(clock(new Date(NaN)), "");
});

test("decimals have no exponent and no more places than asked for", () => {
  assert.equal(decimal(2 / 3, 2), "0.67");
  assert.equal(decimal(80, 2), "80");
  assert.equal(decimal(-0, 2), "0");
  assert.equal(decimal(1e-9, 7), "0");
  for (const number of [NaN, Infinity, -Infinity, 1e21, 1e10]) assert.equal(decimal(number, 7), "");
  fc.assert(
    fc.property(fc.double(), (number) => {
      const text = decimal(number, 7);
      if (text) assert.equal(valueFault(SCORM_2004, "real", text), null);
    }),
  );
});

test("text becomes one line and keeps its no-break spaces", () => {
  assert.equal(oneLine(" un\r\ndeux\u2028trois\tquatre ", 255), "un deux trois quatre");
  assert.equal(oneLine("Qui décide\u00a0?", 255), "Qui décide\u00a0?");
});

test("a cut never leaves half a character", () => {
  assert.equal(oneLine("ab😀", 3), "ab");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(20), (text, limit) => {
      const line = oneLine(text, limit);
      assert.ok(line.length <= limit);
      assert.doesNotMatch(line, /[\ud800-\udbff]$/);
      assert.ok(/^.*$/.test(line), "a line break is left");
    }),
  );
});

test("identifiers keep only what Moodle takes", () => {
  assert.equal(identifier("bonjour.q_1"), "bonjour.q_1");
  assert.equal(identifier("c-trois traits"), "c_trois_traits");
  assert.equal(identifier("x".repeat(300)).length, 255);
});
