/** Acts when the browser has painted what is in the document now. A window in the background paints nothing, so not later than in a second. */
export function afterNextPaint(act: () => void): void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    act();
  };
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(once)));
  setTimeout(once, 1000);
}
