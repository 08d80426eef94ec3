import { useRef } from 'react';
import { Button } from './button';
import { useToast } from './toast';

/** A text to take along, such as an address, with a button that copies it. */
export function CopyField({
  value,
  label,
  words,
}: {
  value: string;
  label: string;
  words: { copy: string; copied: string; selected: string };
}) {
  const toast = useToast();
  const ref = useRef<HTMLInputElement>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      toast({ title: words.copied, tone: 'positive' });
    } catch {
      // Without TLS browsers keep the clipboard closed: the text is marked, ready for the keyboard.
      ref.current?.select();
      toast({ title: words.selected });
    }
  }

  return (
    <div className="flex flex-wrap gap-2">
      <input
        ref={ref}
        readOnly
        value={value}
        dir="ltr"
        aria-label={label}
        className="input min-w-0 flex-1 basis-64"
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button icon="copy" onClick={copy}>
        {words.copy}
      </Button>
    </div>
  );
}
