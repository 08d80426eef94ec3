/** Drawings of the text tools on the 20 x 20 grid of `app/ui`. */
const shapes = {
  undo: 'M7 4 3.5 7.5 7 11M4 7.5h7.5a5 5 0 0 1 0 9.5H8',
  redo: 'M13 4l3.500 3.500L13 11M16 7.500H8.500a5 5 0 0 0 0 9.500H12',
  bold: 'M6 3.500h4.800a3.100 3.100 0 0 1 0 6.300H6zM6 9.800h5.600a3.350 3.350 0 0 1 0 6.700H6z',
  italic: 'M8.500 3.500h6M5.500 16.500h6M11.700 3.500l-3.400 13',
  underline: 'M5.500 3v5.500a4.500 4.500 0 0 0 9 0V3M4.500 17h11',
  strike:
    'M14 5.800C13.200 4.300 11.800 3.500 10 3.500c-2.300 0-4 1.200-4 3 0 4.300 8.300 2.300 8.300 6.800 0 2-1.800 3.200-4.300 3.200-2.200 0-3.800-.9-4.500-2.600M3 10h14',
  bulletList: 'M8 5h9M8 10h9M8 15h9M3.700 5v.1M3.700 10v.1M3.700 15v.1',
  orderedList:
    'M8.500 5H17M8.500 10H17M8.500 15H17M3 3.700 4.300 3v4M3 12.700c.3-.8 2.300-.9 2.300.5 0 1-1.300 1.600-2.300 2.800h2.500',
  blockquote: 'M4 4v12M8 6h9M8 10h9M8 14h6',
  link: 'M8.500 11.500a3 3 0 0 0 4.300 0l2.700-2.700a3 3 0 0 0-4.300-4.300L10 5.700M11.500 8.500a3 3 0 0 0-4.300 0l-2.700 2.700a3 3 0 0 0 4.300 4.300L10 14.300',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M8 4v12M12.700 8v8',
  keys: 'M2.500 5.500h15v9h-15zM5.500 8.500v.1M8.500 8.500v.1M11.500 8.500v.1M14.500 8.500v.1M7 11.700h6',
} as const;

export type ToolIconName = keyof typeof shapes;

export function ToolIcon({ name }: { name: ToolIconName }) {
  const isDirected = name === 'undo' || name === 'redo';
  return (
    <svg
      className={isDirected ? 'icon icon-mirrored' : 'icon'}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'bold' ? 2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
