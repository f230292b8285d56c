/** What a learner decides about this device: whether others use it, and what is to leave it. */

import { all, say, word } from "./borrowed.js";

/** @param {import("../session.js").Session} session */
export function showDevicePanel({ device, saving, recorder }) {
  const panel = document.querySelector("[data-device]");
  const box = panel && panel.querySelector("input");
  const said = document.querySelector("[data-device-said]");
  if (!panel || !box || !device || !saving) return;
  box.checked = device.isShared;
  // Disabled in the template: nothing pretends to work before it does.
  for (const field of all(panel, "input, button")) field.removeAttribute("disabled");
  if (box.checked) say(said, word("device-shared"));
  box.addEventListener("change", () => {
    device.share(box.checked);
    saving.keepAgain();
    say(said, word(box.checked ? "device-shared" : "device-own"));
  });
  panel.addEventListener("click", (event) => {
    if (!(/** @type {Element} */ (event.target).closest("[data-erase]"))) return;
    saving.forget();
    // Where no LMS listens nothing is left anywhere: begin again.
    if (recorder && !recorder.isTracked) window.location.reload();
    else say(said, word("device-erased"));
  });
}
