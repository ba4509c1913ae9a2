import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { StatusTag } from '../ui/status-tag.js';
import { Table } from '../ui/table.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import { OrganisationForm } from './organisation-form.js';
import { type RemindedOrganisation, type Reminders, remindersQuery, remindNow, tryOut } from './reminder-api.js';
import './reminders.css';
import { SmsPart } from './sms-part.js';
import { reminderTexts } from './texts.js';

/** Whom to remind when and how, and what was sent. */
export function RemindersPage() {
  const { code = '' } = useParams({ strict: false });
  const t = useTexts(reminderTexts);
  const { data, error, refetch } = useQuery(remindersQuery(code));
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton lines={8} />}
      {data !== undefined && (
        <div className="stack stack--wide">
          {!data.mail && (
            <Notice tone="caution" title={t('notSetUp')}>
              <p>{t('notSetUpText')}</p>
            </Notice>
          )}
          <section className="stack">
            <h2>{t('organisations')}</h2>
            <ul className="plain-list reminder-list">
              {data.organisations.map((organisation) => (
                <li key={organisation.id} className="card stack">
                  <Organisation code={code} organisation={organisation} reminders={data} />
                </li>
              ))}
            </ul>
          </section>
          <TryMail code={code} mail={data.mail} />
          <SmsPart code={code} sms={data.sms} />
          <Log log={data.log} />
          <p>
            <Link to="/$code/tackning" params={{ code }}>
              {t('toCoverage')}
            </Link>
          </p>
        </div>
      )}
    </Page>
  );
}

interface OrganisationProps {
  code: string;
  organisation: RemindedOrganisation;
  reminders: Reminders;
}

function Organisation({ code, organisation, reminders }: OrganisationProps) {
  const t = useTexts(reminderTexts);
  const client = useQueryClient();
  const [changing, setChanging] = useState(false);
  const { id, name, expected, answered, emails, phones } = organisation;
  const remind = useMutation({
    mutationFn: () => remindNow(code, id),
    onSuccess: (fresh) => {
      client.setQueryData(remindersQuery(code).queryKey, fresh);
      showToast({ text: t('remindedToast', { name }), tone: 'good' });
    },
    onError: () => void client.invalidateQueries({ queryKey: remindersQuery(code).queryKey }),
  });
  const reachable = (reminders.mail && emails.length > 0) || (reminders.sms !== null && phones.length > 0);
  return (
    <>
      <div className="row row--between">
        <h3>{name}</h3>
        {answered && (
          <StatusTag tone="good">{t('answered', { week: Number(reminders.askedWeek.slice(-2)) })}</StatusTag>
        )}
      </div>
      <Standing organisation={organisation} />
      <ErrorNotice error={remind.error} />
      {changing ? (
        <OrganisationForm
          code={code}
          organisation={organisation}
          smsSetUp={reminders.sms !== null}
          onDone={() => setChanging(false)}
        />
      ) : (
        <div className="row">
          <Button aria-label={t('changeFor', { name })} onClick={() => setChanging(true)}>
            {t('change')}
          </Button>
          {expected && !answered && reachable && (
            <Button aria-label={t('remindFor', { name })} busy={remind.isPending} onClick={() => remind.mutate()}>
              {t('remind')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function Standing({ organisation: { expected, nextAt, emails, phones } }: { organisation: RemindedOrganisation }) {
  const t = useTexts(reminderTexts);
  const f = useFormat();
  const to = [...emails, ...phones].join(', ');
  return (
    <div className="stack stack--tight">
      <p>{nextAt === null ? t('off') : t('next', { when: `${f.date(nextAt, 'weekday')} ${f.time(nextAt)}` })}</p>
      {to !== '' && <p className="small muted reminder-address">{to}</p>}
      {!expected && <p className="small muted">{t('waitsNot')}</p>}
    </div>
  );
}

function TryMail({ code, mail }: { code: string; mail: boolean }) {
  const t = useTexts(reminderTexts);
  const trying = useMutation({
    mutationFn: () => tryOut(code, null),
    onSuccess: () => showToast({ text: t('triedMail'), tone: 'good' }),
  });
  if (!mail) return null;
  return (
    <section className="stack">
      <h2>{t('tryTitle')}</h2>
      <ErrorNotice error={trying.error} />
      <div>
        <Button busy={trying.isPending} onClick={() => trying.mutate()}>
          {t('tryMail')}
        </Button>
      </div>
    </section>
  );
}

const tones = { sending: 'neutral', sent: 'good', failed: 'bad' } as const;

function Log({ log }: { log: Reminders['log'] }) {
  const t = useTexts(reminderTexts);
  const f = useFormat();
  return (
    <section className="stack">
      <h2>{t('logTitle')}</h2>
      {log.length === 0 ? (
        <p className="muted">{t('logEmpty')}</p>
      ) : (
        <Table
          caption={t('logTitle')}
          hideCaption
          rows={log}
          rowKey={({ id }) => id}
          columns={[
            { id: 'at', header: t('logWhen'), cell: ({ at }) => f.dateTime(at) },
            {
              id: 'to',
              header: t('logTo'),
              rowHeader: true,
              cell: ({ organisation, recipient }) => `${organisation}, ${recipient}`,
            },
            { id: 'week', header: t('logWeek'), cell: ({ week }) => Number(week.slice(-2)) },
            { id: 'why', header: t('logWhy'), cell: ({ weekly }) => t(weekly ? 'weekly' : 'pressed') },
            {
              id: 'status',
              header: t('logStatus'),
              cell: ({ status, answered }) => (
                <>
                  <StatusTag tone={tones[status]}>{t(status)}</StatusTag>{' '}
                  {answered && <span className="small muted">{t('usedLink')}</span>}
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
