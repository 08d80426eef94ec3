import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from './badge';
import { Button, IconButton } from './button';
import { Icon } from './icon';
import { toneIcons } from './notice';

export interface ToastContent {
  title: string;
  body?: string;
  tone?: Tone;
  /** Something to do about it, such as undoing; the toast then stays longer. */
  action?: { label: string; onPress: () => void };
}

interface ShownToast extends ToastContent {
  id: number;
}

const visibleMs = 6_000;
const visibleWithActionMs = 12_000;

const ToastContext = createContext<((toast: ToastContent) => void) | null>(null);

/** Shows what just happened, in passing: `const toast = useToast(); toast({ title })`. */
export function useToast(): (toast: ToastContent) => void {
  const show = useContext(ToastContext);
  if (!show) throw new Error('useToast needs a ToastRegion above it.');
  return show;
}

export function ToastRegion({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui');
  const nextId = useRef(0);
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const show = useCallback((toast: ToastContent) => {
    nextId.current += 1;
    const id = nextId.current;
    setToasts((shown) => [...shown, { ...toast, id }]);
  }, []);
  const dismiss = useCallback(
    (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
    [],
  );

  return (
    <ToastContext.Provider value={show}>
      {children}
      <section className="toasts" aria-label={t('notifications')} aria-live="polite">
        {toasts.map((toast) => (
          <ToastItem key={toast.id} toast={toast} onDismiss={dismiss} />
        ))}
      </section>
    </ToastContext.Provider>
  );
}

function ToastItem({ toast, onDismiss }: { toast: ShownToast; onDismiss: (id: number) => void }) {
  const { t } = useTranslation('ui');
  const { id, tone = 'neutral', action } = toast;
  const [isHeld, setIsHeld] = useState(false);
  // What went wrong stays until it is put away.
  const lasts = tone === 'critical';

  useEffect(() => {
    if (isHeld || lasts) return;
    const timer = setTimeout(() => onDismiss(id), action ? visibleWithActionMs : visibleMs);
    return () => clearTimeout(timer);
  }, [isHeld, lasts, action, id, onDismiss]);

  const hold = useMemo(
    () => ({
      onPointerEnter: () => setIsHeld(true),
      onPointerLeave: () => setIsHeld(false),
      onFocus: () => setIsHeld(true),
      onBlur: () => setIsHeld(false),
    }),
    [],
  );

  return (
    <div className="toast" data-tone={tone} {...hold}>
      <Icon name={toneIcons[tone]} />
      <div className="toast-text">
        <p className="font-medium">{toast.title}</p>
        {toast.body && <p className="text-sm text-muted">{toast.body}</p>}
      </div>
      {action && (
        <Button
          variant="quiet"
          size="small"
          onClick={() => {
            action.onPress();
            onDismiss(id);
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label={t('close')} icon="close" size="small" onClick={() => onDismiss(id)} />
    </div>
  );
}
