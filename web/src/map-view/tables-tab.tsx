import { useTexts } from '../ui/language.js';
import { Table } from '../ui/table.js';
import { useFormat } from '../ui/use-format.js';
import type { PanelProps } from './map-panel.js';
import { layersOf, writeCorners, type MapSearch } from './map-search.js';
import { CellButton } from './cell-button.js';
import { CategoryName } from './legend.js';
import { panelTexts } from './panel-texts.js';
import { squareCorners, type Square } from './squares.js';
import { useSquares } from './use-map-layers.js';
import { useShownEvents, type EventFeature } from './use-shown-events.js';
import { useWorkData, type WorkData } from './use-work-layers.js';

const mostRows = 100;

/** The map's twin: every layer that is on, as a table with the same rows. */
export function TablesTab(props: PanelProps) {
  const { code, search, data } = props;
  const t = useTexts(panelTexts);
  const events = useShownEvents(data.events, search);
  const squares = useSquares({ data, events }, search);
  const work = useWorkData(code, search);
  const on = layersOf(search);
  return (
    <div className="stack stack--wide">
      <p className="small muted">{t(on.length === 0 ? 'noLayers' : 'tablesLead')}</p>
      {on.includes('platser') && <Spots {...props} />}
      {(on.includes('punkter') || on.includes('varme')) && <Events {...props} events={events} />}
      {(on.includes('rutor') || on.includes('rutor100')) && <Squares {...props} squares={squares} />}
      {on.includes('omraden') && <Areas work={work} />}
      {on.includes('register') && <Places work={work} />}
      {on.includes('atgarder') && <Actions work={work} />}
    </div>
  );
}

function Spots({ data, select }: PanelProps) {
  const t = useTexts(panelTexts);
  const f = useFormat();
  return (
    <Table
      caption={t('spotsTable')}
      rows={data.places}
      rowKey={({ id }) => id}
      empty={t('noSpots')}
      columns={[
        { id: 'number', header: t('number'), numeric: true, cell: ({ number }) => f.number(number) },
        { id: 'name', header: t('place'), rowHeader: true, cell: ({ id, name, number }) => <CellButton onClick={() => select(id)}>{name ?? `${t('number')} ${number}`}</CellButton> },
        { id: 'count', header: t('count'), numeric: true, cell: ({ count }) => f.number(count) },
      ]}
    />
  ); // prettier-ignore
}

function Events({ data, events, goTo }: PanelProps & { events: readonly EventFeature[] }) {
  const t = useTexts(panelTexts);
  const f = useFormat();
  const rows = events.toSorted((a, b) => (a.properties.from < b.properties.from ? 1 : -1)).slice(0, mostRows);
  return (
    <div className="stack stack--tight">
      <Table
        caption={t('eventsTable')}
        rows={rows}
        rowKey={({ properties }) => properties.eventKey}
        empty={t('noEvents')}
        columns={[
          { id: 'when', header: t('when'), rowHeader: true, cell: ({ properties }) => f.dateTime(properties.from) },
          { id: 'category', header: t('category'), cell: ({ properties: { category } }) => <CategoryName code={category} colours={data.colours} name={data.categoryNames.get(category) ?? category} /> },
          { id: 'severity', header: t('severity'), cell: ({ properties }) => t(`severity${(properties.severity ?? 0) as 0}`) },
          { id: 'source', header: t('source'), cell: ({ properties: { source } }) => t(source === 'report' || source === 'police' ? source : 'external') },
          {
            id: 'position',
            header: t('position'),
            cell: ({ geometry: { coordinates } }) => (
              <CellButton onClick={() => goTo({ longitude: coordinates[0]!, latitude: coordinates[1]!, zoom: 16 })}>
                {t('showOnMap')}
              </CellButton>
            ),
          },
        ]}
      />
      {events.length > rows.length && <p className="small muted">{t('firstRows', { count: rows.length, total: events.length })}</p>}
    </div>
  ); // prettier-ignore
}

/** Opens what a square counts: the filter becomes its four corners. */
export function squareFilter(square: Square): Pick<MapSearch, 'ritat'> {
  return { ritat: writeCorners(squareCorners(square)) };
}

function Squares({ squares, change }: PanelProps & { squares: readonly Square[] }) {
  const t = useTexts(panelTexts);
  const f = useFormat();
  const open = (square: Square) => change({ ...squareFilter(square), flik: 'handelser' });
  return (
    <div className="stack stack--tight">
      <Table
        caption={t('squaresTable', { side: squares[0]?.side ?? 250 })}
        rows={squares.slice(0, mostRows)}
        rowKey={({ east, north }) => `${east} ${north}`}
        empty={t('noEvents')}
        columns={[
          { id: 'east', header: t('east'), rowHeader: true, numeric: true, cell: ({ east }) => f.number(east) },
          { id: 'north', header: t('north'), numeric: true, cell: ({ north }) => f.number(north) },
          {
            id: 'count',
            header: t('count'),
            numeric: true,
            cell: (square) => (
              <CellButton aria-label={t('openSquare', { count: square.count, east: f.number(square.east), north: f.number(square.north) })} onClick={() => open(square)}>
                {f.number(square.count)}
              </CellButton>
            ),
          },
        ]}
      />
      {squares.length > mostRows && <p className="small muted">{t('firstRows', { count: mostRows, total: squares.length })}</p>}
      <p className="small muted">{t('squaresNote')}</p>
    </div>
  ); // prettier-ignore
}

function Areas({ work: { statuses, week } }: { work: WorkData }) {
  const t = useTexts(panelTexts);
  const f = useFormat();
  return (
    <Table
      caption={t('areasTable', { week: Number(week.slice(-2)) })}
      rows={statuses}
      rowKey={({ areaId }) => areaId}
      empty={t('noAreas')}
      columns={[
        { id: 'area', header: t('area'), rowHeader: true, cell: ({ name }) => name },
        {
          id: 'level',
          header: t('level'),
          cell: ({ level, carried, decidedWeek }) =>
            carried && level !== null && decidedWeek !== null ? t('carried', { level: t(level), week: Number(decidedWeek.slice(-2)) }) : t(level ?? 'unjudged'),
        },
        { id: 'count', header: t('count'), numeric: true, cell: ({ count }) => (count === null ? '–' : f.number(count)) },
        { id: 'sentence', header: t('sentence'), cell: ({ sentence }) => sentence ?? '–' },
      ]}
    />
  ); // prettier-ignore
}

function Places({ work: { places } }: { work: WorkData }) {
  const t = useTexts(panelTexts);
  return (
    <Table
      caption={t('placesTable')}
      rows={places}
      rowKey={({ id }) => id}
      empty={t('noPlaces')}
      columns={[
        { id: 'place', header: t('place'), rowHeader: true, cell: ({ name }) => name },
        { id: 'kind', header: t('kind'), cell: ({ kind }) => kind },
      ]}
    />
  );
}

function Actions({ work: { actions } }: { work: WorkData }) {
  const t = useTexts(panelTexts);
  const f = useFormat();
  return (
    <Table
      caption={t('actionsTable')}
      rows={actions}
      rowKey={({ id }) => id}
      empty={t('noActions')}
      columns={[
        { id: 'action', header: t('action'), rowHeader: true, cell: ({ what }) => what },
        { id: 'owner', header: t('owner'), cell: ({ organisation, ownerFunction }) => `${organisation}, ${ownerFunction}` },
        { id: 'due', header: t('due'), cell: ({ due }) => (due === null ? t('noDate') : f.date(due, 'numeric')) },
        { id: 'status', header: t('status'), cell: ({ status }) => t(status) },
      ]}
    />
  ); // prettier-ignore
}
