// Light or dark, as the page asks or else the device; and the tokens' colours for canvases.

const darkDevice = window.matchMedia("(prefers-color-scheme: dark)");

/** Whether the page is dark now. */
export function isDark() {
  const asked = document.documentElement.dataset.theme;
  return asked ? asked === "dark" : darkDevice.matches;
}

/** Call `listener` whenever light turns into dark or back. */
export function onThemeChange(listener) {
  darkDevice.addEventListener("change", listener);
}

/** The colours behind custom properties, as a canvas understands them. */
export function tokenColours(names) {
  const probe = document.createElement("span");
  document.body.append(probe);
  const colours = {};
  for (const name of names) {
    probe.style.color = `var(--${name})`;
    colours[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return colours;
}
