/**
 * Makes a list of buttons one stop for Tab: arrows, Home and End go from one to the next.
 *
 * What comes back is to be called when the buttons have changed, so that one of them can be reached by Tab again.
 */
export function createRoving(list) {
  const buttonsIn = () => [...list.querySelectorAll("button")];

  function settle() {
    const buttons = buttonsIn();
    const focused = buttons.find((button) => button === document.activeElement);
    const stop = focused ?? buttons.find((button) => button.tabIndex === 0) ?? buttons[0];
    for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
  }

  list.addEventListener("keydown", (key) => {
    if (key.ctrlKey || key.metaKey || key.altKey) return;
    const buttons = buttonsIn();
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[key.key];
    if (at < 0 || to === undefined) return;
    key.preventDefault();
    key.stopPropagation();
    buttons[to]?.focus();
  });
  list.addEventListener("focusin", settle);
  return settle;
}
