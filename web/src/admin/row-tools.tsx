import { useQuery } from '@tanstack/react-query';
import { Button, IconButton } from '../ui/button.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import { listChangesQuery, type ListName } from './list-api.js';
import { listTexts } from './list-texts.js';

interface MoveProps {
  name: string;
  /** Where the row stands and how many there are. */
  at: number;
  of: number;
  move: (to: number) => void;
  busy: boolean;
}

/** Up and down, by buttons that a keyboard and a screen reader can use. */
export function MoveButtons({ name, at, of, move, busy }: MoveProps) {
  const t = useTexts(listTexts);
  return (
    <span className="admin-move">
      <span className="admin-up">
        <IconButton
          icon="chevronDown"
          label={t('up', { name })}
          disabled={busy || at === 0}
          onClick={() => move(at - 1)}
        />
      </span>
      <IconButton
        icon="chevronDown"
        label={t('down', { name })}
        disabled={busy || at === of - 1}
        onClick={() => move(at + 1)}
      />
    </span>
  );
}

/** The name of a row, which opens it. */
export function OpenRow({ name, onOpen }: { name: string; onOpen: () => void }) {
  const t = useTexts(listTexts);
  return (
    <button type="button" className="admin-open" aria-label={t('edit', { name })} onClick={onOpen}>
      {name}
    </button>
  );
}

/** The codes with one of them moved to another place. */
export function moved(codes: readonly string[], from: number, to: number): string[] {
  const left = codes.toSpliced(from, 1);
  return left.toSpliced(to, 0, codes[from]!);
}

/** The two buttons that every form of a list ends with. */
export function FormEnd({ onCancel, busy }: { onCancel: () => void; busy: boolean }) {
  const t = useTexts(listTexts);
  return (
    <div className="row admin-form-end">
      <Button onClick={onCancel}>{t('cancel')}</Button>
      <Button type="submit" look="primary" busy={busy}>
        {t('save')}
      </Button>
    </div>
  );
}

/** What a row was before it was changed; nothing where it never was. */
export function RowHistory({ code, list, subjectId }: { code: string; list: ListName; subjectId: string }) {
  const t = useTexts(listTexts);
  const f = useFormat();
  const language = useLanguage();
  const { data } = useQuery(listChangesQuery(code, list, subjectId));
  if (data === undefined || data.length === 0) return null;
  return (
    <details className="admin-history">
      <summary>{t('history')}</summary>
      <ul className="plain-list small">
        {data.map(({ changedAt, before }) => {
          const name = nameIn(before, language);
          const time = f.dateTime(changedAt);
          return <li key={changedAt}>{name === null ? t('wasChanged', { time }) : t('wasCalled', { time, name })}</li>;
        })}
      </ul>
    </details>
  );
}

function nameIn(before: Record<string, unknown>, language: 'sv' | 'en'): string | null {
  const name = before['name'];
  if (typeof name === 'string') return name;
  const named = (name as Record<string, unknown> | undefined)?.[language];
  return typeof named === 'string' ? named : null;
}
