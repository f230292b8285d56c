/** The second script of the page: what is good to have, beside reading, answering and being saved. */

import { showDevicePanel } from "./device-panel.js";
import { openTerms } from "./glossary.js";
import { keepOverview } from "./overview.js";
import { offerLight } from "./light.js";
import { offerPaper } from "./paper.js";
import { keepPlan } from "./plan.js";
import { keepPosition } from "./position.js";
import { register } from "./register.js";
import { reminders } from "./reminder.js";
import { makeSearchable } from "./search.js";
import { openSheet } from "./sheet.js";

register(keepPlan);
register(openTerms);
register(makeSearchable);
register(reminders);
register(showDevicePanel);
register(keepOverview);
register(openSheet);
register(keepPosition);
register(offerPaper);
register(offerLight);
// What needs this script is hidden until all of it is there (`needs-tools` in page.css).
register(() => document.documentElement.classList.add("tools"));
