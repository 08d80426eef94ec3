import { useState } from 'react';
import {
  Button,
  ConfirmButton,
  Dialog,
  Icon,
  Menu,
  MenuButton,
  MenuHeading,
  MenuLink,
  MenuSeparator,
  Section,
  TextField,
  Tooltip,
  useToast,
} from '../index';
import type { GalleryWords } from './words';

export function OverlaySamples({ words }: { words: GalleryWords }) {
  const toast = useToast();
  const undo = { label: words.undo, onPress: () => toast({ title: words.saved, tone: 'positive' }) };
  return (
    <Section title={`${words.theme}: ${words.overlays}`}>
      <div className="flex flex-wrap items-center gap-3">
        <Menu
          triggerClassName="button button-secondary"
          trigger={
            <>
              {words.menu}
              <Icon name="chevronDown" />
            </>
          }
        >
          <MenuHeading>{words.workspace}</MenuHeading>
          <MenuLink to="." isCurrent>
            {words.overview}
          </MenuLink>
          <MenuLink to="." icon="plan">
            {words.plan}
          </MenuLink>
          <MenuSeparator />
          <MenuButton icon="remove" tone="critical">
            {words.remove}
          </MenuButton>
        </Menu>
        <DialogSample words={words} label={words.dialog} shape="regular" />
        <DialogSample words={words} label={words.drawer} shape="drawer" />
        <ConfirmButton
          label={words.remove}
          button={{ variant: 'danger' }}
          title={words.removeQuestion}
          confirmLabel={words.remove}
          onConfirm={() => toast({ title: words.toastTitle, action: undo })}
        >
          <p>{words.removeBody}</p>
        </ConfirmButton>
        <Button onClick={() => toast({ title: words.toastTitle, action: undo })}>{words.toast}</Button>
        <Button onClick={() => toast({ title: words.failed, body: words.failedBody, tone: 'critical' })}>
          {words.failed}
        </Button>
        <Tooltip text={words.tooltip}>
          {(describedBy) => <Button aria-describedby={describedBy}>{words.totalCost}</Button>}
        </Tooltip>
      </div>
    </Section>
  );
}

function DialogSample({
  words,
  label,
  shape,
}: {
  words: GalleryWords;
  label: string;
  shape: 'regular' | 'drawer';
}) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      <Dialog
        title={words.invite}
        shape={shape}
        isOpen={isOpen}
        onClose={close}
        footer={
          <Button variant="primary" onClick={close}>
            {words.save}
          </Button>
        }
      >
        <TextField label={words.email} type="email" hint={words.hint} />
      </Dialog>
    </>
  );
}
