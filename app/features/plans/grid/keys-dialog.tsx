import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, IconButton } from '#app/ui';
import './dialogs.css';

const rows = [
  ['move', '↑ ↓ ← →'],
  ['ends', 'Home, End'],
  ['edit', 'Enter, F2'],
  ['cancel', 'Esc'],
  ['next', 'Tab'],
  ['range', 'Shift + ↑ ↓ ← →'],
  ['all', 'Ctrl + A'],
  ['clipboard', 'Ctrl + C, X, V'],
  ['clear', 'Delete'],
  ['undo', 'Ctrl + Z, Ctrl + Y'],
  ['insert', 'Ctrl + Enter'],
  ['duplicate', 'Ctrl + D'],
  ['remove', 'Ctrl + Delete'],
  ['reorder', 'Alt + ↑ ↓'],
  ['open', 'Ctrl + Shift + Enter'],
  ['leave', 'Esc, Tab'],
] as const;

/** The grid's keys, for those who do not use the mouse. */
export function KeysDialog() {
  const { t } = useTranslation('actions');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton label={t('keys.title')} icon="info" size="small" onClick={() => setIsOpen(true)} />
      <Dialog title={t('keys.title')} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <dl className="keys-list">
          {rows.map(([name, keys]) => (
            <div key={name}>
              <dt>{t(`keys.${name}`)}</dt>
              <dd>
                <kbd>{keys}</kbd>
              </dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}
