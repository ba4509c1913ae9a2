import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.js';
import { uuidv7 } from '../api/uuid.js';
import { Button, buttonClass } from '../ui/button.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import { needsNewId, type Entry } from './entry.js';
import './outbox.css';
import { outboxTexts } from './texts.js';
import { theOutbox, useOutbox } from './the-outbox.js';

interface WaitingListProps {
  /** A report whose state stands elsewhere on the page, while it has no fault. */
  except: string | null;
  onMend: (entry: Entry) => void;
}

/** What waits on this device, each with its state in words and what can be done about it. */
export function WaitingList({ except, onMend }: WaitingListProps) {
  const t = useTexts(outboxTexts);
  const owner = useSession()?.account.id ?? null;
  const { entries, unknownSender, revoked, lasting } = useOutbox();
  const own = entries.filter((entry) => entry.owner === owner && (entry.id !== except || entry.refusal !== null));
  const others = entries.filter((entry) => entry.owner !== owner).length;
  return (
    <section className="outbox" aria-live="polite">
      {revoked && (
        <Notice tone="bad" urgent>
          <p>{t('revoked')}</p>
        </Notice>
      )}
      {!lasting && entries.length > 0 && (
        <Notice tone="bad" urgent>
          <p>{t('memory')}</p>
        </Notice>
      )}
      {unknownSender !== null && entries.length > 0 && <UnknownSender pairing={unknownSender === 'pair'} />}
      {own.length > 0 && (
        // Open only when somebody is needed: otherwise the form stands first, as it does on any other day.
        <details className="outbox-fold" open={own.some(({ refusal }) => refusal !== null)}>
          <summary className="outbox-title">
            <Icon name="clock" size={20} /> {t('title', { count: own.length })}
          </summary>
          <ul className="plain-list outbox-list">
            {own.map((entry) => (
              <Waiting key={entry.id} entry={entry} onMend={onMend} />
            ))}
          </ul>
          {own.some(({ refusal }) => refusal === null) && (
            <Button icon="upload" onClick={() => void theOutbox().then((outbox) => outbox.flushNow())}>
              {t('sendNow')}
            </Button>
          )}
        </details>
      )}
      {others > 0 && <p className="muted small">{t('others', { count: others })}</p>}
    </section>
  );
}

function UnknownSender({ pairing }: { pairing: boolean }) {
  const t = useTexts(outboxTexts);
  return (
    <Notice
      tone="caution"
      urgent
      action={
        !pairing && (
          <Link to="/logga-in" search={{ tillbaka: location.pathname }} className={buttonClass()}>
            {t('signInAction')}
          </Link>
        )
      }
    >
      <p>{t(pairing ? 'pair' : 'signIn')}</p>
    </Notice>
  );
}

function Waiting({ entry, onMend }: { entry: Entry; onMend: (entry: Entry) => void }) {
  const t = useTexts(outboxTexts);
  const f = useFormat();
  const { sending } = useOutbox();
  const state = () => {
    if (entry.refusal !== null) {
      const [fault] = entry.refusal.errors ?? [];
      return t('refused', { why: fault?.detail ?? entry.refusal.detail ?? entry.refusal.title });
    }
    return t(sending === entry.id ? 'sending' : 'waiting');
  };
  return (
    <li className="outbox-entry" data-refused={entry.refusal !== null || undefined}>
      <p>
        <strong>{entry.title}</strong>{' '}
        <span className="muted">{f.dateTime(new Date(entry.savedAt).toISOString())}</span>
      </p>
      <p>
        {state()} {entry.clockMended && t('clockMended')}
      </p>
      {entry.refusal !== null && (
        <div className="row">
          {needsNewId(entry) ? (
            <Button onClick={() => void theOutbox().then((outbox) => outbox.sendAs(entry, uuidv7()))}>
              {t('sendAsNew')}
            </Button>
          ) : (
            <Button icon="edit" onClick={() => onMend(entry)}>
              {t('mend')}
            </Button>
          )}
          <Button look="quiet" icon="trash" onClick={() => void discard(entry, t('discarded'))}>
            {t('discard')}
          </Button>
        </div>
      )}
    </li>
  );
}

async function discard(entry: Entry, text: string): Promise<void> {
  const outbox = await theOutbox();
  await outbox.discard(entry.id);
  showToast({ text, undo: { act: () => void outbox.add(entry) } });
}
