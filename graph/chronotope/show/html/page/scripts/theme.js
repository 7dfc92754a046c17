const NAMES = ["page", "surface", "stripe", "text", "quiet", "line", "axis", "accent", "accent-soft"];

/** Light or dark as the reader's system asks, until the button is pressed. Nothing is stored: pages from disk share stores. */
export function createTheme(store, button) {
  const asked = matchMedia("(prefers-color-scheme: dark)");
  const set = (theme) => {
    document.documentElement.dataset.theme = theme;
    store.change({ theme });
  };
  let chosen = false;
  button.addEventListener("click", () => {
    chosen = true;
    set(store.state.theme === "dark" ? "light" : "dark");
  });
  asked.addEventListener("change", () => {
    if (!chosen) set(asked.matches ? "dark" : "light");
  });
  set(asked.matches ? "dark" : "light");
}

/** The style sheet's colours by name, for the canvas. */
export function readColours(names = NAMES) {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}
