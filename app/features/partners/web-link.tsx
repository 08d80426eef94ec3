/** A link to someone else's site: opened beside, and told nothing of where one came from. */
export function WebLink({ to, children }: { to: string; children?: string }) {
  return (
    <a
      href={to}
      target="_blank"
      rel="noreferrer"
      className="wrap-anywhere"
      dir={children ? undefined : 'ltr'}
    >
      {children ?? to.replace(/^https?:\/\//, '')}
    </a>
  );
}
