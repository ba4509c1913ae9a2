import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { answer, api } from '../api/client.js';
import { may, useMembership } from '../api/session.js';
import { useOutbox } from '../outbox/the-outbox.js';
import { Button, buttonClass } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import { reportTexts } from './texts.js';

interface SavedPartProps {
  code: string;
  /** The report that was saved. */
  id: string;
  onAnother: () => void;
}

/** After saving: where the report is now, and the question that lets the next one begin in one tap. */
export function SavedPart({ code, id, onAnother }: SavedPartProps) {
  const t = useTexts(reportTexts);
  const membership = useMembership();
  const sent = useOutbox().sent.has(id);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    window.scrollTo({ top: 0 });
  }, []);
  return (
    <div className="card report-saved">
      <span className="report-saved-mark">
        <Icon name="check" size={40} />
      </span>
      <h2 ref={heading} tabIndex={-1}>
        {t('savedTitle')}
      </h2>
      <WhereNow id={id} />
      <Button look="primary" size="large" wide icon="plus" onClick={onAnother}>
        {t('another')}
      </Button>
      {sent && <FaultButton code={code} id={id} />}
      <Link to="/$code/mina-rapporter" params={{ code }} className={buttonClass({ wide: true, size: 'large' })}>
        {t('mine')}
      </Link>
      {may(membership, 'map:read') && (
        <Link to="/$code/karta" params={{ code }} className={buttonClass({ wide: true, size: 'large' })}>
          {t('toMap')}
        </Link>
      )}
    </div>
  );
}

/** The state of one report in words; read out when it changes. */
function WhereNow({ id }: { id: string }) {
  const t = useTexts(reportTexts);
  const { entries, sending, sent, lasting } = useOutbox();
  const entry = entries.find((one) => one.id === id);
  const state = () => {
    if (sent.has(id)) return t('stateSent');
    if (entry?.refusal) return t('stateRefused');
    if (sending === id) return t('stateSending');
    return t(lasting ? 'stateWaiting' : 'stateMemory');
  };
  return (
    <output className="report-where">
      {state()}
      {entry?.clockMended === true && <span> {t('clockMended')}</span>}
    </output>
  );
}

/** One tap to the municipality's felanmälan, where the category has one; then when it went. */
function FaultButton({ code, id }: { code: string; id: string }) {
  const t = useTexts(reportTexts);
  const f = useFormat();
  const path = { code, id };
  const { data } = useQuery({
    queryKey: ['fault-report', code, id],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/incidents/{id}/fault-report', { params: { path } })),
    retry: false,
  });
  const send = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/v1/municipalities/{code}/incidents/{id}/fault-report', { params: { path } })),
  });
  const report = send.data ?? data;
  if (report === undefined || report.state === 'none') return null;
  if (report.state === 'sent' && report.at !== null)
    return <output className="report-where">{t('faultSent', { at: f.dateTime(report.at) })}</output>;
  if (report.draft !== null) {
    return (
      <>
        <a href={report.draft} className={buttonClass({ wide: true, size: 'large' })}>
          {t('faultDraft')}
        </a>
        <output className="muted small">{t('faultDrafted')}</output>
      </>
    );
  }
  return (
    <>
      <ErrorNotice error={send.error} />
      <Button size="large" wide icon="arrow" busy={send.isPending} onClick={() => send.mutate()}>
        {t('fault')}
      </Button>
    </>
  );
}
