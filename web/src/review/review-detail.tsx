import { Button } from '../ui/button.js';
import { DescriptionList } from '../ui/description-list.js';
import { Notice } from '../ui/notice.js';
import { StatusTag, type StatusTone } from '../ui/status-tag.js';
import { ConflictNotice } from './conflict-notice.js';
import { HistoryPart } from './history-part.js';
import { KeyButton } from './key-button.js';
import { MessagesPart } from './messages-part.js';
import type { Review, Twin } from './review-api.js';
import { TwinPart } from './twin-part.js';
import type { Conflict } from './use-review-acts.js';
import type { Words } from './use-words.js';

/** What can be done with the report that is looked at; the keys do the same. */
export interface ReviewDeeds {
  accept: () => void;
  dismiss: () => void;
  ask: () => void;
  correct: () => void;
  clear: () => void;
  reopen: () => void;
  separate: () => void;
  merge: (twin: Twin) => void;
}

interface ReviewDetailProps {
  code: string;
  item: Review;
  deeds: ReviewDeeds;
  conflict: Conflict | null;
  onConflict: (again: boolean) => void;
  words: Words;
}

/** The report in full: what it says, what may be the same, what was asked, what happened to it, and what to do now. */
export function ReviewDetail({ code, item, deeds, conflict, onConflict, words }: ReviewDetailProps) {
  const { t } = words;
  const waiting = item.status === 'received' || item.status === 'asked';
  return (
    <div className="review-detail">
      <div className="review-detail-text stack stack--wide">
        {conflict !== null && <ConflictNotice conflict={conflict} onConflict={onConflict} words={words} />}
        <div className="stack stack--tight">
          <h2>{words.what(item)}</h2>
          <div className="row">
            <StatusTag tone={tones[item.status]}>{words.status(item.status)}</StatusTag>
            {item.trusted && <span className="muted small">{t('trusted')}</span>}
            {item.rowsOfEvent > 1 && <span className="muted small">{t('rowsOfEvent', { count: item.rowsOfEvent })}</span>}
          </div>
        </div>
        <p className={item.description === null ? 'muted' : 'review-text'}>{item.description ?? t('noText')}</p>
        {!item.descriptionCleared && (
          <Notice tone="caution" title={t('markedTitle')} action={<KeyButton letter="t" onClick={deeds.clear}>{t('clear')}</KeyButton>}>
            <p>{t('markedBody')}</p>
          </Notice>
        )}
        <Facts item={item} words={words} />
        <MessagesPart messages={item.messages} words={words} />
        {waiting && <TwinPart item={item} onMerge={deeds.merge} words={words} />}
        <HistoryPart code={code} item={item} words={words} />
      </div>
      <div className="review-actions">
        {waiting ? <WaitingActions deeds={deeds} item={item} words={words} /> : <DecidedActions deeds={deeds} item={item} words={words} />}
      </div>
    </div>
  ); // prettier-ignore
}

const tones: Record<Review['status'], StatusTone> = {
  received: 'action',
  asked: 'caution',
  accepted: 'good',
  merged: 'good',
  dismissed: 'neutral',
};

interface ActionsProps {
  deeds: ReviewDeeds;
  item: Review;
  words: Words;
}

function WaitingActions({ deeds, item, words: { t } }: ActionsProps) {
  const [twin] = item.twins;
  return (
    <>
      <KeyButton letter="g" look="primary" icon="check" onClick={deeds.accept}>
        {t('accept')}
      </KeyButton>
      {twin !== undefined && (
        <KeyButton letter="s" onClick={() => deeds.merge(twin)}>
          {t('merge')}
        </KeyButton>
      )}
      <KeyButton letter="r" onClick={deeds.correct}>
        {t('correct')}
      </KeyButton>
      <KeyButton letter="f" onClick={deeds.ask}>
        {t('ask')}
      </KeyButton>
      <KeyButton letter="a" onClick={deeds.dismiss}>
        {t('dismiss')}
      </KeyButton>
    </>
  );
}

function DecidedActions({ deeds, item, words: { t } }: ActionsProps) {
  return (
    <>
      {item.mergeId !== null && <Button onClick={deeds.separate}>{t('separate')}</Button>}
      {item.status !== 'merged' && (
        <Button icon="undo" onClick={deeds.reopen}>
          {t('reopen')}
        </Button>
      )}
      {item.status === 'accepted' && (
        <KeyButton letter="r" onClick={deeds.correct}>
          {t('correct')}
        </KeyButton>
      )}
    </>
  );
}

const severities = { 1: 'severity1', 2: 'severity2', 3: 'severity3' } as const;
const settings = { outdoors: 'outdoors', indoors: 'indoors', stairwell: 'stairwell' } as const;

function Facts({ item, words }: { item: Review; words: Words }) {
  const { t, f } = words;
  const severity = severities[item.severity as keyof typeof severities];
  const setting = settings[item.setting as keyof typeof settings];
  const reporter = [item.reporter, item.organisation].filter((one) => one !== null).join(', ');
  const reviewed =
    item.reviewedAt === null
      ? null
      : t('reviewedBy', { who: item.reviewedBy ?? t('somebody'), when: f.dateTime(item.reviewedAt) });
  const facts = [
    { term: t('when'), value: words.when(item) },
    { term: t('where'), value: words.where(item) },
    ...(setting === undefined ? [] : [{ term: t('setting'), value: t(setting) }]),
    ...(severity === undefined ? [] : [{ term: t('severity'), value: t(severity) }]),
    { term: t('reporter'), value: reporter || words.source(item) },
    { term: t('received'), value: f.dateTime(item.createdAt) },
    ...(reviewed === null ? [] : [{ term: t('reviewed'), value: reviewed }]),
    ...(item.note === null ? [] : [{ term: t('reason'), value: item.note }]),
  ];
  return <DescriptionList facts={facts} />;
}
