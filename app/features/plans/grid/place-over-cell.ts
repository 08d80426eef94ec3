const edgePx = 8;

/** Opens a popover over the cell that it stands in: at its top, or as high as needed to stay inside the window. */
export function placeOverCell(popover: HTMLElement | null): void {
  const cell = popover?.closest('[role=gridcell]');
  if (!popover || !cell) return;
  popover.showPopover();
  const anchor = cell.getBoundingClientRect();
  popover.style.minWidth = `${Math.max(anchor.width, 256)}px`;
  const { width, height } = popover.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(cell).direction === 'rtl';
  const left = isRightToLeft ? anchor.right - width : anchor.left;
  const widest = document.documentElement.clientWidth - width - edgePx;
  popover.style.left = `${Math.max(edgePx, Math.min(left, widest))}px`;
  popover.style.top = `${Math.max(edgePx, Math.min(anchor.top, window.innerHeight - height - edgePx))}px`;
}
