import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { ErrorNotice } from '../ui/error-notice.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { TextField } from '../ui/text-field.js';
import { placeSearchQuery } from './report-api.js';
import { useKeptNames } from './use-kept-names.js';
import type { ChosenPlace, Found } from './report-place.js';
import { reportTexts } from './texts.js';

const kindTexts = { place: 'kindPlace', address: 'kindAddress', street: 'kindStreet', area: 'kindArea' } as const;

function chosen({ kind, name, placeId, position }: Found): ChosenPlace {
  return {
    placement: kind,
    name,
    position: [position[0]!, position[1]!],
    accuracyMetres: null,
    placeId,
    at: Date.now(),
    proposed: false,
  };
}

/** Places by name. The hits are buttons in a list: the same for a thumb, the keyboard and a screen reader. */
export function PlaceSearch({ code, onChoose }: { code: string; onChoose: (place: ChosenPlace) => void }) {
  const t = useTexts(reportTexts);
  const [text, setText] = useState('');
  const words = useDeferredValue(text.trim());
  const { data, error, refetch } = useQuery(placeSearchQuery(code, words, useKeptNames(code)));
  const hits = words.length < 2 ? undefined : data;
  return (
    <>
      <TextField
        label={t('search')}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {words.length >= 2 && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <output className="report-status muted small">
        {hits === undefined ? '' : hits.length === 0 ? t('searchNone') : t('searchHits', { count: hits.length })}
      </output>
      {hits !== undefined && hits.length > 0 && (
        <ul className="plain-list report-hits">
          {hits.map((hit) => (
            <li key={`${hit.kind}-${hit.placeId ?? hit.name}`}>
              <button type="button" className="report-hit" onClick={() => onChoose(chosen(hit))}>
                <Icon name={hit.kind === 'area' ? 'map' : 'pin'} size={20} />
                <span>{hit.name}</span>
                <span className="muted small">{t(kindTexts[hit.kind])}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
