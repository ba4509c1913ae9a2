import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { may, seesPoliceData, useMembership } from '../api/session.js';
import { buttonClass } from '../ui/button.js';
import { DownloadButton } from '../ui/download-button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { keepTogether } from '../ui/format.js';
import { Icon } from '../ui/icons.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { StatusTag } from '../ui/status-tag.js';
import { Tabs } from '../ui/tabs.js';
import { useFormat } from '../ui/use-format.js';
import { EffectTab } from './effect-tab.js';
import { HistoryTab } from './history-tab.js';
import { hotspotQuery, placeDocument, type HotspotDetail } from './hotspot-api.js';
import { HotspotCharts } from './hotspot-charts.js';
import { HotspotMap } from './hotspot-map.js';
import { hotspotTabs } from './hotspot-search.js';
import './hotspots.css';
import { WhyHere } from './why-here.js';
import { IncidentsTab } from './incidents-tab.js';
import { PromisesTab } from './promises-tab.js';
import { StageSteps } from './stage-steps.js';
import { hotspotTexts } from './texts.js';

/** One hot spot: what is known, where the work stands, what is promised. */
export function HotspotPage() {
  const t = useTexts(hotspotTexts);
  const { code, id } = useParams({ from: '/signed-in/$code/hotspots/$id' });
  const { data, error, refetch } = useQuery(hotspotQuery(code, id, useLanguage()));
  const reload = () => void refetch();
  if (data !== undefined) return <Known code={code} hotspot={data.data} etag={data.etag} reload={reload} />;
  return (
    <Page title={t('loading')}>
      {error ? <ErrorNotice error={error} onRetry={reload} /> : <Skeleton shape="cards" lines={3} />}
    </Page>
  );
}

interface KnownProps {
  code: string;
  hotspot: HotspotDetail;
  etag: string | null;
  reload: () => void;
}

function Known({ code, hotspot, etag, reload }: KnownProps) {
  const t = useTexts(hotspotTexts);
  const membership = useMembership();
  const sentence = keepTogether(hotspot.figures.sentence.replace(`${hotspot.name}: `, ''));
  return (
    <Page title={hotspot.name} lead={<Facts hotspot={hotspot} />} actions={<Actions code={code} hotspot={hotspot} />}>
      <div className="stack stack--tight">
        <p className="hotspot-sentence">{sentence}</p>
        {!seesPoliceData(membership) && <p className="muted">{t('withoutPolice')}</p>}
      </div>
      <StageSteps {...{ code, hotspot, etag, reload }} />
      <div className="hotspot-ground">
        <HotspotMap code={code} hotspot={hotspot} />
        <HotspotCharts hotspot={hotspot} />
      </div>
      <WhyHere code={code} hotspot={hotspot} />
      <section aria-label={t('tabs')}>
        <HotspotTabs code={code} hotspot={hotspot} />
      </section>
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
        <DownloadButton
          look="primary"
          file={() => placeDocument(code, hotspot.id)}
          name={t('documentName', { name: fileName, day })}
        >
          {t('document')}
        </DownloadButton>
      )}
    </>
  );
}

function HotspotTabs({ code, hotspot }: Pick<KnownProps, 'code' | 'hotspot'>) {
  const t = useTexts(hotspotTexts);
  const { flik = 'handelser' } = useSearch({ from: '/signed-in/$code/hotspots/$id' });
  const navigate = useNavigate({ from: '/$code/hotspots/$id' });
  return (
    <Tabs
      label={t('tabs')}
      selected={flik}
      onSelect={(id) => {
        const next = hotspotTabs.find((tab) => tab === id && tab !== 'handelser');
        void navigate({ search: next === undefined ? {} : { flik: next }, replace: true, resetScroll: false });
      }}
      tabs={[
        { id: 'handelser', label: t('incidents'), content: <IncidentsTab code={code} hotspot={hotspot} /> },
        { id: 'loften', label: t('promises'), content: <PromisesTab code={code} id={hotspot.id} /> },
        { id: 'uppfoljning', label: t('effect'), content: <EffectTab code={code} hotspot={hotspot} /> },
        { id: 'historik', label: t('history'), content: <HistoryTab hotspot={hotspot} /> },
      ]}
    />
  );
}
