const gapPx = 4;
const edgePx = 8;

/** Puts an open popover under its button, above it where there is no room, and always inside the window. */
export function placePopover(popover: HTMLElement, button: HTMLElement) {
  const anchor = button.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const viewport = document.documentElement;
  const isRightToLeft = getComputedStyle(button).direction === 'rtl';
  const isInEndHalf = (anchor.left + anchor.right) / 2 > viewport.clientWidth / 2;
  const wantsRightEdge = isInEndHalf || isRightToLeft;
  const left = wantsRightEdge ? anchor.right - width : anchor.left;
  const below = anchor.bottom + gapPx;
  const fitsBelow = below + height <= window.innerHeight - edgePx;
  popover.style.inset = 'auto';
  popover.style.left = `${clamp(left, edgePx, viewport.clientWidth - width - edgePx)}px`;
  popover.style.top = `${fitsBelow ? below : Math.max(edgePx, anchor.top - height - gapPx)}px`;
}

function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(value, max));
}
