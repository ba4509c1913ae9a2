import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '../api/openapi.js';
import { IconButton } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { StatusTag } from '../ui/status-tag.js';
import { useFormat } from '../ui/use-format.js';
import { policeWeekQuery } from './map-api.js';
import './police-week.css';
import { policeTexts } from './police-texts.js';

type Notice = components['schemas']['PoliceNotice'];

/** Polisen's own notices beside the map: context about the whole municipality or county, never a point. Nothing where no feed is read. */
export function PoliceWeek({ code }: { code: string }) {
  const t = useTexts(policeTexts);
  const [week, setWeek] = useState<string | null>(null);
  const { data, isPlaceholderData } = useQuery(policeWeekQuery(code, week));
  if (data === undefined || (!data.feed.on && data.feed.answeredAt === null)) return null;
  const { previousWeek, nextWeek, notices } = data;
  const own = notices.filter(({ appliesTo }) => appliesTo === 'municipality');
  const wider = notices.filter(({ appliesTo }) => appliesTo === 'county');
  const county = data.countyName ?? t('theCounty');
  return (
    <section className="stack stack--tight" aria-labelledby="mapview-police" aria-busy={isPlaceholderData}>
      <div className="row row--between police-head">
        <h2 id="mapview-police" className="mapview-heading" aria-live="polite">
          {t('title', { week: Number(data.week.slice(-2)) })}
        </h2>
        <span className="police-weeks">
          <IconButton icon="back" label={t('earlier')} onClick={() => setWeek(previousWeek)} />
          <IconButton
            icon="arrow"
            label={t('later')}
            disabled={nextWeek === null}
            onClick={() => nextWeek !== null && setWeek(nextWeek)}
          />
        </span>
      </div>
      <p className="small muted">{t('lead')}</p>
      {data.feed.failing && <p className="small">{t('failing')}</p>}
      {own.length === 0 ? <p>{t('none')}</p> : <NoticeList notices={own} mark={t('municipality')} />}
      {wider.length > 0 && (
        <details className="police-wider">
          <summary>{t('countyCount', { count: wider.length, county })}</summary>
          <NoticeList notices={wider} mark={t('county', { county })} />
        </details>
      )}
    </section>
  );
}

function NoticeList({ notices, mark }: { notices: readonly Notice[]; mark: string }) {
  return (
    <ul className="plain-list police-list">
      {notices.map((notice) => (
        <li key={notice.id}>
          <NoticeItem notice={notice} mark={mark} />
        </li>
      ))}
    </ul>
  );
}

function NoticeItem({ notice, mark }: { notice: Notice; mark: string }) {
  const t = useTexts(policeTexts);
  const f = useFormat();
  const { type, occurredAt, publishedAt, url, summary, digest, earlier } = notice;
  return (
    <article className="police-notice">
      <h3 className="police-type">{type}</h3>
      <p className="small muted">
        {occurredAt === null ? t('published', { time: f.dateTime(publishedAt) }) : f.dateTime(occurredAt)}
        {digest && ` · ${t('digest')}`}
      </p>
      <p lang="sv">{summary}</p>
      <p className="row police-foot">
        <StatusTag tone="neutral">{mark}</StatusTag>
        {url !== null && (
          <a href={url} target="_blank" rel="noreferrer" aria-label={t('about', { type })}>
            {t('read')}
          </a>
        )}
      </p>
      {earlier.length > 0 && (
        <details className="small">
          <summary>{t('changed', { count: earlier.length })}</summary>
          {earlier.map((before) => (
            <p key={before.seenAt} lang="sv">
              <span className="muted">{t('before', { time: f.dateTime(before.seenAt) })}: </span>
              {before.title}. {before.summary}
            </p>
          ))}
        </details>
      )}
    </article>
  );
}
