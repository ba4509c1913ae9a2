import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, buttonClass } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { KeyPage } from '../ui/key-page.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import { linkQuery, type ReminderLink, sayNothing } from './reminder-api.js';
import './reminders.css';
import { reminderTexts } from './texts.js';

/** Behind a link of a reminder, without signing in: whose and which week it is, and one button. */
export function AnswerPage() {
  const t = useTexts(reminderTexts);
  return (
    <KeyPage title={t('answerTitleAlone')} broken={t('linkBroken')}>
      {(token) => <Answer token={token} />}
    </KeyPage>
  );
}

function Answer({ token }: { token: string }) {
  const t = useTexts(reminderTexts);
  const f = useFormat();
  const { data: asked, error, refetch } = useQuery(linkQuery(token));
  const answering = useMutation({ mutationFn: () => sayNothing(token) });
  const link = answering.data ?? asked;
  if (link === undefined)
    return (
      <Page title={t('answerTitleAlone')} width="text">
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {error === null && <Skeleton lines={3} />}
      </Page>
    );
  return (
    <Page title={t('answerTitle', { week: weekNumber(link) })} lead={f.period(link.from, link.to)} width="text">
      <div className="stack stack--wide">
        <p className="lead">{t('answerFor', link)}</p>
        {link.purpose === 'report' ? (
          <ToForm link={link} />
        ) : link.state === 'reported' || link.state === 'nothing' ? (
          <Answered link={link} />
        ) : (
          <div className="stack">
            <ErrorNotice error={answering.error} />
            <Button
              look="primary"
              size="large"
              wide
              icon="check"
              busy={answering.isPending}
              onClick={() => answering.mutate()}
            >
              {t('nothing')}
            </Button>
            <p className="muted">{t('nothingLead')}</p>
          </div>
        )}
      </div>
    </Page>
  );
}

function ToForm({ link }: { link: ReminderLink }) {
  const t = useTexts(reminderTexts);
  return (
    <div className="stack">
      <Link
        to="/$code/rapportera"
        params={{ code: link.code }}
        className={buttonClass({ look: 'primary', size: 'large', wide: true })}
      >
        {t('report')}
      </Link>
      <p className="muted">{t('reportLead')}</p>
    </div>
  );
}

function Answered({ link }: { link: ReminderLink }) {
  const t = useTexts(reminderTexts);
  const about = { organisation: link.organisation, week: weekNumber(link) };
  const reported = link.state === 'reported';
  return (
    <Notice tone="good" title={t(reported ? 'reportedTitle' : 'saved')} urgent>
      <p>{reported ? t('reported', { ...about, count: link.reports }) : t('savedText', about)}</p>
    </Notice>
  );
}

function weekNumber({ week }: ReminderLink): number {
  return Number(week.slice(-2));
}
