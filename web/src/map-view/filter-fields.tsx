import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { Checkbox } from '../ui/checkbox.js';
import { CategoryIcon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { todayInSweden } from '../ui/period.js';
import { Select } from '../ui/select.js';
import { DateField } from '../ui/text-field.js';
import { useFormat } from '../ui/use-format.js';
import type { FilterProps, MapActs } from './filter-bar.js';
import { ownersQuery } from './map-api.js';
import { lastMeetingQuery } from './last-meeting.js';
import { isMapPeriod, mapPeriods } from './map-period.js';
import { sourceNames } from './map-search.js';
import { PlaceFields } from './place-fields.js';
import { mapViewTexts } from './texts.js';
import { TimeFields } from './time-fields.js';
import { toolTexts } from './tool-texts.js';
import { usePeriodName } from './use-filter-words.js';

/** The choices of the filter; each takes effect at once. */
export function FilterFields(props: FilterProps & MapActs) {
  const { code, search, change, data } = props;
  const t = useTexts(mapViewTexts);
  const tools = useTexts(toolTexts);
  const organisations = useQuery(ownersQuery(code)).data ?? [];
  const { kategori = [], kalla, omrade = '', aktor = '' } = search;
  return (
    <div className="stack stack--wide">
      <PeriodFields {...props} />
      <RadioTiles
        legend={t('source')}
        size="small"
        tiles={[{ value: 'alla', label: t('sourceAll') }, ...sourceNames.map((value) => ({ value, label: t(value) }))]}
        value={kalla ?? 'alla'}
        onChange={(value) => change({ kalla: sourceNames.find((name) => name === value) })}
      />
      <SeverityFields {...props} />
      {data.areas.length > 0 && (
        <Select
          label={t('area')}
          placeholder={t('areaAll')}
          value={omrade}
          choices={data.areas.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={({ target }) => change({ omrade: target.value || undefined })}
        />
      )}
      <PlaceFields {...props} />
      {organisations.length > 1 && (
        <Select
          label={tools('organisation')}
          placeholder={tools('organisationAll')}
          value={aktor}
          choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={({ target }) => change({ aktor: target.value || undefined })}
        />
      )}
      <TimeFields {...props} />
      <fieldset className="mapview-checks">
        <legend className="tiles-legend">{t('category')}</legend>
        {data.categories.map(({ code: one, name }) => (
          <Checkbox
            key={one}
            checked={kategori.includes(one)}
            label={
              <span className="mapview-category">
                <CategoryIcon code={one} size={20} />
                {name}
              </span>
            }
            onChange={
              ({ target }) =>
              change({ kategori: target.checked ? [...kategori, one].toSorted() : kategori.filter((kept) => kept !== one) }) // prettier-ignore
            }
          />
        ))}
      </fieldset>
    </div>
  );
}

/** Stands for a period of one's own that begins on the day of the latest meeting: the address holds the day. */
const sinceMeeting = 'mote';

function PeriodFields({ code, search, change }: FilterProps) {
  const t = useTexts(mapViewTexts);
  const tools = useTexts(toolTexts);
  const periodName = usePeriodName();
  const f = useFormat();
  const { period = '12m', fran = '', till = '' } = search;
  const [today] = useState(() => todayInSweden(new Date()));
  const enabled = may(useMembership(), 'meeting:read');
  const meeting = useQuery({ ...lastMeetingQuery(code, today), enabled }).data ?? null;
  const since = period === 'egen' && fran === meeting && till === '';
  const tiles = mapPeriods.map((value) => ({ value: value as string, label: periodName(value) }));
  if (meeting !== null) tiles.splice(2, 0, { value: sinceMeeting, label: tools('sinceMeeting', { day: f.date(meeting, 'short') }) }); // prettier-ignore
  return (
    <div className="stack">
      <RadioTiles
        legend={t('period')}
        size="small"
        tiles={tiles}
        value={since ? sinceMeeting : period}
        onChange={(value) => {
          if (value === sinceMeeting && meeting !== null) {
            change({ period: 'egen', fran: meeting, till: undefined, stund: undefined });
            return;
          }
          const next = isMapPeriod(value) && value !== '12m' ? value : undefined;
          change({ period: next, fran: undefined, till: undefined, stund: undefined });
        }}
      />
      {period === 'fjolveckor' && <p className="small muted">{tools('periodNote')}</p>}
      {period === 'egen' && !since && (
        <div className="field-pair">
          <DateField label={t('from')} value={fran} onChange={({ target }) => change({ fran: target.value || undefined }, { remember: false })} />
          <DateField label={t('to')} value={till} onChange={({ target }) => change({ till: target.value || undefined }, { remember: false })} />
        </div>
      )}
    </div>
  ); // prettier-ignore
}

const levels = ['1', '2', '3'] as const;

function SeverityFields({ search, change }: FilterProps) {
  const tools = useTexts(toolTexts);
  const { allvar = [] } = search;
  return (
    <fieldset className="mapview-checks">
      <legend className="tiles-legend">{tools('severity')}</legend>
      {levels.map((level) => (
        <Checkbox
          key={level}
          label={tools(`severity${level}`)}
          checked={allvar.includes(level)}
          onChange={({ target }) =>
            change({ allvar: target.checked ? [...allvar, level].toSorted() : allvar.filter((kept) => kept !== level) })
          }
        />
      ))}
    </fieldset>
  );
}
