import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useConnection } from '../api/connection.js';
import { useSession } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { CategoryPart } from './category-part.js';
import { MorePart } from './more-part.js';
import { PlacePart } from './place-part.js';
import { categoriesQuery, placesQuery, type Category } from './report-api.js';
import './report.css';
import { workplaceOf } from './report-place.js';
import { SavedPart } from './saved-part.js';
import { reportTexts } from './texts.js';
import { TimePart } from './time-part.js';
import { useReport, type Part, type Report } from './use-report.js';

/** One event in four taps: category, place already right, time, save. */
export function ReportPage() {
  const { code = '' } = useParams({ strict: false });
  const t = useTexts(reportTexts);
  const categories = useQuery(categoriesQuery(code));
  const places = useQuery(placesQuery(code));
  const ready = categories.data !== undefined && (places.data !== undefined || places.isError);
  return (
    <Page title={t('title')} width="text">
      <StandingNotice />
      <ErrorNotice error={categories.error} onRetry={() => void categories.refetch()} />
      {!ready && categories.error === null && <Skeleton shape="cards" lines={4} />}
      {ready && <ReportForm key={code} code={code} categories={categories.data} />}
    </Page>
  );
}

function StandingNotice() {
  const t = useTexts(reportTexts);
  const [before = '', between = '', after = ''] = t('notice', { emergency: '|', police: '|' }).split('|');
  return (
    <p className="report-notice">
      {before}
      <a href="tel:112">112</a>
      {between}
      <a href="tel:11414">114 14</a>
      {after} {t('child')}
    </p>
  );
}

/** Proposes the workplace when nothing else is known. */
function useWorkplace(code: string, report: Report) {
  const session = useSession();
  const places = useQuery(placesQuery(code)).data;
  const { draft, change } = report;
  const workplace = session === null ? null : workplaceOf(session.account.name, places ?? []);
  const missing = draft.place === null && workplace !== null;
  useEffect(() => {
    if (!missing || workplace === null) return;
    const [longitude, latitude] = workplace.position as [number, number];
    const named = { name: workplace.name, placeId: workplace.id, position: [longitude, latitude] as const };
    change({ place: { ...named, placement: 'workplace', accuracyMetres: null, at: Date.now(), proposed: true } });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when a place is missing; `change` is new each time
  }, [missing, workplace?.id]);
  return missing;
}

function ReportForm({ code, categories }: { code: string; categories: readonly Category[] }) {
  const report = useReport(code);
  const proposing = useWorkplace(code, report);
  if (report.sending.state === 'saved') return <SavedPart code={code} onAnother={report.another} />;
  const category = categories.find((one) => one.code === report.draft.categoryCode);
  const save = async () => {
    const faults = await report.save();
    const first = (['category', 'place', 'time', 'text'] as const satisfies Part[]).find((part) => faults[part]);
    if (first !== undefined) goTo(first);
  };
  return (
    <form
      className="report"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <CategoryPart report={report} categories={categories} />
      {!proposing && <PlacePart report={report} code={code} />}
      <TimePart report={report} coming={category?.kind === 'calendar'} />
      <MorePart report={report} />
      <SaveBar report={report} />
    </form>
  );
}

/** To what is wrong: it is seen, and the focus stands in it. */
function goTo(part: Part) {
  requestAnimationFrame(() => {
    const section = document.getElementById(`report-${part}`);
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true });
  });
}

function SaveBar({ report }: { report: Report }) {
  const t = useTexts(reportTexts);
  const connection = useConnection();
  const { sending, errors } = report;
  const faulty = Object.keys(errors).length > 0;
  const unsent = sending.state === 'unsent';
  return (
    <div className="report-save">
      <ErrorNotice error={sending.problem} />
      {unsent && (
        <Notice tone="caution" urgent title={t('notSentTitle')}>
          <p>{t('notSent')}</p>
        </Notice>
      )}
      {faulty && (
        <p className="report-state" role="alert">
          <Icon name="alert" size={20} /> {t('fixFirst')}
        </p>
      )}
      {connection !== 'working' && !unsent && (
        <output className="report-state">
          <Icon name="offline" size={20} /> {t('lost')}
        </output>
      )}
      <Button
        type="submit"
        look="primary"
        size="large"
        wide
        icon={unsent ? 'undo' : 'check'}
        busy={sending.state === 'sending'}
      >
        {t(unsent ? 'retry' : 'save')}
      </Button>
    </div>
  );
}
