import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { may, seesPoliceData, useMembership } from '../api/session.js';
import { buttonClass } from '../ui/button.js';
import { DownloadButton } from '../ui/download-button.js';
import { PaperButton } from '../ui/paper-button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { keepTogether } from '../ui/format.js';
import { Icon } from '../ui/icons.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { StatusTag } from '../ui/status-tag.js';
import { Tabs } from '../ui/tabs.js';
import { useFormat } from '../ui/use-format.js';
import { CausesTab } from './causes-tab.js';
import { ChangeArea } from './change-area.js';
import { ContactsTab } from './contacts-tab.js';
import { FollowUpTab } from './follow-up-tab.js';
import { HistoryTab } from './history-tab.js';
import { hotspotQuery, placeDocument, type HotspotDetail } from './hotspot-api.js';
import { HotspotCharts } from './hotspot-charts.js';
import { HotspotMap } from './hotspot-map.js';
import { hotspotTabs, type HotspotTab } from './hotspot-search.js';
import './hotspots.css';
import { WhyHere } from './why-here.js';
import { IncidentsTab } from './incidents-tab.js';
import { NewsNotice } from './news-notice.js';
import { PlanTab } from './plan-tab.js';
import { ProblemTab } from './problem-tab.js';
import { PromisesTab } from './promises-tab.js';
import { StageSteps } from './stage-steps.js';
import { useTabNames } from './tab-names.js';
import { hotspotTexts } from './texts.js';
import { useGoToTab } from './use-tab.js';
import { workQuery, type HotspotWork } from './work-api.js';

/** One hot spot: what is known, where the work stands, what is promised. */
export function HotspotPage() {
  const t = useTexts(hotspotTexts);
  const { code, id } = useParams({ from: '/signed-in/$code/hotspots/$id' });
  const { data, error, refetch } = useQuery(hotspotQuery(code, id, useLanguage()));
  const reload = () => void refetch();
  if (data !== undefined) return <Known code={code} hotspot={data.data} reload={reload} />;
  return (
    <Page title={t('loading')}>
      {error ? <ErrorNotice error={error} onRetry={reload} /> : <Skeleton shape="cards" lines={3} />}
    </Page>
  );
}

interface KnownProps {
  code: string;
  hotspot: HotspotDetail;
  reload: () => void;
}

function Known({ code, hotspot, reload }: KnownProps) {
  const t = useTexts(hotspotTexts);
  const membership = useMembership();
  const { data: work, refetch } = useQuery(workQuery(code, hotspot.id, useLanguage()));
  const reloadAll = () => {
    reload();
    void refetch();
  };
  const sentence = keepTogether(hotspot.figures.sentence.replace(`${hotspot.name}: `, ''));
  return (
    <Page title={hotspot.name} lead={<Facts hotspot={hotspot} />} actions={<Actions code={code} hotspot={hotspot} />}>
      <div className="stack stack--tight">
        <p className="hotspot-sentence">{sentence}</p>
        {!seesPoliceData(membership) && <p className="muted">{t('withoutPolice')}</p>}
      </div>
      {work !== undefined && <NewsNotice code={code} id={hotspot.id} work={work} />}
      <StageSteps {...{ code, hotspot, work }} reload={reloadAll} />
      <div className="hotspot-ground">
        <HotspotMap code={code} hotspot={hotspot} />
        <HotspotCharts hotspot={hotspot} />
      </div>
      <WhyHere code={code} hotspot={hotspot} />
      <section aria-label={t('tabs')} className="hotspot-tabs">
        <HotspotTabs code={code} hotspot={hotspot} work={work} />
      </section>
      {work !== undefined && may(membership, 'hotspot:decide') && (
        <ChangeArea code={code} hotspot={hotspot} work={work} />
      )}
    </Page>
  );
}

function Facts({ hotspot }: { hotspot: HotspotDetail }) {
  const t = useTexts(hotspotTexts);
  const f = useFormat();
  const { owner, number, adoptedAt, registrationNumber, classification } = hotspot;
  const facts = [
    `${t('eyebrow', { number })} ${t('since', { day: f.date(adoptedAt) })}`,
    t('owner', { organisation: owner.organisation, function: owner.function }),
    ...(registrationNumber === null ? [] : [t('registration', { number: registrationNumber })]),
  ];
  return (
    <span className="hotspot-facts">
      {facts.join(' · ')}
      {classification === 'may-be-secret' && <StatusTag tone="caution">{t('secret')}</StatusTag>}
    </span>
  );
}

function Actions({ code, hotspot }: Pick<KnownProps, 'code' | 'hotspot'>) {
  const t = useTexts(hotspotTexts);
  const f = useFormat();
  const membership = useMembership();
  const fileName = hotspot.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  const [day] = useState(() => f.date(new Date().toISOString(), 'numeric'));
  return (
    <>
      <Link to="/$code/karta" params={{ code }} search={{ valt: hotspot.id }} className={buttonClass()}>
        <Icon name="map" size={20} />
        <span>{t('toMap')}</span>
      </Link>
      {may(membership, 'promise:write') && (
        <Link to="/$code/loften" params={{ code }} search={{ hotspot: hotspot.id }} className={buttonClass()}>
          {t('promise')}
        </Link>
      )}
      {may(membership, 'document:export') && (
        <>
          <PaperButton
            title={t('papersTitle')}
            name={t('papersName', { name: fileName, day })}
            file={(paper) => placeDocument(code, hotspot.id, paper)}
          >
            {t('papers')}
          </PaperButton>
          <DownloadButton
            look="primary"
            file={() => placeDocument(code, hotspot.id)}
            name={t('documentName', { name: fileName, day })}
          >
            {t('document')}
          </DownloadButton>
        </>
      )}
    </>
  );
}

interface HotspotTabsProps extends Pick<KnownProps, 'code' | 'hotspot'> {
  work: HotspotWork | undefined;
}

function HotspotTabs({ code, hotspot, work }: HotspotTabsProps) {
  const t = useTexts(hotspotTexts);
  const names = useTabNames();
  const { flik = 'handelser' } = useSearch({ from: '/signed-in/$code/hotspots/$id' });
  const go = useGoToTab();
  const shared = { code, hotspot };
  const withWork = (Tab: (props: { code: string; hotspot: HotspotDetail; work: HotspotWork }) => ReactNode) =>
    work === undefined ? <Skeleton lines={6} /> : <Tab key={hotspot.id} {...shared} work={work} />;
  const contents: Record<HotspotTab, () => ReactNode> = {
    handelser: () => <IncidentsTab {...shared} />,
    problem: () => withWork(ProblemTab),
    orsaker: () => withWork(CausesTab),
    plan: () => withWork(PlanTab),
    samtal: () => withWork(ContactsTab),
    loften: () => <PromisesTab code={code} id={hotspot.id} />,
    uppfoljning: () => withWork(FollowUpTab),
    historik: () => <HistoryTab {...shared} />,
  };
  return (
    <Tabs
      label={t('tabs')}
      selected={flik}
      onSelect={(id) => go(id)}
      tabs={hotspotTabs.map((id) => ({ id, label: names[id], content: id === flik && contents[id]() }))}
    />
  );
}
