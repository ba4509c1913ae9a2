import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answer, api } from '../api/client.js';
import { may, useMembership } from '../api/session.js';
import { toPosition } from '../../../api/src/geo/projection.js';
import { Button } from '../ui/button.js';
import { DescriptionList } from '../ui/description-list.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { todayInSweden } from '../ui/period.js';
import { Skeleton } from '../ui/skeleton.js';
import { Table } from '../ui/table.js';
import { useFormat } from '../ui/use-format.js';
import { momentOf } from './events-tab.js';
import type { FilterProps } from './filter-bar.js';
import { queryOf, type EventFilter } from './map-api.js';
import './place-detail.css';
import { EventFacts, momentIn, SeverityTag, type PressedEvent } from './pressed-event.js';
import { panelTexts } from './panel-texts.js';
import { pressedTexts } from './pressed-texts.js';
import { ReportLink, ReportList, useReportWords } from './report-list.js';
import type { Square } from './squares.js';
import { squareFilter } from './tables-tab.js';
import { squareOf, type Pressed } from './use-pressed.js';

interface PressedProps extends FilterProps {
  pressed: Pressed;
  onClose: () => void;
}

/** What was pressed on the map, opened: one event, the events of one place, or those of a square. */
export function PressedPart(props: PressedProps) {
  const { pressed, search, onClose } = props;
  const t = useTexts(pressedTexts);
  const [today] = useState(() => todayInSweden(new Date()));
  const heading = useRef<HTMLHeadingElement>(null);
  // Pressed on the map: reading goes on here.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('.sheet-body')?.scrollTo({ top: 0 });
  }, [pressed]);
  const square = squareOf(pressed.hit);
  const [first] = pressed.hit.counted;
  // Squares of tiles count the whole period, whatever the time slider shows.
  const filter =
    pressed.filter ?? (square !== null && pressed.view !== null ? props.data.filter : momentOf(search, today));
  const one = square === null && pressed.hit.counted.length === 1 && first !== undefined;
  const count = square?.count ?? pressed.hit.counted.length;
  const name = props.data.categoryNames.get(String(first?.properties['category'])) ?? t('unknown');
  return (
    <article className="mapview-detail" aria-labelledby="mapview-pressed">
      <Button look="quiet" icon="back" className="mapview-back" onClick={onClose}>
        {t('back')}
      </Button>
      <h2 id="mapview-pressed" ref={heading} tabIndex={-1}>
        {one ? name : t(square === null ? 'pile' : 'square', { count })}
      </h2>
      {one ? <OneEvent {...props} event={first} filter={filter} /> : square === null ? <Pile {...props} filter={filter} /> : <SquareReports {...props} square={square} filter={filter} />}
      <p className="small muted">{t('table')}</p>
    </article>
  ); // prettier-ignore
}

type PartProps = PressedProps & { filter: EventFilter };

/** Only what lies at the points that were pressed. */
function atPlace(filter: EventFilter, { position, metres }: Pressed['hit']): EventFilter {
  return { ...filter, near: `${position!.join(',')},${metres}` };
}

/** One event with what the map knows of it; its reports for those who may open them. */
function OneEvent({ code, data, pressed, event, filter }: PartProps & { event: PressedEvent }) {
  const t = useTexts(pressedTexts);
  const mayRead = may(useMembership(), 'incident:read');
  return (
    <>
      <EventFacts event={event} position={pressed.hit.position!} areas={data.areaShapes} />
      {mayRead ? (
        <EventReports {...{ code, pressed, event, filter }} />
      ) : (
        <Notice>
          <p>{t('notAllowed')}</p>
        </Notice>
      )}
    </>
  );
}

function EventReports({ code, pressed, event, filter }: Pick<PartProps, 'code' | 'pressed' | 'filter'> & { event: PressedEvent }) {
  const t = useTexts(pressedTexts);
  const words = useReportWords();
  const mayReview = may(useMembership(), 'incident:review');
  const key = String(event.properties['eventKey']);
  const place = atPlace(filter, pressed.hit);
  const { data, error, refetch } = useQuery({
    queryKey: ['map', code, 'event', pressed.view, event.id, key, place],
    queryFn: async () => {
      if (pressed.view !== null && event.id !== null) {
        const path = { code, id: pressed.view, event: event.id };
        const found = await answer(api.GET('/api/v1/municipalities/{code}/tiles/views/{id}/events/{event}', { params: { path } }));
        return found.reports;
      }
      const query = { ...queryOf(place), limit: '50' } as never;
      const found = await answer(api.GET('/api/v1/municipalities/{code}/incidents', { params: { path: { code }, query } }));
      return found.items.filter(({ eventKey }) => eventKey === key);
    },
  });
  if (data === undefined) return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Skeleton lines={4} />;
  return (
    <section className="stack">
      <h3>{t('severalReports', { count: data.length })}</h3>
      {data.map((report) => (
        <div key={report.id} className="stack stack--tight">
          <DescriptionList
            facts={[
              { term: t('when'), value: words.when(report) },
              { term: t('place'), value: words.where(report) },
              { term: t('source'), value: words.source(report) },
              { term: t('description'), value: words.text(report) },
            ]}
          />
          {mayReview && (
            <p>
              <ReportLink code={code} report={report}>
                {t('open')}
              </ReportLink>
            </p>
          )}
        </div>
      ))}
    </section>
  );
} // prettier-ignore

/** Events that lie on top of each other, as in one building: their reports, or the events alone for those who may not open them. */
function Pile({ code, data, pressed, filter }: PartProps) {
  const t = useTexts(pressedTexts);
  const f = useFormat();
  const mayRead = may(useMembership(), 'incident:read');
  const { metres, counted } = pressed.hit;
  return (
    <>
      <p className="muted">{t('pileSize', { distance: f.distance(metres) })}</p>
      {mayRead ? (
        <ReportList code={code} filter={atPlace(filter, pressed.hit)} names={data.categoryNames} />
      ) : (
        <Events names={data.categoryNames} counted={counted} />
      )}
    </>
  );
}

function Events({ names, counted }: { names: ReadonlyMap<string, string>; counted: Pressed['hit']['counted'] }) {
  const t = useTexts(panelTexts);
  const f = useFormat();
  const dayIn = (event: PressedEvent) => momentIn(event).at;
  return (
    <Table
      caption={t('eventsTable')}
      rows={counted.toSorted((a, b) => (dayIn(a) < dayIn(b) ? 1 : -1)).slice(0, 100)}
      rowKey={(event) => String(event.id ?? event.properties['eventKey'])}
      empty={t('noEvents')}
      columns={[
        { id: 'when', header: t('when'), rowHeader: true, cell: (event) => f.date(dayIn(event)) },
        { id: 'category', header: t('category'), cell: ({ properties }) => names.get(String(properties['category'])) ?? '–' },
        { id: 'severity', header: t('severity'), cell: (event) => <SeverityTag event={event} /> },
      ]}
    />
  ); // prettier-ignore
}

function SquareReports({ code, data, change, square, filter }: PartProps & { square: Square }) {
  const t = useTexts(pressedTexts);
  const panel = useTexts(panelTexts);
  const f = useFormat();
  const { east, north, side } = square;
  const corners = ([[0, 0], [side, 0], [side, side], [0, side]] as const).map(([dx, dy]) => toPosition({ x: east + dx, y: north + dy }).join(' ')); // prettier-ignore
  return (
    <>
      <p className="muted">{t('squareSize', { side: f.number(side) })}</p>
      {filter.drawn !== undefined && <p className="small">{t('whole')}</p>}
      {may(useMembership(), 'incident:read') ? (
        <ReportList code={code} filter={{ ...filter, drawn: corners.join(',') }} names={data.categoryNames} />
      ) : (
        <Notice>
          <p>{panel('notAllowed')}</p>
        </Notice>
      )}
      <div>
        <Button icon="map" onClick={() => change(squareFilter(square))}>
          {t('only')}
        </Button>
      </div>
    </>
  );
}
