import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, type ComponentType } from 'react';
import { clockFault } from '../api/clock.js';
import { useConnection } from '../api/connection.js';
import { useSession } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { WaitingList } from '../outbox/waiting-list.js';
import { CategoryPart } from './category-part.js';
import { MorePart } from './more-part.js';
import type { NearbyPartProps } from './nearby-part.js';
import { PlacePart } from './place-part.js';
import { areasQuery, categoriesQuery, placesQuery, type Category } from './report-api.js';
import './report.css';
import { workplaceOf } from './report-place.js';
import { SavedPart } from './saved-part.js';
import { reportTexts } from './texts.js';
import { TimePart } from './time-part.js';
import { useReport, type Part, type Report } from './use-report.js';

// What others have reported here is asked of the server: without a network the form is whole without it.
const NearbyPart = lazy(async (): Promise<{ default: ComponentType<NearbyPartProps> }> => {
  try {
    return { default: (await import('./nearby-part.js')).NearbyPart };
  } catch {
    return { default: () => null };
  }
});

/** One event in four taps: category, place already right, time, save. */
export function ReportPage() {
  const { code = '' } = useParams({ strict: false });
  const t = useTexts(reportTexts);
  const categories = useQuery(categoriesQuery(code));
  const places = useQuery(placesQuery(code));
  useQuery(areasQuery(code)); // Kept for the next time without a network.
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
  const report = useReport(code, categories);
  const proposing = useWorkplace(code, report);
  const category = categories.find((one) => one.code === report.draft.categoryCode);
  const waiting = <WaitingList except={report.sending.saved} onMend={report.mend} />;
  if (report.sending.state === 'saved' && report.sending.saved !== null) {
    return (
      <>
        <SavedPart code={code} id={report.sending.saved} onAnother={report.another} />
        {waiting}
      </>
    );
  }
  const save = async () => {
    const faults = await report.save();
    const first = (['category', 'place', 'time', 'text'] as const satisfies Part[]).find((part) => faults[part]);
    if (first !== undefined) goTo(first);
  };
  return (
    <>
      {waiting}
      <form
        className="report"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <CategoryPart report={report} categories={categories} />
        {!proposing && report.placeBound && <PlacePart report={report} code={code} />}
        {report.placeBound && (
          <Suspense fallback={null}>
            <NearbyPart code={code} draft={report.draft} categories={categories} />
          </Suspense>
        )}
        <TimePart report={report} coming={category?.kind === 'calendar'} />
        <MorePart report={report} />
        <SaveBar report={report} />
      </form>
    </>
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
  return (
    <div className="report-save">
      <ErrorNotice error={sending.problem} />
      {sending.state === 'unready' && (
        <Notice tone="caution" urgent>
          <p>{t('unready')}</p>
        </Notice>
      )}
      {faulty && (
        <p className="report-state" role="alert">
          <Icon name="alert" size={20} /> {t('fixFirst')}
        </p>
      )}
      {clockFault() !== null && (
        <output className="report-state">
          <Icon name="clock" size={20} /> {t('clockWrong')}
        </output>
      )}
      {connection !== 'working' && (
        <output className="report-state">
          <Icon name="offline" size={20} /> {t('lost')}
        </output>
      )}
      <Button type="submit" look="primary" size="large" wide icon="check" busy={sending.state === 'saving'}>
        {t('save')}
      </Button>
    </div>
  );
}
