// What every page does by script: keep the site usable without a connection, and send what waits.

import "./service-worker-registration.js";
import "./waiting-list.js";
import { sendWaiting } from "./outbox.js";

window.addEventListener("online", () => sendWaiting());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") sendWaiting();
});
sendWaiting();
