// The map page: every element on it.

import "./camera-card.js";
import "./camera-list.js";
import "./demo-note.js";
import "./here-links.js";
import "./log-link.js";
import "./map-buttons.js";
import "./map-credits.js";
import "./map-empty.js";
import "./map-filters.js";
import "./map-notice.js";
import "./map-panels.js";
import "./place-search.js";
import "./share-view.js";
import "./survey-switch.js";
import "./views-switch.js";
import "./waiting-cameras.js";
import "./camera-map.js";
