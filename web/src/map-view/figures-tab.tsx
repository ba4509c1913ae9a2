import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { Table } from '../ui/table.js';
import { useFormat } from '../ui/use-format.js';
import { WeekChart } from '../ui/week-chart.js';
import { CellButton } from './cell-button.js';
import { figureTexts } from './figure-texts.js';
import { CategoryName } from './legend.js';
import { figuresQuery, type Figures } from './map-api.js';
import type { PanelProps } from './map-panel.js';
import type { SearchChange } from './use-map-search.js';

/** What the map shows as figures and top lists. Every number opens the reports that it counts. */
export function FiguresTab(props: PanelProps) {
  const { code, data } = props;
  const t = useTexts(figureTexts);
  const f = useFormat();
  const figures = useQuery(figuresQuery(code, data.filter));
  if (figures.data === undefined) {
    return figures.error ? <ErrorNotice error={figures.error} onRetry={() => void figures.refetch()} /> : <Skeleton lines={8} />; // prettier-ignore
  }
  const { totals, weeks, hourUnknown } = figures.data;
  const bars = weeks
    .filter(({ whole }, index) => whole || index === weeks.length - 1)
    .map(({ from, events, normal, whole }) => ({ monday: from, count: events, running: !whole, ...(normal === null ? {} : { low: normal.low, high: normal.high }) })); // prettier-ignore
  return (
    <div className="stack stack--wide" aria-busy={figures.isPlaceholderData}>
      <p className="row">
        <CellButton onClick={() => props.change({ flik: 'handelser' })}>
          {t('events', { count: totals.events })}
        </CellButton>
        <span className="muted">{t('crimes', { count: totals.crimes })}</span>
      </p>
      {bars.length > 1 && (
        <section className="stack stack--tight">
          <WeekChart summary={t('weeks')} weeks={bars.slice(-52)} />
          {bars.every((bar) => !('low' in bar)) && <p className="small muted">{t('noNormal')}</p>}
        </section>
      )}
      <div>
        <Button icon="clock" onClick={() => props.change({ timmar: 'visa' })}>
          {t('hours')}
        </Button>
        {hourUnknown > 0 && <p className="small muted">{t('hourUnknown', { count: hourUnknown })}</p>}
      </div>
      <Lists {...props} figures={figures.data} />
      {
        totals.withoutPlace > 0 &&
        <p className="small muted">{t('withoutPlace', { count: totals.withoutPlace, share: f.share(totals.withoutPlace / Math.max(1, totals.events)) })}</p> // prettier-ignore
      }
      {totals.outside > 0 && <p className="small muted">{t('outside', { count: totals.outside })}</p>}
    </div>
  );
}

interface Line {
  id: string;
  name: ReactNode;
  /** For screen readers, when the name is more than words. */
  words: string;
  events: number;
  /** What opens the reports that it counts; none where no filter tells them apart. */
  filter?: SearchChange;
}

function Lists({ figures, data, change, goTo }: PanelProps & { figures: Figures }) {
  const t = useTexts(figureTexts);
  const language = useLanguage();
  const { categories, areas, organisations, severities, sources, places } = figures;
  const open = (filter: SearchChange) => change({ ...filter, flik: 'handelser' });
  const part = { total: figures.totals.events, open };
  return (
    <>
      <TopList {...part} title={t('categories')} lines={categories.map(({ code, name, events }) => ({ id: code, words: name[language], name: <CategoryName code={code} colours={data.colours} name={name[language]} />, events, filter: { kategori: [code] } }))} />
      <TopList {...part} title={t('places')} note={t('placesNote')} lines={places.map(({ square, name, events, position, drawn }) => ({ id: square, words: name ?? t('unnamed'), name: <CellButton onClick={() => goTo({ longitude: position[0]!, latitude: position[1]!, zoom: 16 })}>{name ?? t('unnamed')}</CellButton>, events, ...(drawn === null ? {} : { filter: { ritat: drawn } }) }))} />
      <TopList {...part} title={t('areas')} lines={areas.map(({ areaId, name, events }) => ({ id: areaId ?? '', words: name ?? t('noArea'), name: name ?? t('noArea'), events, ...(areaId === null ? {} : { filter: { omrade: areaId } }) }))} />
      <TopList {...part} title={t('organisations')} lines={organisations.map(({ organisationId, name, events }) => ({ id: organisationId ?? '', words: name ?? t('noOrganisation'), name: name ?? t('noOrganisation'), events, ...(organisationId === null ? {} : { filter: { aktor: organisationId } }) }))} />
      <TopList {...part} title={t('severities')} lines={severities.map(({ severity, events }) => ({ id: String(severity), words: t(`severity${severity as 0}`), name: t(`severity${severity as 0}`), events, ...(severity === 0 ? {} : { filter: { allvar: [String(severity)] } }) }))} />
      <TopList {...part} title={t('sources')} lines={sources.map(({ source, events }) => ({ id: source, words: t(sourceWord(source)), name: t(sourceWord(source)), events, ...(source === 'police' ? { filter: { kalla: 'polis' as const } } : source === 'report' ? { filter: { kalla: 'personal' as const } } : {}) }))} />
    </>
  ); // prettier-ignore
}

const sourceWord = (source: string) => (source === 'police' || source === 'report' ? source : 'external');

interface ListProps {
  title: string;
  note?: string;
  lines: readonly Line[];
  total: number;
  open: (filter: SearchChange) => void;
}

function TopList({ title, note, lines, total, open }: ListProps) {
  const t = useTexts(figureTexts);
  const f = useFormat();
  if (lines.length === 0) return null;
  const shown = lines.toSorted((a, b) => b.events - a.events).slice(0, 10);
  return (
    <section className="stack stack--tight">
      <h2 className="mapview-heading">{title}</h2>
      <Table
        caption={title}
        hideCaption
        rows={shown}
        rowKey={({ id }) => id}
        columns={[
          { id: 'name', header: title, rowHeader: true, cell: ({ name }) => name },
          {
            id: 'events',
            header: t('count'),
            numeric: true,
            cell: ({ events, filter, words }) =>
              filter === undefined ? (
                f.number(events)
              ) : (
                <CellButton aria-label={t('open', { name: words, count: events })} onClick={() => open(filter)}>
                  {f.number(events)}
                </CellButton>
              ),
          },
          { id: 'share', header: t('share'), numeric: true, cell: ({ events }) => f.share(events / Math.max(1, total)) },
        ]}
      />
      {lines.length > shown.length && <p className="small muted">{t('rest', { count: lines.length - shown.length })}</p>}
      {note !== undefined && <p className="small muted">{note}</p>}
    </section>
  ); // prettier-ignore
}
