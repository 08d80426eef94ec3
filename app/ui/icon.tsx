import { classNames } from './class-names';
import { type IconName, iconShapes } from './icon-shapes';

const mirrored: ReadonlySet<IconName> = new Set(['chevronEnd', 'chevronStart', 'undo', 'redo', 'signOut']);
const heavy: ReadonlySet<IconName> = new Set(['more', 'drag']);

/** A decoration beside words; what stands alone gets its name from IconButton. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      className={classNames('icon', mirrored.has(name) && 'icon-mirrored', className)}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={heavy.has(name) ? 2.25 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={iconShapes[name]} />
    </svg>
  );
}
